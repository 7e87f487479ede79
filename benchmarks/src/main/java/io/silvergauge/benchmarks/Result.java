package io.silvergauge.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * The rounds of a work.
 *
 * @param work what was done
 * @param compared what of the answers was held against each other
 * @param rounds of each contestant, by name
 */
record Result(Work work, String compared, Map<String, List<Measured>> rounds) {
  double median(String name, ToDoubleFunction<Measured> figure) {
    return median(rounds.get(name).stream().map(figure::applyAsDouble).toList());
  }

  /**
   * The median of the ratios ours / peer, round by round; of the same size or format where there
   * are several, as in {@code DuckDB at 2.0} and {@code POI in docx}.
   */
  double ratio(String peer, ToDoubleFunction<Measured> figure) {
    String ours = "ours" + peer.replaceFirst("^.*?(?= (at|in) |$)", "");
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < rounds.get(peer).size(); i++) {
      ratios.add(
          figure.applyAsDouble(rounds.get(ours).get(i))
              / figure.applyAsDouble(rounds.get(peer).get(i)));
    }
    return median(ratios);
  }

  private static double median(List<Double> all) {
    List<Double> sorted = all.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  /** As lines of a table in Markdown. */
  String table() {
    StringBuilder text = new StringBuilder();
    text.append("\n").append(work.name()).append(": ").append(work.title());
    text.append("\ncompared: ").append(compared).append("\n\n");
    text.append("| | seconds | processor | MiB | ours takes | of its processor | bounds |\n");
    text.append("|---|---|---|---|---|---|---|\n");
    for (String name : rounds.keySet()) {
      text.append(
          String.format(
              Locale.ROOT,
              "| %s | %.2f | %.2f | %.0f |",
              name,
              median(name, Measured::seconds),
              median(name, Measured::processor),
              median(name, Measured::mebibytes)));
      if (!rivals(name)) {
        text.append(" | | |\n");
      } else {
        double ratio = ratio(name, Measured::seconds);
        text.append(
            String.format(
                Locale.ROOT,
                " %.2f × | %.2f × | %s |%n",
                ratio,
                ratio(name, Measured::processor),
                judged(name, ratio)));
      }
    }
    return text.toString();
  }

  private static boolean rivals(String name) {
    return !name.startsWith("ours");
  }

  private String judged(String peer, double ratio) {
    return work.bounds().stream()
        .filter(bound -> bound.peer().equals(peer))
        .map(
            bound ->
                String.format(
                    Locale.ROOT,
                    "least %s × %s, aim %s × %s",
                    bound.least(),
                    ratio <= bound.least() ? "reached" : "missed",
                    bound.aim(),
                    ratio <= bound.aim() ? "reached" : "missed"))
        .findFirst()
        .orElse("");
  }

  /** As JSON. */
  String json() {
    Map<String, String> fields = new LinkedHashMap<>();
    List<String> all = new ArrayList<>();
    for (Map.Entry<String, List<Measured>> one : rounds.entrySet()) {
      fields.clear();
      String name = one.getKey();
      fields.put("name", "\"" + name + "\"");
      fields.put("seconds", number(median(name, Measured::seconds)));
      fields.put("processor_seconds", number(median(name, Measured::processor)));
      fields.put("peak_mib", number(median(name, Measured::mebibytes)));
      if (rivals(name)) {
        fields.put("ratio", number(ratio(name, Measured::seconds)));
        fields.put("processor_ratio", number(ratio(name, Measured::processor)));
      }
      fields.put(
          "rounds",
          one.getValue().stream()
              .map(m -> "[" + number(m.seconds()) + ", " + number(m.processor()) + "]")
              .toList()
              .toString());
      all.add(object(fields));
    }
    return "{\"work\": \"%s\", \"title\": \"%s\", \"compared\": \"%s\", \"contestants\": [%s]}"
        .formatted(work.name(), work.title(), compared, String.join(", ", all));
  }

  private static String object(Map<String, String> fields) {
    List<String> all = new ArrayList<>();
    fields.forEach((name, value) -> all.add("\"" + name + "\": " + value));
    return "{" + String.join(", ", all) + "}";
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}

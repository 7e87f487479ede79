package io.silvergauge.indicators.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.silvergauge.indicators.document.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Puts numbers in the place of the names and codes of all cities but one, wherever they stand: in
 * rows, titles of documents, notes and messages. The numbers follow by a hash from the codes, from
 * all that was delivered and from what every city came to, so that their order tells neither place
 * nor rank, and nobody works it out who has not the whole evaluation.
 */
final class Anonymous {
  private static final int SHORTEST = 2;
  private static final Pattern LEVEL = Pattern.compile("(?:特别行政区|自治州|地区|新区|市|区|县|盟|旗)$");

  private final Map<String, String> words = new LinkedHashMap<>();
  private final Pattern any;

  /**
   * Hides all cities of an evaluation but one.
   *
   * @param city the city that is named, and whose own units are
   */
  Anonymous(Evaluation evaluation, RegionEvaluation city) {
    RegionEvaluation.City own = city.region();
    String salt = salt(evaluation);
    List<Evaluation.CityRow> others =
        evaluation.cities().stream()
            .filter(row -> !row.code().equals(own.code()))
            .sorted(Comparator.comparing(row -> drawn(salt, row.code())))
            .toList();
    Map<String, String> all = new LinkedHashMap<>();
    int number = 1;
    for (Evaluation.CityRow row : others) {
      String told = String.format(Locale.ROOT, "%02d", number++);
      all.put(row.code(), "P" + told);
      all.put(row.name().zh(), "城市" + told);
      all.put(LEVEL.matcher(row.name().zh()).replaceFirst(""), "城市" + told);
      all.put(row.name().en(), "City " + told);
      all.put(row.pinyin(), "city" + told);
    }
    city.indicators().stream()
        .flatMap(result -> result.units().stream())
        .map(unit -> unit.name().zh())
        .forEach(name -> all.putIfAbsent(name, name)); // a county may share a city's short name
    String ownNames = String.join("\n", own.code(), own.name().zh(), own.name().en(), own.pinyin());
    List<String> longestFirst = new ArrayList<>(all.keySet());
    longestFirst.sort(Comparator.comparingInt(String::length).reversed());
    for (String word : longestFirst) {
      if (word.length() >= SHORTEST && !ownNames.contains(word)) {
        words.put(word, all.get(word));
      }
    }
    StringBuilder pattern = new StringBuilder();
    for (String word : words.keySet()) {
      boolean plain = word.chars().allMatch(letter -> letter < 0x80);
      String quoted = Pattern.quote(word);
      pattern
          .append(pattern.isEmpty() ? "" : "|")
          .append(plain ? "(?<![0-9A-Za-z])" + quoted + "(?![0-9A-Za-z])" : quoted);
    }
    any = words.isEmpty() ? Pattern.compile("(?!)") : Pattern.compile(pattern.toString());
  }

  private static String salt(Evaluation evaluation) {
    return new String(EvaluationJson.write(evaluation.cities()), StandardCharsets.UTF_8)
        + evaluation.deliveries().stream()
            .map(Evaluation.DeliveryRow::sha256)
            .sorted()
            .collect(Collectors.joining());
  }

  private static String drawn(String salt, String code) {
    return Sha256.of((salt + "\n" + code).getBytes(StandardCharsets.UTF_8));
  }

  /** The same model without their names and codes. */
  <T> T in(T model, Class<T> type) {
    return EvaluationJson.of(in(EvaluationJson.tree(model)), type);
  }

  private JsonNode in(JsonNode node) {
    if (node instanceof ObjectNode object) {
      ObjectNode told = JsonNodeFactory.instance.objectNode();
      object.properties().forEach(field -> told.set(in(field.getKey()), in(field.getValue())));
      return told;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode told = JsonNodeFactory.instance.arrayNode();
      array.forEach(one -> told.add(in(one)));
      return told;
    }
    return node instanceof TextNode text ? new TextNode(in(text.textValue())) : node;
  }

  private String in(String text) {
    Matcher matcher = any.matcher(text);
    return matcher.find()
        ? matcher.replaceAll(found -> Matcher.quoteReplacement(words.get(found.group())))
        : text;
  }
}

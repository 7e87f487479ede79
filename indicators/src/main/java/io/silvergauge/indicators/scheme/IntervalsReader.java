package io.silvergauge.indicators.scheme;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Section;
import io.silvergauge.indicators.document.Suggestion;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads how sure figures are: {@code intervals} under {@code robustness}, by indicator. A method
 * that needs nothing but the figure stands as a word, {@code wilson}; one that needs more is a
 * section, {@code {method: student, squares: satisfaction_squares}}.
 */
final class IntervalsReader {
  /** How sure a figure can be by itself. */
  static final List<String> ALONE = List.of(Robustness.CENSUS, "wilson", "byar", "poisson");

  private static final String NAME = "intervals";
  private static final List<String> RESTING = List.of("student", "dobson");

  private final Section root;
  private final List<Indicator> indicators;
  private final Map<String, String> methods = new TreeMap<>();
  private final Map<String, Basis> bases = new TreeMap<>();

  IntervalsReader(Section root, List<Indicator> indicators) {
    this.root = root;
    this.indicators = indicators;
  }

  /** Methods by indicator. */
  Map<String, String> methods() {
    return methods;
  }

  /** What methods that need more rest on, by indicator. */
  Map<String, Basis> bases() {
    return bases;
  }

  IntervalsReader read(Section robustness) {
    Optional<Section> table = robustness.optionalSection(NAME);
    table.ifPresent(
        section -> {
          for (String id : section.names()) {
            if (section.isText(id)) {
              String method = section.text(id);
              known(robustness, method, ALONE);
              put(robustness, id, method);
            } else {
              section.section(id).ifPresent(one -> resting(robustness, id, one));
            }
          }
        });
    return this;
  }

  private void resting(Section robustness, String id, Section one) {
    String method = one.text("method");
    known(one, "method", method, RESTING);
    put(robustness, id, method);
    if (method.equals("student")) {
      bases.put(id, new Basis(counted(one, "squares"), null, List.of()));
    } else {
      List<Basis.Stratum> strata = new ArrayList<>();
      for (Section stratum : one.sections("strata")) {
        strata.add(
            new Basis.Stratum(
                counted(stratum, "events"),
                counted(stratum, "population"),
                above(stratum, "standard")));
        stratum.done();
      }
      if (strata.isEmpty()) {
        one.fault("strata", new Bilingual("至少需要一个年龄组", "at least one age group is needed"));
      }
      bases.put(id, new Basis(null, above(one, "per"), strata));
    }
    one.done();
  }

  /** An indicator that is a plain count, so that it adds up and can be looked up. */
  private String counted(Section section, String name) {
    String id = section.text(name);
    Set<String> all = root.ids("indicators");
    if (!id.isEmpty() && !all.contains(id)) {
      section.fault(
          name,
          Bilingual.of("未知指标“%s”%s", "unknown indicator '%s'%s", id, Suggestion.nearest(id, all)));
    }
    indicators.stream()
        .filter(one -> one.id().equals(id) && !one.measure().kind().equals("count"))
        .findFirst()
        .ifPresent(
            one ->
                section.fault(
                    name,
                    Bilingual.of(
                        "“%s”应为计数（count），却是 %s",
                        "'%s' must be a count, but is a measure of the kind %s",
                        id,
                        one.measure().kind())));
    return id;
  }

  private static BigDecimal above(Section section, String name) {
    BigDecimal number = section.decimal(name);
    if (number.signum() <= 0) {
      section.fault(
          name, Bilingual.of("应大于 0，却是 %s", "must be above 0, but was %s", number.toPlainString()));
    }
    return number;
  }

  private void put(Section robustness, String id, String method) {
    Set<String> all = root.ids("indicators");
    if (!all.contains(id)) {
      robustness.fault(
          NAME,
          Bilingual.of("未知指标“%s”%s", "unknown indicator '%s'%s", id, Suggestion.nearest(id, all)));
    }
    indicators.stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .ifPresent(one -> fits(robustness, one, method));
    methods.put(id, method);
  }

  private static void known(Section section, String found, List<String> known) {
    if (RESTING.contains(found)) {
      section.fault(
          NAME,
          Bilingual.of(
              "%s 还需要其他指标，请写 {method: %s, …}",
              "%s rests on other indicators too; write {method: %s, …}", found, found));
    } else {
      known(section, NAME, found, known);
    }
  }

  private static void known(Section section, String name, String found, List<String> known) {
    if (!known.contains(found)) {
      section.fault(
          name,
          Bilingual.of("“%s”无效，可用：%s", "'%s' is not one of: %s", found, String.join(", ", known)));
    }
  }

  /** Each method is one of a kind of figure. */
  private static void fits(Section section, Indicator indicator, String method) {
    String kind = indicator.measure().kind();
    boolean fits =
        switch (method) {
          case "wilson" -> kind.equals("share");
          case "byar", "poisson" -> kind.equals("count");
          case "student" -> kind.equals("per_head");
          default -> true;
        };
    if (!fits) {
      section.fault(
          NAME,
          Bilingual.of(
              "“%s”：wilson 用于比例（share），byar 和 poisson 用于计数（count），student 用于均值（per_head），该指标为 %s",
              "'%s': wilson is for shares, byar and poisson are for counts, student is for means"
                  + " (per_head), and this is a measure of the kind %s",
              indicator.id(),
              kind));
    }
  }
}

package io.silvergauge.indicators.scheme;

import io.silvergauge.indicators.check.Check;
import io.silvergauge.indicators.check.Rule;
import io.silvergauge.indicators.check.Severity;
import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Faults;
import io.silvergauge.indicators.document.Section;
import io.silvergauge.indicators.document.Suggestion;
import io.silvergauge.indicators.formula.Condition;
import io.silvergauge.indicators.formula.FieldType;
import io.silvergauge.indicators.formula.FormulaException;
import io.silvergauge.indicators.statistic.Statistic;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads the checks of a scheme. */
final class CheckReader {
  private static final List<String> KINDS =
      List.of("holds", "total", "share", "jump", "unchanged", "stale", "expected_leaves");
  private static final String PERCENT = "%";
  private static final int LONGEST_RUN = 40;
  private static final int OLDEST = 240;

  private final Map<String, Statistic> statistics;
  private final Set<String> declared;
  private final Faults faults;

  /**
   * A reader.
   *
   * @param declared ids of all statistics, those with faults too
   */
  CheckReader(Map<String, Statistic> statistics, Set<String> declared, Faults faults) {
    this.statistics = statistics;
    this.declared = declared;
    this.faults = faults;
  }

  List<Check> read(Section scheme) {
    List<Check> checks = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Section section : scheme.sections("checks")) {
      int before = faults.count();
      String id = section.id("id");
      int level = section.whole("level", 1, 0, 5);
      if (!section.has("level")) {
        section.fault("level", new Bilingual("缺少此字段", "this field is missing"));
      }
      Severity severity = section.choice("severity", Severity.class);
      Bilingual message = section.bilingual("message");
      Optional<Rule> rule = rule(section);
      section.done();
      if (!ids.add(id)) {
        section.fault("id", Bilingual.of("检查“%s”重复", "check '%s' stands twice", id));
      }
      rule.ifPresent(found -> checkFits(section, severity, message, found));
      section
          .build(before, () -> new Check(id, level, severity, message, rule.orElseThrow()))
          .ifPresent(checks::add);
    }
    return checks;
  }

  private void checkFits(Section section, Severity severity, Bilingual message, Rule rule) {
    if (rule instanceof Rule.ExpectedLeaves && severity == Severity.ERROR) {
      section.fault(
          "severity",
          new Bilingual(
              "没有报送的内容无从拒用，应为 warning 或 info",
              "there is nothing to hold back; it must be warning or info"));
    }
    Set<String> known = Check.known(rule);
    for (String word : Check.words(message)) {
      if (!known.contains(word)) {
        section.fault(
            "message",
            Bilingual.of(
                "“{%s}”无效，可用：%s", "'{%s}' is not one of: %s", word, String.join(", ", known)));
      }
    }
  }

  private Optional<Rule> rule(Section section) {
    List<String> kinds = KINDS.stream().filter(section::has).toList();
    if (kinds.size() != 1) {
      section.text("holds", ""); // asked for, so that none is reported as unknown as well
      kinds.stream().filter(kind -> !kind.equals("holds")).forEach(section::optionalSection);
      section.fault(
          "",
          Bilingual.of(
              "须有且只有以下一项：%s", "exactly one of these is needed: %s", String.join(", ", KINDS)));
      return Optional.empty();
    }
    if (kinds.get(0).equals("holds")) {
      return holds(section);
    }
    Optional<Section> inner = section.section(kinds.get(0));
    Optional<Rule> rule = inner.flatMap(one -> rule(kinds.get(0), one));
    inner.ifPresent(Section::done);
    return rule;
  }

  private Optional<Rule> rule(String kind, Section section) {
    int before = faults.count();
    return switch (kind) {
      case "total" -> total(section, before);
      case "share" -> share(section, before);
      case "jump" -> {
        String of = statistic(section, "of");
        BigDecimal over = notNegative(section, "over");
        yield section.build(before, () -> new Rule.Jump(of, over));
      }
      case "unchanged" -> {
        String of = statistic(section, "of");
        int periods = number(section, "periods", 2, LONGEST_RUN);
        yield section.build(before, () -> new Rule.Unchanged(of, periods));
      }
      case "stale" -> {
        String of = statistic(section, "of");
        int months = number(section, "months", 1, OLDEST);
        yield section.build(before, () -> new Rule.Stale(of, months));
      }
      default -> {
        String of = statistic(section, "of");
        yield section.build(before, () -> new Rule.ExpectedLeaves(of));
      }
    };
  }

  private Optional<Rule> holds(Section section) {
    String text = section.text("holds");
    Map<String, FieldType> types = new TreeMap<>();
    declared.forEach(id -> types.put(id, FieldType.NUMBER));
    statistics
        .values()
        .forEach(one -> types.put(one.id(), one.yesNo() ? FieldType.YES_NO : FieldType.NUMBER));
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Rule.Holds(Condition.parse(text, types)));
    } catch (FormulaException e) {
      section.fault("holds", e.text());
      return Optional.empty();
    }
  }

  private Optional<Rule> total(Section section, int before) {
    List<String> parts = section.texts("of");
    parts.forEach(part -> known(section, "of", part));
    String total = statistic(section, "is");
    BigDecimal within = notNegative(section, "within");
    if (parts.size() < 2 || new HashSet<>(parts).size() < parts.size() || parts.contains(total)) {
      section.fault(
          "of",
          new Bilingual(
              "至少两个不同的分项，且不含合计本身", "at least two different parts, the total not among them"));
    }
    parts.forEach(part -> sameUnit(section, "of", part, total));
    return section.build(before, () -> new Rule.Total(parts, total, within));
  }

  private Optional<Rule> share(Section section, int before) {
    String of = statistic(section, "of");
    String in = statistic(section, "in");
    String stated = statistic(section, "stated");
    BigDecimal within = notNegative(section, "within");
    sameUnit(section, "of", of, in);
    Statistic share = statistics.get(stated);
    if (share != null && !share.unit().equals(PERCENT)) {
      section.fault(
          "stated",
          Bilingual.of(
              "“%s”的单位是“%s”，应为“%%”", "'%s' is in '%s', but must be in '%%'", stated, share.unit()));
    }
    return section.build(before, () -> new Rule.Share(of, in, stated, within));
  }

  private void sameUnit(Section section, String name, String one, String other) {
    Statistic first = statistics.get(one);
    Statistic second = statistics.get(other);
    if (first != null && second != null && !first.unit().equals(second.unit())) {
      section.fault(
          name,
          Bilingual.of(
              "“%s”的单位是“%s”，“%s”的单位是“%s”，应相同",
              "'%s' is in '%s', '%s' in '%s'; they must be the same",
              one,
              first.unit(),
              other,
              second.unit()));
    }
  }

  private String statistic(Section section, String name) {
    String id = section.text(name);
    known(section, name, id);
    return id;
  }

  private void known(Section section, String name, String id) {
    if (!id.isEmpty() && !declared.contains(id)) {
      section.fault(
          name,
          Bilingual.of(
              "未知统计量“%s”%s", "unknown statistic '%s'%s", id, Suggestion.nearest(id, declared)));
    }
  }

  private static BigDecimal notNegative(Section section, String name) {
    BigDecimal number = section.decimal(name);
    if (number.signum() < 0) {
      section.fault(name, new Bilingual("不能小于 0", "must not be below 0"));
    }
    return number;
  }

  private static int number(Section section, String name, int least, int most) {
    if (!section.has(name)) {
      section.fault(name, new Bilingual("缺少此字段", "this field is missing"));
    }
    return section.whole(name, least, least, most);
  }
}

package io.silvergauge.reports.xlsx;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.evaluation.SchemeView;
import io.silvergauge.indicators.evaluation.SchemeView.GroupView;
import io.silvergauge.indicators.evaluation.SchemeView.IndicatorView;
import io.silvergauge.indicators.outcome.Verdict;
import io.silvergauge.indicators.scheme.ResultKind;
import io.silvergauge.reports.html.CommonMethod;
import io.silvergauge.reports.text.Wording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the sheets of a workbook have in common: names, heads, and the words with a colour. */
final class BookWords {
  private static final String YES_NO = "是否";
  private static final double CODE = 11;
  private static final double NAME = 16;

  private final Evaluation evaluation;
  private final Wording wording;
  private final Map<String, String> groups = new HashMap<>();

  BookWords(Evaluation evaluation, Wording wording) {
    this.evaluation = evaluation;
    this.wording = wording;
    for (GroupView group : evaluation.scheme().groups()) {
      groups.put(group.id(), wording.name(group.name()));
    }
  }

  Evaluation evaluation() {
    return evaluation;
  }

  Wording wording() {
    return wording;
  }

  boolean has(ResultKind kind) {
    return evaluation.scheme().results().contains(kind.code());
  }

  /** The scheme as a city's plan has it. */
  SchemeView scheme(RegionEvaluation region) {
    return evaluation.scheme().with(region.plan());
  }

  String say(String key, Object... fillings) {
    return wording.say(key, fillings);
  }

  /** Code and name of a city, the first columns of most sheets. */
  List<Column> cityColumns() {
    return List.of(
        Column.of(say("book.code"), CODE), Column.of(wording.say("comparison.city"), NAME));
  }

  List<Cell> city(RegionEvaluation region) {
    return city(region.region().code(), region.region().name());
  }

  List<Cell> city(String code, Bilingual name) {
    return List.of(Cell.text(code), Cell.text(wording.place(name, code)));
  }

  /** Dimension, name and id of an indicator. */
  List<Column> indicatorColumns() {
    return List.of(
        Column.of(wording.say("dimensions.dimension"), NAME),
        Column.of(wording.say("indicators.indicator"), 30),
        Column.of(say("book.id"), 24));
  }

  List<Cell> indicator(IndicatorView indicator) {
    return List.of(
        Cell.text(group(indicator.dimension())),
        Cell.text(wording.name(indicator.name())),
        Cell.text(indicator.id()));
  }

  String group(String id) {
    return groups.getOrDefault(id, id);
  }

  Optional<GroupView> groupView(String id) {
    return evaluation.scheme().groups().stream().filter(group -> group.id().equals(id)).findFirst();
  }

  /** The unit in words: what is counted one by one has one too, and so has yes or no. */
  String unit(String unit) {
    String word = wording.word("unit", unit);
    if (!word.isEmpty()) {
      return word;
    }
    return say(unit.equals(YES_NO) ? "book.unit.yesno" : "book.unit.count");
  }

  Cell grade(String id) {
    return Cell.text(CommonMethod.grade(evaluation, wording, id));
  }

  Column score(String key) {
    return Column.score(
        say(
            "book.of",
            "what",
            say(key),
            "full",
            wording.figures().exact(evaluation.scheme().fullScore())),
        evaluation.scheme().fullScore().doubleValue());
  }

  int scoreDecimals() {
    return evaluation.scheme().scoreDecimals();
  }

  Column department() {
    return Column.of(wording.say("unmet.department"), NAME);
  }

  Cell department(String code) {
    return code == null || code.isEmpty()
        ? Cell.NOTHING
        : Cell.text(wording.word("department", code));
  }

  /** The words for verdicts with what they mean. */
  Map<String, Tone> verdicts() {
    Map<String, Tone> tones = new HashMap<>();
    for (Verdict verdict : Verdict.values()) {
      tone(verdict).ifPresent(tone -> tones.put(wording.text(verdict.text()), tone));
    }
    return tones;
  }

  private static Optional<Tone> tone(Verdict verdict) {
    return switch (verdict.code()) {
      case "met" -> Optional.of(Tone.GOOD);
      case "unmet" -> Optional.of(Tone.BAD);
      case "not_computable" -> Optional.of(Tone.CARE);
      default -> Optional.empty();
    };
  }

  /** Words of the bundle with what they mean. */
  Map<String, Tone> tones(String kind, Map<String, Tone> byCode) {
    Map<String, Tone> tones = new HashMap<>();
    byCode.forEach((code, tone) -> tones.put(wording.word(kind, code), tone));
    return tones;
  }

  /** The parts of a row as one row. */
  @SafeVarargs
  static <T> List<T> joined(List<T>... parts) {
    List<T> all = new ArrayList<>();
    for (List<T> part : parts) {
      all.addAll(part);
    }
    return all;
  }
}

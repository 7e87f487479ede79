package io.silvergauge.reports.xlsx;

import static io.silvergauge.reports.xlsx.BookWords.joined;

import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.evaluation.SchemeView;
import io.silvergauge.indicators.evaluation.SchemeView.IndicatorView;
import io.silvergauge.indicators.evaluation.SchemeView.PostsView;
import io.silvergauge.indicators.evaluation.StepsWords;
import io.silvergauge.reports.html.CommonMethod;
import io.silvergauge.reports.text.Wording;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** How the indicators are defined, weighted and scored, and how all of it was worked out. */
final class MethodSheets {
  private final BookWords words;
  private final Wording wording;
  private final SchemeView scheme;

  MethodSheets(BookWords words) {
    this.words = words;
    this.wording = words.wording();
    this.scheme = words.evaluation().scheme();
  }

  /** A row an indicator: the scheme's, then those that plans add, under their city. */
  Sheet indicators(List<RegionEvaluation> cities) {
    List<List<Cell>> rows = new ArrayList<>();
    scheme.indicators().forEach(one -> rows.add(row(one, words.say("book.owner.scheme"))));
    for (RegionEvaluation city : cities) {
      String owner = wording.place(city.region().name(), city.region().code());
      city.plan().indicators().forEach(one -> rows.add(row(one, owner)));
    }
    return new Sheet(
        words.say("book.indicators"),
        words.say("book.indicators.about"),
        joined(
            words.indicatorColumns(),
            List.of(
                Column.of(words.say("book.owner"), 14),
                Column.of(words.say("book.unit"), 12),
                Column.of(wording.say("method.weights.better"), 14),
                Column.number(words.say("book.weight")),
                Column.number(wording.say("method.weights.zero")),
                Column.number(wording.say("method.weights.full")),
                Column.of(wording.say("method.weights.scoring"), 40),
                Column.of(wording.say("method.weights.missing"), 20),
                Column.of(words.say("book.document"), 30),
                Column.of(words.say("book.clause"), 12),
                words.department(),
                Column.of(wording.say("behind.fact.evidence"), 40),
                Column.of(wording.say("behind.fact.note"), 50))),
        2,
        rows);
  }

  private List<Cell> row(IndicatorView indicator, String owner) {
    PostsView posts = indicator.posts();
    return joined(
        words.indicator(indicator),
        List.of(
            Cell.text(owner),
            Cell.text(words.unit(indicator.unit())),
            Cell.text(wording.say("better." + indicator.better())),
            exact(indicator.weight()),
            exact(posts == null ? null : posts.zero()),
            exact(posts == null ? null : posts.full()),
            indicator.rule() == null ? Cell.NOTHING : Cell.text(wording.text(indicator.rule())),
            Cell.text(missing(indicator)),
            Cell.text(indicator.document()),
            Cell.text(indicator.clause()),
            words.department(indicator.department()),
            Cell.text(wording.list(indicator.evidence())),
            indicator.note() == null ? Cell.NOTHING : Cell.text(wording.text(indicator.note()))));
  }

  /** What becomes of missing values, and of all values beside those of other cities. */
  private String missing(IndicatorView indicator) {
    List<String> said = new ArrayList<>(List.of(wording.say("missing." + indicator.missing())));
    StepsWords.of(indicator.steps()).forEach(step -> said.add(wording.text(step)));
    return said.size() == 1 ? said.get(0) : wording.list(said);
  }

  /** A row a fact, a dimension or a grade. */
  Sheet methods() {
    List<List<Cell>> rows = new ArrayList<>();
    CommonMethod.notices(words.evaluation(), wording)
        .forEach(notice -> add(rows, "notice.title", "", Cell.text(notice)));
    CommonMethod.facts(words.evaluation(), wording)
        .forEach((name, text) -> add(rows, "method.title", name, Cell.text(text)));
    scheme.groups().stream()
        .filter(group -> !group.within().isEmpty())
        .forEach(
            group ->
                add(
                    rows,
                    "method.dimensions.caption",
                    wording.name(group.name()),
                    exact(group.weight())));
    scheme
        .grades()
        .forEach(
            grade ->
                add(
                    rows,
                    "method.grades.caption",
                    wording.text(grade.name()),
                    exact(grade.from())));
    return new Sheet(
        words.say("book.methods"),
        words.say("book.methods.about"),
        List.of(
            Column.of(words.say("book.group"), 22),
            Column.of(words.say("book.item"), 24),
            Column.of(words.say("book.text"), 110)),
        0,
        rows);
  }

  private void add(List<List<Cell>> rows, String group, String item, Cell cell) {
    rows.add(List.of(Cell.text(wording.say(group)), Cell.text(item), cell));
  }

  private static Cell exact(BigDecimal value) {
    return value == null
        ? Cell.NOTHING
        : new Cell.Figure(value, Math.max(0, value.stripTrailingZeros().scale()));
  }
}

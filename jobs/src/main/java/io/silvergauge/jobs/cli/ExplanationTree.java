package io.silvergauge.jobs.cli;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Language;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.explanation.Explanation;
import io.silvergauge.reports.text.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An explanation as a tree of lines; what a line follows from stands below it. */
final class ExplanationTree {
  /** The kinds of codes that facts hold, by the fact's id. */
  private static final Map<String, String> CODES =
      Map.of(
          "kind", "kind",
          "department", "department",
          "value_status", "status",
          "data", "data",
          "severity", "severity",
          "meets", "meets");

  private final Console console;
  private final Wording words;
  private final Language language;
  private final int depth;

  /** Prints no more than so many levels below the top. */
  ExplanationTree(Console console, int depth) {
    this.console = console;
    this.language = console.language();
    this.depth = depth;
    this.words = new Wording(language, true);
  }

  void print(Evaluation evaluation, Explanation explanation) {
    console.print(
        Bilingual.of(
            "%s，%s，截至 %s",
            "%s, %s, as of %s", evaluation.name(), evaluation.period(), evaluation.asOf()));
    if (!evaluation.notice().en().isEmpty()) {
      console.print(evaluation.notice());
    }
    print(explanation, "", "", 0);
  }

  private void print(Explanation one, String first, String rest, int level) {
    console.print(first + one.title().in(language) + ": " + one.value().in(language));
    boolean more = level < depth && !one.below().isEmpty();
    String under = rest + (more ? "│    " : "     ");
    String rule = one.rule().in(language);
    if (!rule.isEmpty()) {
      console.print(under + "= " + rule);
    }
    facts(one).forEach(line -> console.print(under + line));
    if (level >= depth) {
      if (!one.below().isEmpty()) {
        console.print(under + "…");
      }
      return;
    }
    for (int i = 0; i < one.below().size(); i++) {
      boolean last = i == one.below().size() - 1;
      print(
          one.below().get(i),
          rest + (last ? "└─ " : "├─ "),
          rest + (last ? "   " : "│  "),
          level + 1);
    }
  }

  /** What a fact says, in words where reports have words for its code. */
  private String said(Explanation.Fact fact) {
    String kind = CODES.get(fact.id());
    String value = fact.value().in(language);
    return kind == null ? value : words.word(kind, value);
  }

  /** The facts of a line, as many in one row as fit a screen; where a value stands is one row. */
  private List<String> facts(Explanation one) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (Explanation.Fact fact : one.facts()) {
      String text = fact.name().in(language) + " " + said(fact);
      if (!line.isEmpty() && line.length() + text.length() > 100) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " · ").append(text);
    }
    if (!line.isEmpty()) {
      lines.add(line.toString());
    }
    return lines;
  }
}

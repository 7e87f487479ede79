package io.silvergauge.reports.html;

import io.silvergauge.indicators.evaluation.NodeScore;
import io.silvergauge.indicators.evaluation.SchemeView;
import io.silvergauge.reports.text.Figures;
import io.silvergauge.reports.text.Wording;
import java.math.BigDecimal;
import java.util.Optional;

/** Prints scores, grades and ranks. */
final class Scores {
  private final SchemeView scheme;
  private final Wording wording;

  Scores(SchemeView scheme, Wording wording) {
    this.scheme = scheme;
    this.wording = wording;
  }

  /** A node's score; without a node nothing takes part there. */
  Score score(Optional<NodeScore> node) {
    if (node.isEmpty()) {
      String none = wording.say("word.withheld");
      return new Score(false, none, "", "", "", "", wording.say("summary.no.score"));
    }
    NodeScore score = node.get();
    boolean present = score.score() != null;
    return new Score(
        present,
        present ? printed(score.score()) : wording.say("word.withheld"),
        wording.percent(score.coverage()),
        grade(score.grade()),
        count(score.rank()),
        count(score.peerRank()),
        score.reason() == null ? "" : wording.text(score.reason()));
  }

  /** A score with the scheme's decimals, and more where rounding would lift it into a grade. */
  String printed(BigDecimal score) {
    int decimals = scheme.scoreDecimals();
    for (SchemeView.GradeView grade : scheme.grades()) {
      decimals = Figures.decimals(score, decimals, s -> s.compareTo(grade.from()) >= 0);
    }
    return wording.figures().fixed(score, decimals);
  }

  /** The name of a grade; empty for none. */
  String grade(String id) {
    return id == null
        ? ""
        : scheme.grades().stream()
            .filter(grade -> grade.id().equals(id))
            .findFirst()
            .map(grade -> wording.text(grade.name()))
            .orElse(id);
  }

  /** A count or rank; empty for none. */
  String count(Integer number) {
    return number == null ? "" : wording.figures().count(number);
  }
}

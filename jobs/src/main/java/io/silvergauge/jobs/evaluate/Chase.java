package io.silvergauge.jobs.evaluate;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Named;
import io.silvergauge.jobs.assessment.Expected;
import java.util.List;
import java.util.Locale;

/**
 * Something a sender owes and has not sent in full and in time.
 *
 * @param owed what is owed
 * @param status how it stands
 * @param daysLate how many days it came, or is still out, after the day it was due; 0 for in time
 * @param lacking leaves of which nothing came, by code and name
 * @param files paths of what came
 */
public record Chase(
    Expected owed, Status status, long daysLate, List<String> lacking, List<String> files) {

  /** How what is owed stands. */
  public enum Status {
    /** Nothing came. */
    MISSING,
    /** Something came, not all of it. */
    IN_PART,
    /** All came, after the day it was due. */
    LATE;

    /** The name used in data files. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Chase {
    lacking = List.copyOf(lacking);
    files = List.copyOf(files);
  }

  /** What the sender should be told. */
  public Bilingual words() {
    Bilingual what =
        Bilingual.of("%s %s（%s）", "%s: %s for %s", owed.sender(), owed.source(), owed.period());
    return switch (status) {
      case MISSING ->
          Bilingual.of(
              "%s：未报送，应于 %s 前报送，已逾期 %d 天",
              "%s: not sent, was due on %s, %d days ago", what, owed.due(), daysLate);
      case LATE ->
          Bilingual.of(
              "%s：逾期 %3$d 天报送（应于 %2$s 前）",
              "%s: sent %3$d days late, was due on %2$s", what, owed.due(), daysLate);
      case IN_PART ->
          lacking.isEmpty()
              ? Bilingual.of("%s：已报送，但没有可采用的数据", "%s: sent, but nothing of it could be used", what)
              : Bilingual.of(
                  "%s：报送不全，缺 %d 个单位：%s",
                  "%s: sent in part, %d units are lacking: %s",
                  what,
                  lacking.size(),
                  Named.first(lacking));
    };
  }
}

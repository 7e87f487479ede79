package io.silvergauge.jobs.sample;

import java.util.List;

/**
 * A file that was sent again: first with a preliminary figure, later with the right one.
 *
 * @param region the region whose figure was preliminary
 * @param key the column
 * @param off how far the preliminary figure was off
 * @param mode {@code full} for the whole file anew, {@code amend} for the one row
 * @param daysLater how much later the correction came
 */
record Restatement(
    String period,
    String sender,
    String source,
    String region,
    String key,
    long off,
    String mode,
    int daysLater) {
  static final List<Restatement> ALL =
      List.of(
          new Restatement(
              "2023Q3", "510000", "civil_affairs", "510104", "institution_beds", 200, "full", 24),
          new Restatement(
              "2023Q4", "430000", "civil_affairs", "430104", "nursing_beds", -120, "amend", 6));

  /** What was sent again of a file, if the sample has the region. */
  static List<Restatement> of(String period, Province province, String source) {
    return ALL.stream()
        .filter(one -> one.period.equals(period) && one.source.equals(source))
        .filter(one -> one.sender.equals(province.code()))
        .filter(
            one -> province.reporters().stream().anyMatch(r -> r.unit().code().equals(one.region)))
        .toList();
  }

  /** Puts the preliminary figure into the file that came first. */
  void spoil(Table first) {
    long right = Long.parseLong(first.get(region, "", key));
    first.set(region, "", key, Long.toString(right + off));
  }

  /** Leaves of the right file what was sent again. */
  void correct(Table right) {
    if (mode.equals("amend")) {
      right.keepOnly(region);
    }
  }
}

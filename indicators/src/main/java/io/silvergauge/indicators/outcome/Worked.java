package io.silvergauge.indicators.outcome;

import java.util.List;

/**
 * What the records of a register came to.
 *
 * @param outcome the figure
 * @param records those to be listed
 * @param items items with their points
 * @param stages stages with how many reached them
 * @param documents what shows it
 * @param counted records that count one by one
 */
record Worked(
    Outcome outcome,
    List<Behind.Listed> records,
    List<Behind.Item> items,
    List<Behind.Stage> stages,
    List<String> documents,
    List<Behind.Counted> counted) {
  static Worked of(Outcome outcome, List<Behind.Listed> records) {
    return new Worked(outcome, records, List.of(), List.of(), List.of(), List.of());
  }

  Worked counting(List<Behind.Counted> oneByOne) {
    return new Worked(outcome, records, items, stages, documents, oneByOne);
  }
}

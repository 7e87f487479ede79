package io.silvergauge.reports.html;

import java.util.List;

/**
 * What the page shows on which each figure of a city's page can be followed to the rows it came
 * from. Everything stands on it once and is linked from where it is used.
 *
 * @param report link to the city's page
 * @param results scores of each result
 * @param figures values of indicators
 * @param inputs reported values, those of one statistic together
 * @param files the files they stand in
 */
record ExplanationPage(
    PageHead head,
    String report,
    List<Part> results,
    List<FigureBlock> figures,
    List<InputRow> inputs,
    List<FileRow> files) {
  /** The scores of one result, from the total down. */
  record Part(String name, List<ScoreRow> rows) {}

  /**
   * A score.
   *
   * @param figure anchor of the figure it was given for; empty for groups
   * @param rule how it follows from what stands below it; empty where there is none
   */
  record ScoreRow(
      String anchor,
      String name,
      int depth,
      boolean total,
      String figure,
      String value,
      String rule,
      List<Fact> facts) {}

  /**
   * The value of an indicator.
   *
   * @param rule how it follows; empty where that is not said in a line
   * @param lines what else it rests on: targets, checks, records, items
   * @param inputs reported values that belong to no unit
   * @param leftOut what of it is not listed, and where it can be read; empty where all is
   */
  record FigureBlock(
      String anchor,
      String name,
      String value,
      String rule,
      List<Fact> facts,
      List<UnitRow> units,
      List<Line> lines,
      List<Reference> inputs,
      String leftOut) {}

  /** A unit behind a figure with the reported values it follows from. */
  record UnitRow(
      String anchor,
      String name,
      String value,
      String rule,
      List<Fact> facts,
      List<Reference> inputs) {}

  /** Something a figure is held against or rests on. */
  record Line(
      String anchor, String kind, String name, String value, String rule, List<Fact> facts) {}

  /** Leads to a reported value. */
  record Reference(String anchor, String text) {}

  /**
   * A reported value and its place.
   *
   * @param file anchor of the file
   * @param place sheet, record and column
   */
  record InputRow(
      String anchor,
      String statistic,
      String unit,
      String period,
      String value,
      String file,
      String path,
      String place) {}

  /** A file as it was received. */
  record FileRow(
      String anchor,
      String path,
      String sender,
      String source,
      String data,
      String received,
      String slot,
      String sha256) {}
}

package io.silvergauge.indicators.statistic;

import java.io.Serializable;

/**
 * Where a value stands in what was sent in.
 *
 * @param file path of the delivery below the assessment's {@code data} folder
 * @param sheet sheet of a workbook; empty for text files
 * @param row number of the record in the file, the first being 1, titles and header counted
 * @param column header of the column
 */
public record Origin(String file, String sheet, long row, String column) implements Serializable {}

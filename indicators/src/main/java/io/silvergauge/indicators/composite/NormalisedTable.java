package io.silvergauge.indicators.composite;

import java.util.List;

/** The scores of all indicators and units, and their logarithms once somebody asks. */
public final class NormalisedTable {
  private final List<Column> columns;
  private final double[][] logs;

  /** A table of a column an indicator. */
  public NormalisedTable(List<Column> columns) {
    this.columns = List.copyOf(columns);
    logs = new double[columns.size()][];
  }

  /** The scores, a column an indicator. */
  public List<Column> columns() {
    return columns;
  }

  double[] cells(int column) {
    return columns.get(column).cells();
  }

  /** Worked out once; two threads that ask at once work out the same. */
  double[] logs(int column) {
    synchronized (logs) {
      if (logs[column] == null) {
        double[] made = new double[columns.get(column).size()];
        logs(cells(column), made);
        logs[column] = made;
      }
      return logs[column];
    }
  }

  static void logs(double[] from, double[] to) {
    for (int i = 0; i < to.length; i++) {
      to[i] = StrictMath.log(from[i]); // not a number below nought, minus infinity at it
    }
  }
}

package io.silvergauge.indicators.composite;

import java.util.Arrays;

/**
 * The largest value of a linear function where {@code A w ≤ b}, {@code w ≥ 0} and no b is below
 * nought, so that all weights nought are a place to start from. Dantzig's simplex method on the
 * condensed tableau, with Bland's rule (Mathematics of Operations Research 2 (1977)), which never
 * goes in circles. One use.
 */
final class Simplex {
  private static final double ZERO = 1e-11;

  private final double[][] table; // a row a limit, its right side last
  private final int[] basic; // what stands for each row
  private final int[] free; // what stands for each column
  private final int columns;

  Simplex(double[][] rows, double[] limits) {
    columns = rows[0].length;
    table = new double[rows.length][];
    basic = new int[rows.length];
    free = new int[columns];
    for (int i = 0; i < rows.length; i++) {
      table[i] = Arrays.copyOf(rows[i], columns + 1);
      table[i][columns] = limits[i];
      basic[i] = columns + i;
    }
    for (int j = 0; j < columns; j++) {
      free[j] = j;
    }
  }

  /**
   * The largest value.
   *
   * @throws IllegalArgumentException where there is none
   */
  double largest(double[] function) {
    double[] gains = Arrays.copyOf(function, columns + 1);
    for (int column = entering(gains); column >= 0; column = entering(gains)) {
      int row = leaving(column);
      if (row < 0) {
        throw new IllegalArgumentException("The function has no largest value");
      }
      pivot(row, column, gains);
    }
    return 0 - gains[columns]; // never −0
  }

  private int entering(double[] gains) {
    int found = -1;
    for (int j = 0; j < columns; j++) {
      if (gains[j] > ZERO && (found < 0 || free[j] < free[found])) {
        found = j;
      }
    }
    return found;
  }

  private int leaving(int column) {
    int found = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < table.length; i++) {
      if (table[i][column] > ZERO) {
        double ratio = table[i][columns] / table[i][column];
        if (ratio < least || (ratio == least && basic[i] < basic[found])) {
          least = ratio;
          found = i;
        }
      }
    }
    return found;
  }

  private void pivot(int row, int column, double[] gains) {
    double by = table[row][column];
    for (int j = 0; j <= columns; j++) {
      table[row][j] /= by;
    }
    table[row][column] = 1 / by;
    for (int i = 0; i < table.length; i++) {
      if (i != row) {
        swept(table[i], row, column, by);
      }
    }
    swept(gains, row, column, by);
    int leaves = basic[row];
    basic[row] = free[column];
    free[column] = leaves;
  }

  private void swept(double[] other, int row, int column, double by) {
    double factor = other[column];
    for (int j = 0; j <= columns; j++) {
      other[j] -= factor * table[row][j];
    }
    other[column] = -factor / by;
  }
}

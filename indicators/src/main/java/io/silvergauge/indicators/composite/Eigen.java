package io.silvergauge.indicators.composite;

/**
 * Eigenvalues and vectors of a symmetric matrix by Jacobi's rotations, in a fixed order of pairs,
 * so that every run gives the same bits. Golub and Van Loan, Matrix Computations, section 8.5.
 */
final class Eigen {
  private static final int MOST_SWEEPS = 100;

  /** Eigenvalues, the largest first. */
  final double[] values;

  /** Their vectors of length 1, one a row; the sum of each is not negative. */
  final double[][] vectors;

  Eigen(double[][] symmetric) {
    int n = symmetric.length;
    double[][] a = new double[n][];
    double[][] v = new double[n][n];
    for (int i = 0; i < n; i++) {
      a[i] = symmetric[i].clone();
      v[i][i] = 1;
    }
    for (int sweep = 0; sweep < MOST_SWEEPS && off(a) > 1e-30 * n * n; sweep++) {
      for (int p = 0; p < n; p++) {
        for (int q = p + 1; q < n; q++) {
          rotate(a, v, p, q);
        }
      }
    }
    values = new double[n];
    vectors = new double[n][];
    boolean[] taken = new boolean[n];
    for (int place = 0; place < n; place++) {
      int largest = -1;
      for (int i = 0; i < n; i++) {
        if (!taken[i] && (largest < 0 || a[i][i] > a[largest][largest])) {
          largest = i;
        }
      }
      taken[largest] = true;
      values[place] = a[largest][largest];
      vectors[place] = upright(v, largest);
    }
  }

  private static double off(double[][] a) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < i; j++) {
        sum += a[i][j] * a[i][j];
      }
    }
    return sum;
  }

  private static void rotate(double[][] a, double[][] v, int p, int q) {
    if (a[p][q] == 0) {
      return;
    }
    double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
    double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
    double c = 1 / Math.sqrt(t * t + 1);
    double s = t * c;
    for (int k = 0; k < a.length; k++) {
      double left = a[k][p];
      double right = a[k][q];
      a[k][p] = c * left - s * right;
      a[k][q] = s * left + c * right;
    }
    for (int k = 0; k < a.length; k++) {
      double upper = a[p][k];
      double lower = a[q][k];
      a[p][k] = c * upper - s * lower;
      a[q][k] = s * upper + c * lower;
      double left = v[k][p];
      double right = v[k][q];
      v[k][p] = c * left - s * right;
      v[k][q] = s * left + c * right;
    }
  }

  private static double[] upright(double[][] v, int column) {
    double[] vector = new double[v.length];
    double sum = 0;
    for (int i = 0; i < v.length; i++) {
      vector[i] = v[i][column];
      sum += vector[i];
    }
    for (int i = 0; i < v.length && sum < 0; i++) {
      vector[i] = -vector[i];
    }
    return vector;
  }
}

package io.silvergauge.benchmarks;

import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.EvaluationJson;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * As many cities as are asked for, from the published quarters of a smaller assessment: those of
 * the newest quarter, of the one before, and so on; after the oldest the newest come again.
 */
final class ManyCities {
  /**
   * A city of a quarter.
   *
   * @param name of its files, of its own among all
   * @param file its evaluation
   */
  record One(String name, Evaluation evaluation, Path file) {
    RegionEvaluation read() throws IOException {
      return EvaluationJson.read(Files.readAllBytes(file), RegionEvaluation.class);
    }
  }

  private ManyCities() {}

  /** A list a quarter; the newest first. */
  static List<List<One>> of(Path current, int count) throws IOException {
    List<List<One>> quarters = new ArrayList<>();
    List<Path> folders;
    try (Stream<Path> all = Files.list(current)) {
      folders =
          all.filter(Files::isDirectory)
              .sorted(Comparator.comparing(Path::toString).reversed())
              .toList();
    }
    int left = count;
    for (int again = 0; left > 0; again++) {
      for (Path folder : folders) {
        if (left > 0) {
          List<One> cities = cities(folder, again, left);
          quarters.add(cities);
          left -= cities.size();
        }
      }
    }
    return quarters;
  }

  private static List<One> cities(Path folder, int again, int most) throws IOException {
    Evaluation evaluation =
        EvaluationJson.read(
            Files.readAllBytes(folder.resolve("evaluation.json")), Evaluation.class);
    return evaluation.cities().stream()
        .limit(most)
        .map(
            row -> {
              String file = RegionEvaluation.City.fileName(row.code());
              return new One(
                  folder.getFileName() + "-" + file + "-" + again,
                  evaluation,
                  folder.resolve("evaluation").resolve(file + ".json"));
            })
        .toList();
  }

  /** Does all of it, as many at a time as there are cores. */
  static void each(List<Callable<Void>> tasks) throws IOException {
    ExecutorService threads =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      for (Future<Void> one : threads.invokeAll(tasks)) {
        one.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("interrupted", e));
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }
}

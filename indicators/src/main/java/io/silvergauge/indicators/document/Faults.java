package io.silvergauge.indicators.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the faults of all files of one assessment, so that they are reported together. */
public final class Faults {
  private final List<Fault> found = new ArrayList<>();

  /** Adds a fault at a place in a file. */
  public void add(String file, int line, String field, Bilingual message) {
    found.add(new Fault(file, line, field, message));
  }

  /** All faults so far: files in the order in which they were read, each from top to bottom. */
  public List<Fault> all() {
    List<String> files = found.stream().map(Fault::file).distinct().toList();
    return found.stream()
        .sorted(
            Comparator.comparingInt((Fault fault) -> files.indexOf(fault.file()))
                .thenComparingInt(Fault::line))
        .toList();
  }

  /** How many faults there are so far. */
  public int count() {
    return found.size();
  }

  /**
   * Ends the reading where anything is wrong.
   *
   * @throws FaultyFilesException with every fault, if there is one
   */
  public void throwIfAny() {
    if (!found.isEmpty()) {
      throw new FaultyFilesException(all());
    }
  }
}

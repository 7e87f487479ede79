package io.silvergauge.indicators.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the faults of all files of one assessment, so that they are reported together. */
public final class Faults {
  /** Faults that are listed; further ones are counted. */
  static final int MAX_LISTED = 10_000;

  private final List<Fault> found = new ArrayList<>();
  private int count;

  /** Adds a fault at a place in a file; numbers of persons that it would repeat are left out. */
  public void add(String file, int line, String field, Bilingual message) {
    count++;
    if (found.size() < MAX_LISTED) {
      found.add(new Fault(shownPath(file), line, shown(field), shown(message)));
    }
  }

  private static String shown(String field) {
    return PersonalData.isInPath(field) ? "…" : field;
  }

  /** The folder in which a file lies whose name tells of somebody. */
  private static String shownPath(String file) {
    String shown = file;
    while (PersonalData.isInPath(shown)) {
      shown = shown.substring(0, Math.max(0, shown.lastIndexOf('/')));
    }
    return shown.equals(file) ? file : shown.isEmpty() ? "…" : shown + "/…";
  }

  private static Bilingual shown(Bilingual message) {
    return PersonalData.isInPath(message.zh()) || PersonalData.isInPath(message.en())
        ? PersonalData.FOUND
        : message;
  }

  /**
   * All faults so far: files in the order in which they were read, each from top to bottom. Where
   * there are more than are listed, the last says how many more.
   */
  public List<Fault> all() {
    List<String> files = found.stream().map(Fault::file).distinct().toList();
    List<Fault> all =
        new ArrayList<>(
            found.stream()
                .sorted(
                    Comparator.comparingInt((Fault fault) -> files.indexOf(fault.file()))
                        .thenComparingInt(Fault::line))
                .toList());
    if (count > found.size()) {
      all.add(
          new Fault(
              files.get(files.size() - 1),
              0,
              "",
              Bilingual.of(
                  "另有 %d 处错误；最多列出 %d 处",
                  "%d faults more; at most %d are listed", count - found.size(), MAX_LISTED)));
    }
    return List.copyOf(all);
  }

  /** How many faults there are so far. */
  public int count() {
    return count;
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

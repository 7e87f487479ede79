package io.silvergauge.jobs.store;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a publication holds and rests on; no times, so that the same inputs give the same bytes.
 *
 * @param model version of this file
 * @param program name and version of the program
 * @param periods what each published period rests on, by period
 * @param specials what each special evaluation rests on, by the path of its folder
 * @param snapshots the files of each snapshot, by its id
 * @param published hash of every published file, by path
 */
public record Manifest(
    int model,
    String program,
    Map<String, PeriodEntry> periods,
    Map<String, PeriodEntry> specials,
    Map<String, List<FileEntry>> snapshots,
    Map<String, String> published) {
  /** Version of the manifest that this program writes and reads. */
  public static final int MODEL = 1;

  /**
   * A published period.
   *
   * @param asOf only deliveries received by this day count
   * @param scheme the scheme's id and edition
   * @param schemeSha256 hash of the scheme's file
   * @param snapshot id of the snapshot it rests on
   * @param assessment hash of every file of the assessment folder that people wrote, by name
   * @param program what made it, with its version; null in manifests of older versions
   */
  public record PeriodEntry(
      String asOf,
      String scheme,
      String schemeSha256,
      String snapshot,
      Map<String, String> assessment,
      String program) {
    public PeriodEntry {
      assessment = new TreeMap<>(assessment == null ? Map.of() : assessment); // older manifests
    }

    /** The same, made by a program where it does not say by which. */
    public PeriodEntry madeBy(String usual) {
      return program != null
          ? this
          : new PeriodEntry(asOf, scheme, schemeSha256, snapshot, assessment, usual);
    }
  }

  /**
   * A file that was read.
   *
   * @param path below the assessment's data folder; of what visits found below the assessment's own
   * @param sha256 its hash
   * @param slot what it answers
   * @param received day on which it was received
   * @param read records in it
   * @param accepted records that gave values
   * @param rejected records that were refused
   * @param setAside titles, header, totals, blank and repeated records
   */
  public record FileEntry(
      String path,
      String sha256,
      String slot,
      String received,
      long read,
      long accepted,
      long rejected,
      long setAside) {
    private static final String OF_VISITS = "verification/";

    /** The slot under which stands what visits of a sample found. */
    public static String ofVisits(String sample) {
      return OF_VISITS + sample;
    }

    /** Whether it is what visits found, not a delivery. */
    public boolean tellsOfVisits() {
      return slot.startsWith(OF_VISITS);
    }
  }

  public Manifest {
    periods = new TreeMap<>(periods);
    specials = new TreeMap<>(specials == null ? Map.of() : specials); // older manifests
    snapshots = new TreeMap<>(snapshots);
    published = new TreeMap<>(published);
  }

  /** The same with one file more. */
  public Manifest with(String file, String sha256) {
    Map<String, String> more = new TreeMap<>(published);
    more.put(file, sha256);
    return new Manifest(model, program, periods, specials, snapshots, more);
  }

  /** Whether it holds a period or special evaluation that was evaluated as of a date. */
  boolean isOf(String folder, String asOf) {
    PeriodEntry entry = periods.containsKey(folder) ? periods.get(folder) : specials.get(folder);
    return entry != null && entry.asOf().equals(asOf);
  }

  /** The innermost folder of a period or special evaluation that a file lies in; empty for none. */
  public String folderOf(String file) {
    return Stream.concat(periods.keySet().stream(), specials.keySet().stream())
        .filter(folder -> file.startsWith(folder + "/"))
        .max(Comparator.comparingInt(String::length))
        .orElse("");
  }

  /** Hashes of a folder's own files, by path. */
  Map<String, String> files(String folder) {
    Map<String, String> files = new TreeMap<>(published);
    files.keySet().removeIf(file -> !folderOf(file).equals(folder));
    return files;
  }
}

package io.silvergauge.jobs.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes the files as they came, and the list of them with hash, sender and date. */
final class DeliveryFolder {
  private static final String HEADER = "path,sha256,sender,received,slot,mode,replaces";

  private final Path data;
  private final Map<String, String> entries = new TreeMap<>();

  DeliveryFolder(Path data) {
    this.data = data;
  }

  /** A file in full, in CSV. */
  void deliver(String period, String sender, String source, byte[] bytes, LocalDate received)
      throws IOException {
    deliver(period, sender, source, ".csv", bytes, received, "full");
  }

  /**
   * A file.
   *
   * @param ending what its name has behind the source, for example {@code .xlsx}
   * @param mode what it does to its slot
   */
  void deliver(
      String period,
      String sender,
      String source,
      String ending,
      byte[] bytes,
      LocalDate received,
      String mode)
      throws IOException {
    String path = period + "/" + sender + "/" + source + ending;
    Path file = data.resolve(path);
    Files.createDirectories(data.resolve(period).resolve(sender));
    Files.write(file, bytes);
    String slot = source + "/" + sender + "/" + period + "/all";
    entries.put(
        path, Csv.line(List.of(path, sha256(bytes), sender, received.toString(), slot, mode, "")));
  }

  void writeList() throws IOException {
    String rows = entries.values().stream().collect(Collectors.joining("\n", "", "\n"));
    Files.writeString(data.resolve("deliveries.csv"), HEADER + "\n" + rows, StandardCharsets.UTF_8);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}

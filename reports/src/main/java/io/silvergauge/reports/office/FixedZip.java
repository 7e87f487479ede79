package io.silvergauge.reports.office;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * Packs an office file again without the time at which it was made: the same content, the same
 * bytes.
 */
public final class FixedZip {
  private static final LocalDateTime TIME = LocalDateTime.of(2000, 1, 1, 0, 0);
  private static final String PROPERTIES = "docProps/core.xml";
  private static final String SHEETS = "xl/worksheets/";
  private static final String WORKBOOK = ".xlsx";
  private static final Pattern MERGED = Pattern.compile("(?:<mergeCell ref=\"[A-Z0-9:]+\"/>)+");

  private FixedZip() {}

  /** The workbook with a fixed time in its entries and its properties. */
  public static byte[] of(byte[] workbook) throws IOException {
    return packed(workbook, false);
  }

  /** The same without compression, so that no version of a packer makes a difference. */
  public static byte[] stored(byte[] workbook) throws IOException {
    return packed(workbook, true);
  }

  private static byte[] packed(byte[] workbook, boolean stored) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipFile from =
            ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook))
                .get();
        ZipOutputStream to = new ZipOutputStream(out)) {
      for (ZipArchiveEntry entry : Collections.list(from.getEntriesInPhysicalOrder())) {
        byte[] read = from.getInputStream(entry).readAllBytes();
        byte[] content =
            entry.getName().equals(PROPERTIES)
                ? timeless(read)
                : entry.getName().startsWith(SHEETS)
                    ? ordered(read)
                    : entry.getName().endsWith(WORKBOOK) ? packed(read, stored) : read;
        ZipEntry fixed = new ZipEntry(entry.getName());
        fixed.setTimeLocal(TIME);
        if (stored || entry.getName().endsWith(WORKBOOK)) { // which is packed itself
          CRC32 check = new CRC32();
          check.update(content);
          fixed.setMethod(ZipEntry.STORED);
          fixed.setSize(content.length);
          fixed.setCrc(check.getValue());
        }
        to.putNextEntry(fixed);
        to.write(content);
        to.closeEntry();
      }
    }
    return out.toByteArray();
  }

  /** Merged cells come in an order that differs from run to run. */
  private static byte[] ordered(byte[] sheet) {
    String text = new String(sheet, StandardCharsets.UTF_8);
    if (!text.contains("<mergeCell ")) {
      return sheet;
    }
    return MERGED
        .matcher(text)
        .replaceAll(
            found ->
                Arrays.stream(found.group().split("(?<=/>)", -1))
                    .sorted()
                    .collect(Collectors.joining()))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] timeless(byte[] properties) {
    return new String(properties, StandardCharsets.UTF_8)
        .replaceAll(
            "(?<=<dcterms:created xsi:type=\"dcterms:W3CDTF\">)[^<]*", "2000-01-01T00:00:00Z")
        .getBytes(StandardCharsets.UTF_8);
  }
}

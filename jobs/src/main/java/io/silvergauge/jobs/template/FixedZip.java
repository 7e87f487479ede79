package io.silvergauge.jobs.template;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * Packs a workbook again without the time at which it was made: the same content, the same bytes.
 */
public final class FixedZip {
  private static final LocalDateTime TIME = LocalDateTime.of(2000, 1, 1, 0, 0);
  private static final String PROPERTIES = "docProps/core.xml";

  private FixedZip() {}

  /** The workbook with a fixed time in its entries and its properties. */
  public static byte[] of(byte[] workbook) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipFile from =
            ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook))
                .get();
        ZipOutputStream to = new ZipOutputStream(out)) {
      for (ZipArchiveEntry entry : Collections.list(from.getEntriesInPhysicalOrder())) {
        byte[] content = from.getInputStream(entry).readAllBytes();
        ZipEntry fixed = new ZipEntry(entry.getName());
        fixed.setTimeLocal(TIME);
        to.putNextEntry(fixed);
        to.write(entry.getName().equals(PROPERTIES) ? timeless(content) : content);
        to.closeEntry();
      }
    }
    return out.toByteArray();
  }

  private static byte[] timeless(byte[] properties) {
    return new String(properties, StandardCharsets.UTF_8)
        .replaceAll(
            "(?<=<dcterms:created xsi:type=\"dcterms:W3CDTF\">)[^<]*", "2000-01-01T00:00:00Z")
        .getBytes(StandardCharsets.UTF_8);
  }
}

package io.silvergauge.jobs.read;

import io.silvergauge.jobs.read.UnreadableFileException.Why;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * A zip file that is not trusted: its entries are counted, their names checked, their sizes and
 * checksums verified while they are unpacked.
 */
final class Archive {
  private final long packed;
  private final ZipFile zip;
  private final Map<String, ZipArchiveEntry> entries = new LinkedHashMap<>();
  private final Map<String, Long> unpacked = new HashMap<>();
  private long left = Limits.UNPACKED;

  private Archive(ZipFile zip, long packed) {
    this.zip = zip;
    this.packed = packed;
  }

  /**
   * Opens a zip file.
   *
   * @throws UnreadableFileException if it is damaged, too large or not honest
   */
  static Archive open(byte[] content) throws UnreadableFileException {
    try {
      ZipFile zip =
          ZipFile.builder()
              .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
              .setCharset(StandardCharsets.ISO_8859_1)
              .get();
      Archive archive = new Archive(zip, content.length);
      List<ZipArchiveEntry> all = Collections.list(zip.getEntriesInPhysicalOrder());
      if (all.size() > Limits.ENTRIES) {
        throw UnreadableFileException.of(
            Why.LIMIT,
            "压缩包内有 %d 个文件，最多 %d 个；请分开报送",
            "it holds %d entries, at most %d are read; please send them apart",
            all.size(),
            Limits.ENTRIES);
      }
      Set<String> folded = new TreeSet<>();
      for (ZipArchiveEntry entry : all) {
        archive.add(entry, folded);
      }
      return archive;
    } catch (IOException | IllegalArgumentException e) {
      throw damaged();
    }
  }

  static UnreadableFileException damaged() {
    return UnreadableFileException.of(
        Why.DAMAGED,
        "文件已损坏或不完整，无法解压；请用原文件重新报送",
        "it is damaged or cut short and cannot be unpacked; please send the original again");
  }

  private void add(ZipArchiveEntry entry, Set<String> folded) throws UnreadableFileException {
    String name = name(entry);
    if (entry.isDirectory()) {
      return;
    }
    boolean outside =
        name.startsWith("/")
            || name.indexOf('\\') >= 0
            || name.indexOf(':') >= 0
            || name.chars().anyMatch(Character::isISOControl)
            || List.of(name.split("/", -1)).contains("..");
    if (outside || entry.isUnixSymlink()) {
      throw UnreadableFileException.of(
          Why.UNSAFE,
          "压缩包内的文件名“%s”指向包外或含有不允许的字符；请重新打包后报送",
          "its entry '%s' points out of the archive or has letters that are not allowed; please"
              + " pack it again",
          shown(name));
    }
    if (!folded.add(name.toLowerCase(Locale.ROOT))) {
      throw UnreadableFileException.of(
          Why.UNSAFE,
          "压缩包内有两个文件都名为“%s”，无法判断以哪个为准；请重新打包后报送",
          "two of its entries are named '%s', and nothing tells which counts; please pack it again",
          shown(name));
    }
    entries.put(name, entry);
  }

  /** A name as UTF-8 if it is that, else as GB18030, as Windows in Chinese writes it. */
  private static String name(ZipArchiveEntry entry) {
    byte[] raw = entry.getRawName();
    if (raw == null || entry.getGeneralPurposeBit().usesUTF8ForNames()) {
      return entry.getName();
    }
    return decoded(raw, StandardCharsets.UTF_8)
        .or(() -> decoded(raw, Charset.forName("GB18030")))
        .orElseGet(entry::getName);
  }

  private static Optional<String> decoded(byte[] name, Charset charset) {
    try {
      return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(name)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty(); // another may fit
    }
  }

  private static String shown(String name) {
    String safe = name.replaceAll("\\p{Cntrl}", "?");
    return safe.length() > 100 ? safe.substring(0, 100) + "…" : safe;
  }

  /** The names of its files, in the order in which they lie. */
  List<String> names() {
    return List.copyOf(entries.keySet());
  }

  boolean has(String name) {
    return entries.containsKey(name);
  }

  /**
   * A file of it, unpacked while it is read.
   *
   * @throws UnreadableFileException if there is no such file or it cannot be unpacked
   */
  UnpackedStream open(String name) throws UnreadableFileException {
    ZipArchiveEntry entry = entries.get(name);
    if (entry == null) {
      throw UnreadableFileException.of(
          Why.DAMAGED,
          "文件不完整，缺少“%s”；请用原文件重新报送",
          "its part '%s' is missing; please send the original again",
          shown(name));
    }
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      throw locked();
    }
    try {
      if (!zip.canReadEntryData(entry)) {
        throw UnreadableFileException.of(
            Why.KIND,
            "“%s”用了不常见的压缩方法；请用普通 zip 重新打包",
            "'%s' is packed in an unusual way; please pack it as a plain zip",
            shown(name));
      }
      return new UnpackedStream(
          zip.getInputStream(entry),
          Math.min(entry.getCompressedSize(), packed),
          entry.getSize(),
          entry.getCrc(),
          this,
          name);
    } catch (IOException | IllegalArgumentException e) {
      throw damaged();
    }
  }

  static UnreadableFileException locked() {
    return UnreadableFileException.of(
        Why.PROTECTED,
        "文件设有密码；请去掉密码后重新报送",
        "it is locked with a password; please remove the password and send it again");
  }

  /**
   * A file of it, unpacked whole.
   *
   * @param most bytes it may have
   */
  byte[] bytes(String name, int most) throws UnreadableFileException {
    UnpackedStream stream = open(name);
    try {
      return stream.all(most);
    } finally {
      stream.release();
    }
  }

  /**
   * Takes unpacked bytes off what may be unpacked of the whole file; what is read again counts
   * once.
   *
   * @param count how many bytes of the entry were unpacked so far
   */
  boolean take(String entry, long count) {
    long more = count - unpacked.getOrDefault(entry, 0L);
    if (more > 0) {
      left -= more;
      unpacked.put(entry, count);
    }
    return left >= 0;
  }

  /** An archive that has no directory, such as a gzip file, unpacked whole. */
  static byte[] gunzip(byte[] content) throws UnreadableFileException {
    Archive whole = new Archive(null, content.length);
    try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(content))) {
      return new UnpackedStream(
              unpacked, content.length, UnpackedStream.UNKNOWN, UnpackedStream.UNKNOWN, whole, "")
          .all(Limits.ENTRY);
    } catch (IOException e) {
      throw damaged();
    }
  }
}

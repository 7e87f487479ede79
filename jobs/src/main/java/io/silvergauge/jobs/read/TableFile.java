package io.silvergauge.jobs.read;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.jobs.read.UnreadableFileException.Why;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A file as it came: a text, a workbook, or a container of those. What it is is told by its bytes;
 * its name matters only where the bytes leave it open.
 */
public final class TableFile {
  private TableFile() {}

  /**
   * A part of a file that is read or refused by itself: the whole file, or one in a container.
   *
   * @param name the entry's name in a container; empty for the whole file
   */
  public record Part(String name, Opener opener) {
    /**
     * Opens it.
     *
     * @throws UnreadableFileException if it is not a table, or none that is read
     */
    public Tables open() throws UnreadableFileException {
      return opener.open();
    }
  }

  /** Opens a part when its turn comes, so that one at a time is held. */
  @FunctionalInterface
  public interface Opener {
    /** The tables of a part. */
    Tables open() throws UnreadableFileException;
  }

  /**
   * The tables of a part.
   *
   * @param sheets its sheets in their order
   * @param remarks what must not go unsaid
   */
  public record Tables(List<Sheet> sheets, List<Remark> remarks) {
    public Tables {
      sheets = List.copyOf(sheets);
      remarks = List.copyOf(remarks);
    }
  }

  /**
   * The parts of a file.
   *
   * @param name the file's name, of which only the ending counts
   * @throws UnreadableFileException if nothing of it can be read
   */
  public static List<Part> parts(
      String name, byte[] content, SourceDescription.Encoding encoding, char separator)
      throws UnreadableFileException {
    Text text = new Text(encoding, separator);
    if (content.length == 0) {
      throw UnreadableFileException.of(
          Why.EMPTY, "文件为空（0 字节），请重新报送", "the file is empty (0 bytes); please send it again");
    }
    return switch (FileKind.of(content)) {
      case GZIP -> List.of(new Part("", () -> inside("", Archive.gunzip(content), text)));
      case ZIP -> zip(content, text);
      default -> List.of(new Part("", () -> single(name, "", content, text)));
    };
  }

  private record Text(SourceDescription.Encoding encoding, char separator) {}

  private static List<Part> zip(byte[] content, Text text) throws UnreadableFileException {
    Archive archive = Archive.open(content);
    if (Workbooks.isPackage(archive)) {
      return List.of(new Part("", () -> Workbooks.open(archive, "")));
    }
    List<Part> parts = new ArrayList<>();
    for (String entry : archive.names()) {
      parts.add(
          beside(entry)
              ? new Part(entry, () -> leftOut(entry))
              : new Part(entry, () -> inside(entry, archive.bytes(entry, Limits.ENTRY), text)));
    }
    if (parts.isEmpty()) {
      throw UnreadableFileException.of(
          Why.EMPTY, "压缩包内没有文件，请重新报送", "the archive holds no file; please send it again");
    }
    return parts;
  }

  /** What file systems put into archives beside what people put there. */
  private static boolean beside(String entry) {
    String file = entry.substring(entry.lastIndexOf('/') + 1);
    return entry.startsWith("__MACOSX/")
        || file.startsWith(".")
        || file.startsWith("~$")
        || file.equalsIgnoreCase("thumbs.db")
        || file.equalsIgnoreCase("desktop.ini");
  }

  private static Tables leftOut(String entry) {
    return new Tables(
        List.of(),
        List.of(
            new Remark(
                Remark.Kind.NOT_READ,
                entry,
                Bilingual.of("系统附带的文件，未读取", "a file that the system put in, not read"))));
  }

  /** A file that lay in a container, where no further container may lie. */
  private static Tables inside(String entry, byte[] content, Text text)
      throws UnreadableFileException {
    if (content.length == 0) {
      throw UnreadableFileException.of(
          Why.EMPTY, "文件为空（0 字节），请重新报送", "the file is empty (0 bytes); please send it again");
    }
    FileKind kind = FileKind.of(content);
    if (kind == FileKind.ZIP) {
      Archive archive = Archive.open(content);
      if (Workbooks.isPackage(archive)) {
        return Workbooks.open(archive, entry);
      }
    }
    if (kind == FileKind.ZIP || kind == FileKind.GZIP) {
      throw UnreadableFileException.of(
          Why.LIMIT,
          "压缩包里还有压缩包，不予读取；请只压缩一层",
          "an archive in an archive is not read; please pack once only");
    }
    return single(entry, entry, content, text);
  }

  private static Tables single(String fileName, String name, byte[] content, Text text)
      throws UnreadableFileException {
    String ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return switch (FileKind.of(content)) {
      case TEXT ->
          new Tables(
              List.of(new CsvSheet(name, content, text.encoding(), text.separator())), List.of());
      case OLE -> {
        if (ending.equals("et") || ending.equals("ett")) {
          throw FileKind.refusal("WPS 表格专用格式（.et）", "a workbook in WPS's own format (.et)");
        }
        yield Xls.open(content, name);
      }
      default -> throw FileKind.of(content).refusal();
    };
  }
}

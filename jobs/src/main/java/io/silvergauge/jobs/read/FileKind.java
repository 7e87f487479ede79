package io.silvergauge.jobs.read;

import io.silvergauge.indicators.document.Bilingual;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What kind of file some bytes are, told by the bytes and never by the name. */
enum FileKind {
  /** Text, as far as can be seen. */
  TEXT("文本", "text"),
  /** gzip. */
  GZIP("gzip", "a gzip file"),
  /** zip, of which XLSX and DOCX are kinds. */
  ZIP("zip", "a zip file"),
  /** The container of the old Office formats. */
  OLE("旧版 Office 文件", "an old Office file"),
  /** PDF. */
  PDF("PDF 文件", "a PDF"),
  /** RAR. */
  RAR("RAR 压缩包", "a RAR archive"),
  /** 7z. */
  SEVEN_ZIP("7z 压缩包", "a 7z archive"),
  /** bzip2, xz, zstd. */
  PACKED("压缩包", "an archive of an unusual kind"),
  /** RTF. */
  RTF("RTF 文档", "an RTF document"),
  /** A web page, as systems export it under the name .xls. */
  HTML("网页（HTML）", "a web page (HTML)"),
  /** A web page in one file. */
  MHTML("网页（MHTML）", "a web page (MHTML)"),
  /** The workbook of Excel 2003 in XML, or other XML. */
  XML("XML 文件", "an XML file"),
  /** A picture or scan. */
  PICTURE("图片", "a picture"),
  /** A program. */
  PROGRAM("程序文件", "a program"),
  /** A database. */
  DATABASE("数据库文件", "a database file");

  private final String zh;
  private final String en;

  FileKind(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  private record Mark(FileKind kind, String hex) {}

  private static final Mark[] MARKS = {
    new Mark(GZIP, "1F8B"),
    new Mark(ZIP, "504B0304"),
    new Mark(ZIP, "504B0506"),
    new Mark(ZIP, "504B0708"),
    new Mark(OLE, "D0CF11E0A1B11AE1"),
    new Mark(PDF, "255044462D"),
    new Mark(RAR, "526172211A07"),
    new Mark(SEVEN_ZIP, "377ABCAF271C"),
    new Mark(PACKED, "425A68"),
    new Mark(PACKED, "FD377A585A00"),
    new Mark(PACKED, "28B52FFD"),
    new Mark(RTF, "7B5C727466"),
    new Mark(PICTURE, "89504E470D0A1A0A"),
    new Mark(PICTURE, "FFD8FF"),
    new Mark(PICTURE, "47494638"),
    new Mark(PICTURE, "49492A00"),
    new Mark(PICTURE, "4D4D002A"),
    new Mark(PROGRAM, "7F454C46"),
    new Mark(PROGRAM, "4D5A9000"),
    new Mark(DATABASE, "53514C69746520666F726D6174203300"),
    new Mark(DATABASE, "000100005374616E64617264"),
  };

  private static final String[] HTML_STARTS = {
    "<html", "<!doctype", "<table", "<meta", "<head", "<body", "<style", "<script", "<div", "<!--"
  };

  static FileKind of(byte[] content) {
    for (Mark mark : MARKS) {
      if (startsWith(content, mark.hex())) {
        return mark.kind();
      }
    }
    String start = start(content);
    for (String html : HTML_STARTS) {
      if (start.startsWith(html)) {
        return HTML;
      }
    }
    if (start.startsWith("mime-version:")) {
      return MHTML;
    }
    return start.startsWith("<?xml") ? XML : TEXT;
  }

  /** The refusal of a kind that is not read. */
  UnreadableFileException refusal() {
    return switch (this) {
      case RAR, SEVEN_ZIP, PACKED ->
          refusal(
              "%s，不予解压；请解压后报送其中的表格（.xlsx 或 CSV），或改用 zip 打包",
              "%s, which is not unpacked; please send the tables in it (.xlsx or CSV), or pack them"
                  + " as zip",
              zh,
              en);
      case PDF, PICTURE ->
          refusal(
              "%s，不是可读取的表格；请报送制作它所用的原表（.xlsx 或 CSV）",
              "%s, not a table that can be read; please send the table it was made from (.xlsx or"
                  + " CSV)",
              zh,
              en);
      default -> refusal(zh, en);
    };
  }

  /** The refusal of something that is not read, with what to send instead. */
  static UnreadableFileException refusal(String zh, String en) {
    return refusal(
        "%s，不是可读取的表格；请在 Excel 或 WPS 中另存为 .xlsx 或 CSV（UTF-8）后报送",
        "%s, not a table that can be read; please save it as .xlsx or as CSV (UTF-8) in Excel or"
            + " WPS and send that",
        zh,
        en);
  }

  private static UnreadableFileException refusal(
      String textZh, String textEn, String zh, String en) {
    String blank = zh.codePointAt(0) < 0x80 ? " " : ""; // between Chinese and Latin letters
    return UnreadableFileException.of(
        UnreadableFileException.Why.KIND,
        "这是" + textZh,
        "this is " + textEn,
        new Bilingual(blank + zh, en));
  }

  private static boolean startsWith(byte[] content, String hex) {
    if (content.length < hex.length() / 2) {
      return false;
    }
    for (int i = 0; i < hex.length() / 2; i++) {
      if ((content[i] & 0xFF) != Integer.parseInt(hex.substring(2 * i, 2 * i + 2), 16)) {
        return false;
      }
    }
    return true;
  }

  /** The first letters in small ones, marks and blanks left out. */
  private static String start(byte[] content) {
    Charset charset =
        startsWith(content, "FFFE")
            ? StandardCharsets.UTF_16LE
            : startsWith(content, "FEFF") ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
    return new String(content, 0, Math.min(content.length, 256), charset)
        .replace("\uFEFF", "")
        .stripLeading()
        .toLowerCase(Locale.ROOT);
  }
}

package io.silvergauge.jobs.ingest;

import io.silvergauge.jobs.Repository;
import io.silvergauge.jobs.SmallAssessment;
import io.silvergauge.jobs.read.SourceDescription;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Sheet;

/** Inputs that are wrong, each with the reason it must be refused for, made here one by one. */
final class BadInputs {
  /** A wrong input. */
  static final class Bad {
    private final String name;
    private final String file;
    private final SourceDescription description;
    private final byte[] content;
    private final RejectReason reason;
    private final long accepted;

    /**
     * A wrong input.
     *
     * @param name what is wrong with it
     * @param file its name
     * @param content its bytes
     * @param reason why something of it must be refused
     * @param accepted how many of its rows are good nevertheless
     */
    Bad(
        String name,
        String file,
        SourceDescription description,
        byte[] content,
        RejectReason reason,
        long accepted) {
      this.name = name;
      this.file = file;
      this.description = description;
      this.content = content;
      this.reason = reason;
      this.accepted = accepted;
    }

    String file() {
      return file;
    }

    SourceDescription description() {
      return description;
    }

    byte[] content() {
      return content;
    }

    RejectReason reason() {
      return reason;
    }

    long accepted() {
      return accepted;
    }

    @Override
    public String toString() {
      return reason + ": " + name;
    }
  }

  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final String GOOD_ROW = "110121,东县,300,140,50";
  private static final String FILE = "2023Q4/110000/civil.csv";

  private static final List<Bad> ALL = made();

  private final List<Bad> all = new ArrayList<>();

  private BadInputs() {}

  static List<Bad> all() {
    return ALL;
  }

  private static List<Bad> made() {
    BadInputs inputs = new BadInputs();
    inputs.numbers();
    inputs.codes();
    inputs.rows();
    inputs.periodsUnitsAndDates();
    inputs.headers();
    inputs.encodings();
    inputs.csv();
    inputs.kinds();
    inputs.containers();
    inputs.workbooks();
    inputs.xml();
    inputs.layouts();
    return List.copyOf(inputs.all);
  }

  /** The reasons that the corpus covers. */
  static Set<RejectReason> reasons() {
    Set<RejectReason> reasons = EnumSet.noneOf(RejectReason.class);
    all().forEach(bad -> reasons.add(bad.reason()));
    return reasons;
  }

  private void add(
      String name, SourceDescription description, byte[] content, RejectReason reason, long good) {
    all.add(new Bad(name, FILE, description, content, reason, good));
  }

  private void file(String name, byte[] content, RejectReason reason) {
    add(name, Sent.civil(), content, reason, 0);
  }

  /** A row beside a good one. */
  private void row(RejectReason reason, String name, String... rows) {
    List<String> lines = new ArrayList<>(List.of(rows));
    lines.add(GOOD_ROW);
    byte[] content =
        Repository.utf8(String.join("\n", Sent.civilLines(lines.toArray(String[]::new))) + "\n");
    add(name, Sent.civil(), content, reason, 1);
  }

  private void value(RejectReason reason, String... values) {
    for (String value : values) {
      String cell = value.contains(",") ? "\"" + value + "\"" : value;
      row(reason, "value " + value, "110101,东区,100,60," + cell);
    }
  }

  private void numbers() {
    value(
        RejectReason.NOT_A_NUMBER,
        "十二",
        "N/A",
        "NaN",
        "Infinity",
        "-Infinity",
        "0x1F",
        "1_000",
        "1.2.3",
        "1,23",
        "12,34,567",
        "1,,000",
        ",100",
        "--5",
        "+-5",
        "5-",
        "(5)",
        "1/2",
        "½",
        "٣٤",
        "一百",
        "=1+1",
        "=cmd|' /C calc'!A0",
        "@SUM(1)",
        "true",
        "是",
        "2023-01-01",
        "10:30",
        "1..5",
        "null",
        "None",
        "无",
        "？",
        "#REF!",
        "1'000",
        "0b11",
        "1234d",
        "∞",
        "<script>1</script>",
        "${jndi:ldap://x/a}",
        "一",
        "／");
    value(RejectReason.TOO_MANY_DECIMALS, "1.1234567", "0.0000001");
    value(RejectReason.VALUE_TOO_LARGE, "1000000000000", "999999999999999999");
    value(RejectReason.NEGATIVE_VALUE, "-1", "-0.000001", "－3");
    row(RejectReason.SHARE_ABOVE_100, "a part above its whole", "110101,东区,100,101,1");
    row(RejectReason.SHARE_ABOVE_100, "a part of nothing", "110101,东区,0,1,1");
    long_(RejectReason.NOT_YES_OR_NO, "yes or no", "110100,2023Q4,policy,2,");
    long_(RejectReason.NOT_YES_OR_NO, "perhaps", "110100,2023Q4,policy,0.5,");
    long_(RejectReason.SHARE_ABOVE_100, "stated share", "110100,2023Q4,satisfaction,100.1,%");
  }

  private void codes() {
    for (String code :
        List.of(
            "11010",
            "1101011",
            "110199",
            "999999",
            "000000",
            "11O101",
            "110101.0",
            "110101 110121",
            "'110101",
            "-110101",
            "1.10101E5",
            "CN110101",
            "110101;DROP",
            "../110101",
            "=110101",
            "<b>")) {
      row(RejectReason.UNKNOWN_REGION, "code " + code, code + ",东区,100,60,30");
    }
    row(RejectReason.UNKNOWN_REGION, "no code", ",东区,100,60,30");
    row(RejectReason.EXPIRED_REGION, "a code that had ended", "110122,旧县,100,60,30");
  }

  private void rows() {
    row(RejectReason.ROW_SHAPE, "a cell too few", "110101,东区,100,60");
    row(RejectReason.ROW_SHAPE, "a cell too many", "110101,东区,100,60,30,5");
    row(RejectReason.ROW_SHAPE, "a separator too many", "110101,东区,100,60,30,");
    row(RejectReason.ROW_SHAPE, "one cell", "110101");
    row(RejectReason.ROW_SHAPE, "another separator", "110101;东区;100;60;30");
    row(RejectReason.ROW_SHAPE, "an unquoted thousands separator", "110101,东区,1,300,60,30");
    row(RejectReason.ROW_SHAPE, "a note that nothing announces", "以上数据为快报数");
    row(RejectReason.ROW_SHAPE, "20,000 cells", "110101" + ",1".repeat(20_000));
    row(RejectReason.CONTROL_CHARACTER, "NUL", "110101,东\0区,100,60,30");
    row(RejectReason.CONTROL_CHARACTER, "NUL in a number", "110101,东区,1\0" + "00,60,30");
    row(RejectReason.CONTROL_CHARACTER, "escape", "110101,\u001b[31m东区,100,60,30");
    row(RejectReason.CONTROL_CHARACTER, "delete", "110101,东\u007f区,100,60,30");
    row(RejectReason.TEXT_DAMAGED, "a replacement character", "110101,东\uFFFD区,100,60,30");
    row(RejectReason.CELL_TOO_LONG, "a long cell", "110101," + "东".repeat(32_768) + ",1,1,1");
    row(RejectReason.CELL_TOO_LONG, "a long number", "110101,东区,1,1," + "9".repeat(40_000));
    row(
        RejectReason.DUPLICATE_CONFLICT,
        "rows that contradict each other",
        "110101,东区,100,60,30",
        "110101,东区,100,61,30");
    row(
        RejectReason.DUPLICATE_CONFLICT,
        "a blank against a number",
        "110101,东区,100,60,30",
        "110101,东区,100,,30");
    // Check digits by GB 11643 for made-up people; no such numbers are given out to children of
    // 1900.
    for (String person :
        List.of(
            "110101190003071232",
            "110101 19000307 1232",
            "１１０１０１１９０００３０７１２３２",
            "王某110101190003071232",
            "13800138000",
            "138 0013 8000",
            "138-0013-8000",
            "+8613800138000",
            "李某 13800138000")) {
      row(RejectReason.PERSONAL_DATA, "person " + person, "110101," + person + ",100,60,30");
    }
    row(RejectReason.PERSONAL_DATA, "a telephone number as a code", "13800138000,东区,1,1,1");
  }

  private void long_(RejectReason reason, String name, String row) {
    byte[] content =
        Repository.utf8(
            "region_code,period,statistic,value,unit\n" + row + "\n110101,2023Q4,beds,1,张\n");
    add(name, Sent.plain(), content, reason, 1);
  }

  private void periodsUnitsAndDates() {
    for (String period :
        List.of("2023Q5", "2023-13", "23Q4", "Q4", "2023/13", "99999", "2023-00", "F2020", "")) {
      long_(RejectReason.UNKNOWN_PERIOD, "period " + period, "110101," + period + ",beds,1,张");
    }
    for (String period : List.of("2024Q1", "2022Q4", "2023Q3", "2023", "2023-09")) {
      long_(RejectReason.IMPOSSIBLE_PERIOD, "period " + period, "110101," + period + ",beds,1,张");
    }
    for (String unit : List.of("公里", "kg", "人", "万元", "%", "万万张", "张张")) {
      long_(RejectReason.UNKNOWN_UNIT, "unit " + unit, "110101,2023Q4,beds,1," + unit);
    }
    for (String statistic : List.of("bed", "BEDS", "", "beds;drop", "床位数")) {
      long_(RejectReason.UNKNOWN_STATISTIC, statistic, "110101,2023Q4," + statistic + ",1,张");
    }
    for (String date :
        List.of("2023-02-30", "31.12.2023", "9999-12-31", "0001-01-01", "today", "十月")) {
      byte[] content =
          Repository.utf8(
              "代码,月份,时点,名单,探访\n110101,2023-10," + date + ",50,40\n110121,2023-10,,50,40\n");
      add("date " + date, Sent.visits(), content, RejectReason.NOT_A_DATE, 1);
    }
  }

  private void headers() {
    file("no region column", lines("表", "甲,地区,床位数", "110101,东区,1"), RejectReason.MISSING_COLUMN);
    file(
        "two region columns",
        lines("表", "代码,代码,床位数,护理型,资金", "1,1,1,1,1"),
        RejectReason.DUPLICATE_COLUMN);
    file(
        "two value columns",
        lines("表", "代码,床位数,床位,护理型,资金", "1,1,1,1,1"),
        RejectReason.DUPLICATE_COLUMN);
    file("header one row up", lines("代码,地区,床位数,护理型,资金", GOOD_ROW), RejectReason.MISSING_COLUMN);
    file("another separator", lines("表", "代码\t床位数", "110101\t1"), RejectReason.HEADER_MISSING);
    file("nothing below the header", lines(Sent.civilLines()), RejectReason.FILE_NO_ROWS);
    file("a title only", lines("养老服务情况表"), RejectReason.FILE_NO_ROWS);
    file(
        "a byte order mark only",
        new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF},
        RejectReason.FILE_NO_ROWS);
    file("line ends only", lines("", "", "", ""), RejectReason.MISSING_COLUMN);
    byte[] brackets = lines("表", "代码,地区,床位数(万张),护理型,资金", GOOD_ROW);
    add("another unit in the header", Sent.civil(), brackets, RejectReason.UNIT_CONFLICT, 1);
    byte[] title = lines("养老服务情况表 单位：亿元", "代码,地区,床位数,护理型,资金", GOOD_ROW);
    add("another unit in the title", Sent.civil(), title, RejectReason.UNIT_CONFLICT, 1);
  }

  private static byte[] lines(String... lines) {
    return Repository.utf8(String.join("\n", lines));
  }

  private static byte[] civil(String... rows) {
    return lines(Sent.civilLines(rows));
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static byte[] hex(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  private static byte[] cut(byte[] content, int bytes) {
    return java.util.Arrays.copyOf(content, content.length - bytes);
  }

  private void encodings() {
    String text = String.join("\n", Sent.civilLines("110101,东区,100,60,30")) + "\n名";
    for (String bytes : List.of("FF", "C3", "E4B8", "80", "FE", "C0AF", "F5808080")) {
      file(
          "bytes " + bytes + " at the end",
          joined(Repository.utf8(text), hex(bytes)),
          RejectReason.TEXT_DAMAGED);
    }
    file("UTF-8 cut in a character", cut(Repository.utf8(text), 1), RejectReason.TEXT_DAMAGED);
    file("GB18030 cut in a character", cut(text.getBytes(GB18030), 1), RejectReason.TEXT_DAMAGED);
    file(
        "UTF-8 with a mark, then GB18030",
        joined(hex("EFBBBF"), text.getBytes(GB18030)),
        RejectReason.TEXT_DAMAGED);
    file(
        "UTF-16 of an odd length",
        joined(hex("FFFE"), text.getBytes(StandardCharsets.UTF_16LE), hex("41")),
        RejectReason.TEXT_DAMAGED);
    file(
        "half a surrogate pair",
        joined(hex("FFFE"), text.getBytes(StandardCharsets.UTF_16LE), hex("00D8")),
        RejectReason.TEXT_DAMAGED);
    file(
        "both encodings in one file",
        joined(Repository.utf8(text), text.getBytes(GB18030), hex("FF")),
        RejectReason.TEXT_DAMAGED);
    SourceDescription utf8 = described("layout: wide", "layout: wide\nencoding: utf-8");
    add("GB18030 where UTF-8 is said", utf8, text.getBytes(GB18030), RejectReason.TEXT_DAMAGED, 0);
    SourceDescription gb = described("layout: wide", "layout: wide\nencoding: gb18030");
    add("FF where GB18030 is said", gb, hex("41FF42"), RejectReason.TEXT_DAMAGED, 0);
    SourceDescription utf16 = described("layout: wide", "layout: wide\nencoding: utf-16le");
    add("three bytes where UTF-16 is said", utf16, hex("410042"), RejectReason.TEXT_DAMAGED, 0);
  }

  private static SourceDescription described(String from, String to) {
    return Sent.description(SmallAssessment.changed(SmallAssessment.CIVIL, from, to, 1));
  }

  private void csv() {
    file("no bytes", new byte[0], RejectReason.FILE_EMPTY);
    file("an open quote", civil("110101,\"东区,1,1,1", GOOD_ROW), RejectReason.FILE_UNREADABLE);
    file("a quote inside", civil("110101,\"东\"区,1,1,1"), RejectReason.FILE_UNREADABLE);
    file("a quote at the end", civil(GOOD_ROW, "110101,东区,1,1,\""), RejectReason.FILE_UNREADABLE);
    file("a quote and nothing else", lines("\""), RejectReason.FILE_UNREADABLE);
    file(
        "open quote of a megabyte",
        civil("\"" + "a,b\n".repeat(250_000)),
        RejectReason.FILE_UNREADABLE);
    file(
        "cut in a quoted cell",
        cut(civil("110101,\"东区\",100,60,30", "110121,\"东县"), 0),
        RejectReason.FILE_UNREADABLE);
  }

  private void kinds() {
    kind("PDF", Repository.utf8("%PDF-1.7\n%âãÏÓ\n1 0 obj"));
    kind("RAR", hex("526172211A070100"));
    kind("RAR 4", hex("526172211A0700CF"));
    kind("7z", hex("377ABCAF271C0004"));
    kind("bzip2", Repository.utf8("BZh91AY&SY"));
    kind("xz", hex("FD377A585A000004"));
    kind("zstd", hex("28B52FFD0458"));
    kind("RTF", Repository.utf8("{\\rtf1\\ansi 养老}"));
    kind("HTML", Repository.utf8("<html><table><tr><td>代码</td></tr></table></html>"));
    kind("HTML with a mark", Repository.utf8("\uFEFF\n <TABLE border=1><tr><td>1</td></tr>"));
    kind("HTML with a DOCTYPE", Repository.utf8("<!DOCTYPE html><html></html>"));
    kind("HTML of Excel", Repository.utf8("<meta http-equiv=Content-Type content=text/html>"));
    kind("MHTML", Repository.utf8("MIME-Version: 1.0\nX-Document-Type: Workbook"));
    kind("Excel 2003 XML", Repository.utf8("<?xml version=\"1.0\"?><Workbook></Workbook>"));
    kind("PNG", hex("89504E470D0A1A0A0000000D"));
    kind("JPEG", hex("FFD8FFE000104A46"));
    kind("GIF", Repository.utf8("GIF89a......"));
    kind("TIFF", hex("49492A0008000000"));
    kind("Windows program", hex("4D5A90000300000004"));
    kind("Linux program", hex("7F454C46020101"));
    kind("SQLite", Repository.utf8("SQLite format 3\0...."));
    kind("Access", hex("000100005374616E64617264204A6574"));
    kind("DOCX", office("word/document.xml"));
    kind("PPTX", office("ppt/presentation.xml"));
    kind("XLSB", office("xl/workbook.bin"));
    kind(
        "ODS",
        Books.zip("mimetype", Repository.utf8("application/vnd.oasis.opendocument.spreadsheet")));
    kind("OFD", Books.zip("OFD.xml", Repository.utf8("<OFD/>")));
    kind("DOC", ole("WordDocument"));
    kind("PPT", ole("PowerPoint Document"));
    kind("MSG", ole("__properties_version1.0"));
    all.add(
        new Bad(
            "ET",
            "2023Q4/110000/civil.et",
            Sent.civil(),
            Books.xls(workbook -> Books.civil(workbook, "表一")),
            RejectReason.FILE_KIND,
            0));
    file("XLSX with a password", ole("EncryptedPackage"), RejectReason.FILE_PROTECTED);
    file("XLS with a password", locked(), RejectReason.FILE_PROTECTED);
  }

  private void kind(String name, byte[] content) {
    file(name, content, RejectReason.FILE_KIND);
  }

  private static byte[] office(String part) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("[Content_Types].xml", Repository.utf8("<Types/>"));
    files.put(
        "_rels/.rels",
        Repository.utf8(
            "<Relationships><Relationship Id=\"r1\" Type=\"x/officeDocument\" Target=\""
                + part
                + "\"/></Relationships>"));
    files.put(part, Repository.utf8("<document/>"));
    return Books.zip(files);
  }

  private static byte[] ole(String stream) {
    try (POIFSFileSystem files = new POIFSFileSystem()) {
      files.createDocument(new java.io.ByteArrayInputStream(new byte[5000]), stream);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      files.writeFilesystem(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] locked() {
    Biff8EncryptionKey.setCurrentUserPassword("geheim");
    try {
      return Books.xls(workbook -> Books.civil(workbook, "表一"));
    } finally {
      Biff8EncryptionKey.setCurrentUserPassword(null);
    }
  }

  private static byte[] gzip(byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private interface Written {
    void to(ZipArchiveOutputStream zip) throws IOException;
  }

  private static byte[] archive(Written written) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
      written.to(zip);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void put(ZipArchiveOutputStream zip, ZipArchiveEntry entry, byte[] content)
      throws IOException {
    zip.putArchiveEntry(entry);
    zip.write(content);
    zip.closeArchiveEntry();
  }

  private static byte[] named(String... names) {
    return archive(
        zip -> {
          for (String name : names) {
            put(zip, new ZipArchiveEntry(name), civil(GOOD_ROW));
          }
        });
  }

  private void containers() {
    byte[] good = civil(GOOD_ROW);
    file("an empty archive", archive(zip -> {}), RejectReason.FILE_EMPTY);
    file("an empty entry", Books.zip("a.csv", new byte[0]), RejectReason.FILE_EMPTY);
    file("a path out", named("../../a.csv"), RejectReason.FILE_UNSAFE);
    file("a path from the root", named("/etc/a.csv"), RejectReason.FILE_UNSAFE);
    file("a path of Windows", named("C:/a.csv"), RejectReason.FILE_UNSAFE);
    file("a path inside that goes out", named("a/../../b.csv"), RejectReason.FILE_UNSAFE);
    file("NUL in a name", named("a.csv\0.txt"), RejectReason.FILE_UNSAFE);
    file("one name twice", named("a.csv", "a.csv"), RejectReason.FILE_UNSAFE);
    file("names that differ in case", named("a.csv", "A.CSV"), RejectReason.FILE_UNSAFE);
    file(
        "a link",
        archive(
            zip -> {
              ZipArchiveEntry link = new ZipArchiveEntry("a.csv");
              link.setUnixMode(0120777);
              put(zip, link, Repository.utf8("/etc/passwd"));
            }),
        RejectReason.FILE_UNSAFE);
    file("an archive in an archive", Books.zip("a.zip", named("b.csv")), RejectReason.FILE_LIMIT);
    file("gzip in an archive", Books.zip("a.csv.gz", gzip(good)), RejectReason.FILE_LIMIT);
    file("an archive in gzip", gzip(named("b.csv")), RejectReason.FILE_LIMIT);
    file("gzip in gzip", gzip(gzip(good)), RejectReason.FILE_LIMIT);
    file("a bomb", Books.zip("a.csv", new byte[20 << 20]), RejectReason.FILE_LIMIT);
    file("a gzip bomb", gzip(new byte[20 << 20]), RejectReason.FILE_LIMIT);
    file("2000 entries", many(), RejectReason.FILE_LIMIT);
    file("a cut archive", cut(named("a.csv"), 30), RejectReason.FILE_UNREADABLE);
    file("a cut gzip file", cut(gzip(good), 9), RejectReason.FILE_UNREADABLE);
    file("a flipped checksum of gzip", flipped(gzip(good), -6), RejectReason.FILE_UNREADABLE);
    file("a header of gzip alone", hex("1F8B0800"), RejectReason.FILE_UNREADABLE);
    file("a header of zip alone", hex("504B030414000000"), RejectReason.FILE_UNREADABLE);
    file("a PDF in an archive", Books.zip("a.pdf", lines("%PDF-1.7")), RejectReason.FILE_KIND);
  }

  private static byte[] many() {
    return archive(
        zip -> {
          for (int i = 0; i < 2000; i++) {
            put(zip, new ZipArchiveEntry(i + ".csv"), new byte[] {'a'});
          }
        });
  }

  private static byte[] flipped(byte[] content, int place) {
    byte[] flipped = content.clone();
    flipped[place < 0 ? flipped.length + place : place] ^= 1;
    return flipped;
  }

  private static final String SHEET = "xl/worksheets/sheet1.xml";

  private void workbooks() {
    byte[] good = Books.good();
    file("a cut workbook", cut(good, 100), RejectReason.FILE_UNREADABLE);
    file("half a workbook", cut(good, good.length / 2), RejectReason.FILE_UNREADABLE);
    file("no workbook part", Books.without("xl/workbook.xml"), RejectReason.FILE_UNREADABLE);
    file("no sheet part", Books.without(SHEET), RejectReason.FILE_UNREADABLE);
    file("no relations", Books.without("xl/_rels/workbook.xml.rels"), RejectReason.FILE_UNREADABLE);
    file(
        "no sheets",
        Books.changed("xl/workbook.xml", "<sheets>", "<sheets/><other>"),
        RejectReason.FILE_UNREADABLE);
    String twice = "<sheet name=\"表一\" r:id=\"rId3\" sheetId=\"1\"/>";
    file(
        "two sheets of one name",
        Books.changed("xl/workbook.xml", twice, twice + twice),
        RejectReason.FILE_UNSAFE);
    file(
        "a sheet outside",
        Books.changed(
            "xl/_rels/workbook.xml.rels",
            "Target=\"worksheets/sheet1.xml\"",
            "Target=\"http://example.org/s.xml\" TargetMode=\"External\""),
        RejectReason.FILE_UNSAFE);
    file(
        "a sheet on the disk",
        Books.changed(
            "xl/_rels/workbook.xml.rels",
            "Target=\"worksheets/sheet1.xml\"",
            "Target=\"file:///etc/passwd\""),
        RejectReason.FILE_UNSAFE);
    file(
        "a sheet above",
        Books.changed(
            "xl/_rels/workbook.xml.rels",
            "Target=\"worksheets/sheet1.xml\"",
            "Target=\"../../../../etc/passwd\""),
        RejectReason.FILE_UNSAFE);
    file(
        "a row twice",
        Books.changed(SHEET, "<row r=\"3\">", "<row r=\"2\">"),
        RejectReason.FILE_UNREADABLE);
    file(
        "rows backwards",
        Books.changed(SHEET, "<row r=\"1\">", "<row r=\"9\">"),
        RejectReason.FILE_UNREADABLE);
    file(
        "a row far below",
        Books.changed(SHEET, "<row r=\"3\">", "<row r=\"1048577\">"),
        RejectReason.FILE_LIMIT);
    file(
        "a row of no number",
        Books.changed(SHEET, "<row r=\"3\">", "<row r=\"-3\">"),
        RejectReason.FILE_UNREADABLE);
    file(
        "a cell twice", Books.changed(SHEET, "r=\"D3\"", "r=\"C3\""), RejectReason.FILE_UNREADABLE);
    file(
        "a cell of another row",
        Books.changed(SHEET, "r=\"D3\"", "r=\"D7\""),
        RejectReason.FILE_UNREADABLE);
    file(
        "a cell far right",
        Books.changed(SHEET, "r=\"E3\"", "r=\"XFE3\""),
        RejectReason.FILE_UNREADABLE);
    file(
        "a cell of no place",
        Books.changed(SHEET, "r=\"E3\"", "r=\"3E\""),
        RejectReason.FILE_UNREADABLE);
    file(
        "a cell beside the table",
        Books.changed(SHEET, "r=\"E3\"", "r=\"XFD3\""),
        RejectReason.ROW_SHAPE);
    for (String number : List.of("NaN", "1e99999999", "0x10", "INF", "1 2", "--1")) {
      file(
          "number " + number,
          Books.changed(SHEET, "<v>30.0</v>", "<v>" + number + "</v>"),
          RejectReason.CELL_ERROR);
    }
    file(
        "a huge number",
        Books.changed(SHEET, "<v>30.0</v>", "<v>1e300</v>"),
        RejectReason.NOT_A_NUMBER);
    file(
        "no such text",
        Books.changed(
            SHEET, "<c r=\"A3\" t=\"s\" s=\"0\"><v>", "<c r=\"A3\" t=\"s\" s=\"0\"><v>99"),
        RejectReason.CELL_ERROR);
    file(
        "a formula without result",
        Books.changed(SHEET, "<v>30.0</v>", "<f>1+1</f>"),
        RejectReason.FORMULA_NOT_CALCULATED);
    file("a flipped bit", flippedData(good), RejectReason.FILE_UNREADABLE);
    byte[] xls =
        Books.xls(workbook -> Books.row(Books.civil(workbook, "表一"), 3, "110101", "东区", 1, 1, 1));
    file("half an XLS", cut(xls, xls.length / 2), RejectReason.FILE_UNREADABLE);
    file(
        "the first block of an XLS",
        java.util.Arrays.copyOf(xls, 512),
        RejectReason.FILE_UNREADABLE);
    file("OLE and nothing more", hex("D0CF11E0A1B11AE1"), RejectReason.FILE_UNREADABLE);
    remark(
        RejectReason.NOT_READ,
        "another sheet",
        Books.xlsx(
            workbook -> {
              goodRow(Books.civil(workbook, "表一"));
              goodRow(Books.civil(workbook, "表二"));
            }));
    remark(
        RejectReason.HIDDEN_SHEET,
        "a hidden sheet",
        Books.xlsx(
            workbook -> {
              goodRow(Books.civil(workbook, "表一"));
              workbook.createSheet("表二");
              workbook.setSheetHidden(1, true);
            }));
    remark(
        RejectReason.HIDDEN_ROWS,
        "a hidden row",
        Books.xlsx(
            workbook -> {
              Sheet sheet = Books.civil(workbook, "表一");
              goodRow(sheet);
              sheet.getRow(2).setZeroHeight(true);
            }));
    remark(
        RejectReason.CELL_NOTE,
        "a note beside a figure",
        Books.xlsx(
            workbook -> {
              Sheet sheet = Books.civil(workbook, "表一");
              goodRow(sheet);
              Books.note(sheet, 3, 2, "含民办机构\u0007" + "很长".repeat(2000));
            }));
    remark(
        RejectReason.PERSONAL_DATA,
        "a telephone number beside the title",
        Books.xls(
            workbook -> {
              Sheet sheet = Books.civil(workbook, "表一");
              goodRow(sheet);
              Books.note(sheet, 1, 0, "填报人 13800138000");
            }));
    for (int column : new int[] {0, 3, 9}) {
      add(
          "a telephone number beside column " + column,
          Sent.civil(),
          Books.xlsx(
              workbook -> {
                Sheet sheet = Books.civil(workbook, "表一");
                goodRow(sheet);
                Books.row(sheet, 4, "110101", "东区", 100, 60, 30);
                Books.note(sheet, 4, column, "填报人：\n138-0013-8000");
              }),
          RejectReason.PERSONAL_DATA,
          1);
    }
    add(
        "a telephone number in a thread",
        Sent.civil(),
        Books.noted(
            "threadedComment",
            "<ThreadedComments><threadedComment ref=\"A3\"><text>13800138000</text>"
                + "</threadedComment></ThreadedComments>"),
        RejectReason.PERSONAL_DATA,
        0);
    file("notes that are not there", Books.noted("comments", ""), RejectReason.FILE_UNREADABLE);
    file("damaged notes", Books.noted("comments", "<comments>"), RejectReason.FILE_UNREADABLE);
    file(
        "notes with a DOCTYPE",
        Books.noted("comments", "<!DOCTYPE a><comments/>"),
        RejectReason.FILE_UNSAFE);
    for (String cell : List.of("", "A0", "3", "A9999999", "AAAA1")) {
      file(
          "a note beside the cell '" + cell + "'",
          Books.noted("comments", "<comments><comment ref=\"" + cell + "\"/></comments>"),
          RejectReason.FILE_UNREADABLE);
    }
    file(
        "too many notes",
        Books.noted("comments", "<c>" + "<comment ref=\"A1\"/>".repeat(100_001) + "</c>"),
        RejectReason.FILE_LIMIT);
    file(
        "notes that unpack to a thousand times their size",
        Books.noted(
            "comments", "<c><comment ref=\"A1\"><t>" + " ".repeat(40 << 20) + "</t></comment></c>"),
        RejectReason.FILE_LIMIT);
    for (String part :
        List.of(
            "xl/vbaProject.bin",
            "xl/externalLinks/externalLink1.xml",
            "xl/connections.xml",
            "xl/embeddings/oleObject1.bin",
            "xl/activeX/activeX1.xml")) {
      remark(RejectReason.ACTIVE_CONTENT, part, Books.with(part, "x"));
    }
  }

  private static void goodRow(Sheet sheet) {
    Books.row(sheet, 3, "110121", "东县", 300, 140, 50);
  }

  private void remark(RejectReason reason, String name, byte[] content) {
    add(name, Sent.civil(), content, reason, 1);
  }

  /** A bit of the packed sheet flipped, which the checksum must find. */
  private static byte[] flippedData(byte[] workbook) {
    Map<String, byte[]> files = Books.unzip(workbook);
    byte[] stored =
        archive(
            zip -> {
              for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipArchiveEntry entry = new ZipArchiveEntry(file.getKey());
                entry.setMethod(ZipArchiveEntry.STORED);
                java.util.zip.CRC32 crc = new java.util.zip.CRC32();
                crc.update(file.getValue());
                entry.setCrc(crc.getValue());
                entry.setSize(file.getValue().length);
                put(zip, entry, file.getValue());
              }
            });
    String text = new String(stored, StandardCharsets.ISO_8859_1);
    return flipped(stored, text.indexOf("<v>60.0</v>") + 3);
  }

  private void xml() {
    String doctype = "<!DOCTYPE x [<!ENTITY a \"1\">]>";
    for (String part :
        List.of(
            SHEET,
            "xl/workbook.xml",
            "xl/sharedStrings.xml",
            "xl/styles.xml",
            "xl/_rels/workbook.xml.rels",
            "_rels/.rels")) {
      file("DOCTYPE in " + part, withProlog(part, doctype), RejectReason.FILE_UNSAFE);
    }
    file(
        "an external entity",
        withProlog(SHEET, "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>"),
        RejectReason.FILE_UNSAFE);
    file(
        "an external DTD",
        withProlog(SHEET, "<!DOCTYPE x SYSTEM \"http://example.org/x.dtd\">"),
        RejectReason.FILE_UNSAFE);
    StringBuilder laughs = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 \"ha\">");
    for (int i = 1; i < 30; i++) {
      laughs.append("<!ENTITY a").append(i).append(" \"");
      laughs.append(("&a" + (i - 1) + ";").repeat(10)).append("\">");
    }
    file("a billion laughs", withProlog(SHEET, laughs + "]>"), RejectReason.FILE_UNSAFE);
    file(
        "an entity of no DOCTYPE",
        Books.changed(SHEET, "<v>30.0</v>", "<v>&a;</v>"),
        RejectReason.FILE_UNSAFE);
    file("an open element", Books.changed(SHEET, "</sheetData>", ""), RejectReason.FILE_UNREADABLE);
    file(
        "text behind the end",
        Books.changed(SHEET, "</worksheet>", "</worksheet><x/>"),
        RejectReason.FILE_UNREADABLE);
    file("no XML", Books.with(SHEET, "代码,床位数"), RejectReason.FILE_UNREADABLE);
    file("an empty part", Books.with(SHEET, ""), RejectReason.FILE_UNREADABLE);
    file(
        "deep nesting",
        Books.changed(SHEET, "<sheetData>", "<x>".repeat(500) + "</x>".repeat(500) + "<sheetData>"),
        RejectReason.FILE_LIMIT);
    file(
        "a text of two million letters",
        Books.changed(SHEET, "<v>30.0</v>", "<v>" + random(2_000_000) + "</v>"),
        RejectReason.FILE_LIMIT);
    file(
        "a bomb of a sheet",
        Books.changed(SHEET, "<sheetData>", "<x/>".repeat(4_000_000) + "<sheetData>"),
        RejectReason.FILE_LIMIT);
  }

  /** Letters that do not pack well. */
  private static String random(int count) {
    java.util.Random random = new java.util.Random(1);
    StringBuilder text = new StringBuilder(count);
    for (int i = 0; i < count; i++) {
      text.append((char) ('a' + random.nextInt(26)));
    }
    return text.toString();
  }

  private static byte[] withProlog(String part, String prolog) {
    String text = new String(Books.unzip(Books.good()).get(part), StandardCharsets.UTF_8);
    int root = text.startsWith("<?xml") ? text.indexOf('<', text.indexOf("?>")) : 0;
    return Books.with(part, text.substring(0, root) + prolog + text.substring(root));
  }

  private void layouts() {
    SourceDescription found = described("header_row: 2", "header: {holds: [代码, 床位数], within: 5}");
    add("no such header", found, lines("表", "甲,乙,丙", "1,2,3"), RejectReason.HEADER_MISSING, 0);
    add(
        "a header too far below",
        found,
        lines("表\n".repeat(9) + "代码,地区,床位数,护理型,资金", GOOD_ROW),
        RejectReason.HEADER_MISSING,
        0);
    SourceDescription named = described("layout: wide", "layout: wide\nsheets: [表九]");
    add("no such sheet", named, Books.good(), RejectReason.SHEET_MISSING, 0);
    SourceDescription summed =
        Sent.description(
            SmallAssessment.CIVIL + "checks: [{parts: [护理型, 资金], total: 床位数, within: 1}]\n");
    add(
        "parts that miss their total",
        summed,
        civil("110101,东区,100,60,30", "110121,东县,300,250,49"),
        RejectReason.PARTS_NOT_TOTAL,
        1);
  }
}

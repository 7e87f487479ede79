package io.silvergauge.jobs.read;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.jobs.read.UnreadableFileException.Why;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Opens workbooks in XLSX. Nothing of the package is believed but what is looked up in it; macros,
 * links and queries are left alone and named.
 */
final class Workbooks {
  private final Archive archive;
  private final String entry;

  private Workbooks(Archive archive, String entry) {
    this.archive = archive;
    this.entry = entry;
  }

  /** Whether a zip file is a package of some office program. */
  static boolean isPackage(Archive archive) {
    return archive.has("[Content_Types].xml")
        || archive.has("xl/workbook.xml")
        || archive.has("mimetype")
        || archive.has("OFD.xml");
  }

  /**
   * The sheets of a workbook.
   *
   * @param entry its name in a container; empty for none
   */
  static TableFile.Tables open(Archive archive, String entry) throws UnreadableFileException {
    if (archive.has("OFD.xml")) {
      throw FileKind.refusal("OFD 版式文件", "an OFD document");
    }
    if (!archive.has("[Content_Types].xml") && archive.has("mimetype")) {
      throw FileKind.refusal("OpenDocument 文件", "an OpenDocument file");
    }
    return new Workbooks(archive, entry).tables();
  }

  /** What a part points to. */
  private record Relation(String type, String target, boolean external) {}

  private TableFile.Tables tables() throws UnreadableFileException {
    String workbook =
        relations(archive, "_rels/.rels", "", type -> true).values().stream()
            .filter(relation -> relation.type().endsWith("/officeDocument"))
            .map(Relation::target)
            .findFirst()
            .orElse("xl/workbook.xml");
    if (workbook.endsWith(".bin")) {
      throw FileKind.refusal("二进制工作簿（.xlsb）", "a binary workbook (.xlsb)");
    }
    if (workbook.startsWith("word/")) {
      throw FileKind.refusal("Word 文档", "a Word document");
    }
    if (workbook.startsWith("ppt/")) {
      throw FileKind.refusal("PowerPoint 文稿", "a PowerPoint presentation");
    }
    int slash = workbook.lastIndexOf('/') + 1;
    String folder = workbook.substring(0, slash);
    Map<String, Relation> relations =
        relations(
            archive, folder + "_rels/" + workbook.substring(slash) + ".rels", folder, type -> true);
    SharedTexts texts = new SharedTexts(archive, part(relations, "/sharedStrings"));
    CellStyles styles = CellStyles.read(archive, part(relations, "/styles"));
    List<Sheet> sheets = new ArrayList<>();
    List<Remark> remarks = new ArrayList<>(active());
    boolean date1904 = false;
    try (XmlPart xml = XmlPart.open(archive, workbook)) {
      boolean root = false;
      while (xml.next()) {
        if (!xml.starts()) {
          continue;
        }
        if (!root && !xml.element().equals("workbook")) {
          throw FileKind.refusal("其他 Office 文件", "another kind of Office file");
        }
        root = true;
        if (xml.starts("workbookPr")) {
          date1904 = xml.flag("date1904");
        } else if (xml.starts("sheet")) {
          sheet(xml, relations, date1904, texts, styles, sheets, remarks);
        }
      }
    }
    if (sheets.isEmpty()) {
      throw UnreadableFileException.of(
          Why.DAMAGED,
          "工作簿中没有工作表；请检查后重新报送",
          "the workbook has no sheet; please check it and send it again");
    }
    return new TableFile.Tables(sheets, remarks);
  }

  private void sheet(
      XmlPart xml,
      Map<String, Relation> relations,
      boolean date1904,
      SharedTexts texts,
      CellStyles styles,
      List<Sheet> sheets,
      List<Remark> remarks)
      throws UnreadableFileException {
    String title = xml.attribute("name").strip();
    Relation relation = relations.get(xml.attribute("id"));
    if (relation == null) {
      throw UnreadableFileException.of(
          Why.DAMAGED,
          "工作簿已损坏：工作表“%s”没有内容；请用原文件重新报送",
          "the workbook is damaged: its sheet '%s' leads nowhere; please send the original again",
          title);
    }
    if (!relation.type().endsWith("/worksheet")) {
      return; // a chart sheet has no cells
    }
    if (relation.external()) {
      throw UnreadableFileException.of(
          Why.UNSAFE,
          "工作表“%s”指向工作簿之外，不予读取；请把数据放在工作簿内",
          "its sheet '%s' points out of the workbook and is not read; please put the data inside",
          title);
    }
    String name = entry.isEmpty() ? title : entry + "!" + title;
    if (sheets.size() >= Limits.SHEETS
        || sheets.stream().anyMatch(other -> other.name().equalsIgnoreCase(name))) {
      throw UnreadableFileException.of(
          Why.UNSAFE,
          "工作簿有两个名为“%s”的工作表，或工作表超过 %d 个；请检查后重新报送",
          "two of its sheets are named '%s', or it has more than %d; please check it and send it"
              + " again",
          title,
          Limits.SHEETS);
    }
    boolean hidden = xml.attribute("state").toLowerCase(Locale.ROOT).endsWith("hidden");
    sheets.add(
        new XlsxSheet(name, title, hidden, archive, relation.target(), texts, styles, date1904));
    if (hidden) {
      remarks.add(hiddenSheet(name));
    }
  }

  static Remark hiddenSheet(String name) {
    return new Remark(
        Remark.Kind.HIDDEN_SHEET,
        name,
        Bilingual.of("工作表是隐藏的", "the workbook does not show this sheet"));
  }

  /** What would do something in Excel and does nothing here. */
  private List<Remark> active() {
    List<String> found = new ArrayList<>();
    for (String name : archive.names()) {
      String lower = name.toLowerCase(Locale.ROOT);
      if (lower.endsWith("vbaproject.bin")
          || lower.contains("/externallinks/externallink")
          || lower.endsWith("/connections.xml")
          || lower.contains("/embeddings/")
          || lower.contains("/activex/")
          || lower.contains("/macrosheets/")) {
        found.add(name);
      }
    }
    return found.isEmpty() ? List.of() : List.of(activeContent(String.join(", ", found)));
  }

  static Remark activeContent(String what) {
    return new Remark(
        Remark.Kind.ACTIVE_CONTENT,
        "",
        Bilingual.of(
            "工作簿含有宏、外部链接或嵌入对象（%s），均未执行，只读取已保存的值",
            "the workbook holds macros, links or embedded objects (%s); none was followed, only"
                + " saved values were read",
            what));
  }

  private static String part(Map<String, Relation> relations, String type) {
    return relations.values().stream()
        .filter(relation -> relation.type().endsWith(type) && !relation.external())
        .map(Relation::target)
        .findFirst()
        .orElse("");
  }

  /** The parts of one kind to which a part of a workbook points. */
  static List<String> related(Archive archive, String part, String type)
      throws UnreadableFileException {
    int slash = part.lastIndexOf('/') + 1;
    String folder = part.substring(0, slash);
    String of = folder + "_rels/" + part.substring(slash) + ".rels";
    return relations(archive, of, folder, one -> one.endsWith(type)).values().stream()
        .filter(relation -> !relation.external())
        .map(Relation::target)
        .toList();
  }

  private static Map<String, Relation> relations(
      Archive archive, String part, String folder, Predicate<String> types)
      throws UnreadableFileException {
    Map<String, Relation> relations = new LinkedHashMap<>();
    if (!archive.has(part)) {
      return relations;
    }
    try (XmlPart xml = XmlPart.open(archive, part)) {
      while (xml.next()) {
        if (xml.starts("Relationship") && types.test(xml.attribute("Type"))) {
          boolean external = xml.attribute("TargetMode").equals("External");
          relations.put(
              xml.attribute("Id"),
              new Relation(
                  xml.attribute("Type"),
                  external ? "" : resolved(folder, xml.attribute("Target")),
                  external));
        }
      }
    }
    return relations;
  }

  /** A target as the name of an entry. */
  private static String resolved(String folder, String target) throws UnreadableFileException {
    try {
      URI at = new URI(null, null, "/" + folder, null).resolve(new URI(target));
      String path = at.getPath() == null ? "" : at.normalize().getPath();
      if (at.getScheme() == null && !path.startsWith("/..") && path.length() > 1) {
        return path.substring(1);
      }
    } catch (java.net.URISyntaxException | IllegalArgumentException e) {
      return target; // then there is no such entry
    }
    throw UnreadableFileException.of(
        Why.UNSAFE,
        "工作簿内的“%s”指向工作簿之外，不予读取",
        "its part '%s' points out of the workbook and is not read",
        target);
  }
}

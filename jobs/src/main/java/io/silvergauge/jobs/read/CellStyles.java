package io.silvergauge.jobs.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the styles of a workbook make of a number.
 *
 * @param shown by the number of the style
 */
record CellStyles(List<NumberFormats.Shown> shown) {
  static CellStyles read(Archive archive, String part) throws UnreadableFileException {
    List<NumberFormats.Shown> shown = new ArrayList<>();
    if (part.isEmpty()) {
      return new CellStyles(shown);
    }
    Map<Integer, String> codes = new HashMap<>();
    boolean cells = false;
    try (XmlPart xml = XmlPart.open(archive, part)) {
      while (xml.next()) {
        if (xml.starts("numFmt")) {
          String code = xml.attribute("formatCode");
          codes.put(xml.whole("numFmtId", -1), code.length() > 255 ? code.substring(0, 255) : code);
        } else if (xml.starts("cellXfs")) {
          cells = true;
        } else if (xml.ends("cellXfs")) {
          cells = false;
        } else if (cells && xml.starts("xf")) {
          int id = xml.whole("numFmtId", 0);
          shown.add(NumberFormats.shown(id, codes.get(id)));
        }
      }
    }
    return new CellStyles(shown);
  }

  /** What a style makes of a number; a plain number where there is no such style. */
  NumberFormats.Shown of(int style) {
    return style < shown.size() ? shown.get(style) : NumberFormats.Shown.NUMBER;
  }
}

package io.silvergauge.reports.docx;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** How wide the columns of a table are: as the page says, else by what stands in them. */
final class ColumnWidths {
  private static final Pattern MILLIMETRES = Pattern.compile("width:([0-9.]+)mm");

  /** Width of the text on a sheet of the page, in millimetres, to which its widths refer. */
  private static final double SHEET = 178;

  private static final double LEAST = 5;
  private static final double MOST = 26;

  private ColumnWidths() {}

  static int[] of(Element table, int columns, int width) {
    double[] shares = new double[columns];
    double[] asked = asked(table, columns);
    double known = 0;
    double rest = 0;
    for (int i = 0; i < columns; i++) {
      shares[i] = weight(table, i);
      known += asked[i];
      rest += asked[i] > 0 ? 0 : shares[i];
    }
    int[] widths = new int[columns];
    double left = 1 - known / SHEET;
    for (int i = 0; i < columns; i++) {
      double part = asked[i] > 0 ? asked[i] / (rest == 0 ? known : SHEET) : left * shares[i] / rest;
      widths[i] = (int) (width * part);
    }
    return widths;
  }

  private static double[] asked(Element table, int columns) {
    double[] asked = new double[columns];
    List<Element> given = Xml.all(table, "col");
    for (int i = 0; i < Math.min(columns, given.size()); i++) {
      Matcher one = MILLIMETRES.matcher(given.get(i).getAttribute("style"));
      if (one.find()) {
        asked[i] = Double.parseDouble(one.group(1));
      }
    }
    return asked;
  }

  /** Letters of the longest cell, the longest counting less the longer they are. */
  private static double weight(Element table, int column) {
    double most = LEAST;
    for (Element row : Xml.all(table, "tr")) {
      List<Element> cells = Xml.children(row, "th", "td");
      boolean plain = cells.stream().allMatch(cell -> Xml.number(cell, "colspan") == 1);
      if (plain && column < cells.size()) {
        double length = length(cells.get(column).getTextContent());
        boolean head = Xml.within(row, "thead");
        most = Math.max(most, Math.min(head ? length / 2 : length, 200));
      }
    }
    return most <= MOST ? most : MOST + 2.5 * Math.sqrt(most - MOST);
  }

  /** In letters of the Latin alphabet; a Chinese one is twice as wide. */
  private static double length(String text) {
    return text.strip().codePoints().mapToDouble(one -> one > 0x2E80 ? 2 : 1.05).sum();
  }
}

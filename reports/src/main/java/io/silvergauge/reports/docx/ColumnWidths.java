package io.silvergauge.reports.docx;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/**
 * How wide the columns of a table are: as the page says, else by what stands in them, and never
 * narrower than their longest word as long as there is room.
 */
final class ColumnWidths {
  private static final Pattern MILLIMETRES = Pattern.compile("width:([0-9.]+)mm");

  /** Width of the text on a sheet of the page, in millimetres, to which its widths refer. */
  private static final double SHEET = 178;

  /** Width of a letter in a cell, in twentieths of a point. */
  private static final double LETTER = 92;

  /** Room at both sides of a cell, in letters. */
  private static final double SIDES = 2;

  /** So many Chinese letters stay together where a line ends. */
  private static final int TOGETHER = 4;

  private static final double UNBROKEN = 18;
  private static final double MOST = 26;
  private static final double LONGEST = 200;

  private ColumnWidths() {}

  static int[] of(Element table, List<List<WordTable.Place>> rows, int columns, int width) {
    double[] asked = asked(table, columns);
    double[] least = new double[columns];
    double[] wanted = new double[columns];
    Arrays.fill(least, SIDES + 1);
    for (List<WordTable.Place> row : rows) {
      for (WordTable.Place place : row) {
        if (place.cell() != null && place.columns() == 1) {
          int at = place.column();
          least[at] = Math.max(least[at], SIDES + least(place.cell()));
          wanted[at] = Math.max(wanted[at], SIDES + wanted(place.cell()));
        }
      }
    }
    double room = width / LETTER;
    double[] letters = new double[columns];
    for (int i = 0; i < columns; i++) {
      letters[i] = asked[i] > 0 ? asked[i] / SHEET * room : least[i];
    }
    spread(letters, asked, wanted, Math.max(0, room - Arrays.stream(letters).sum()));
    double all = Arrays.stream(letters).sum();
    return Arrays.stream(letters).mapToInt(one -> (int) (width * one / all)).toArray();
  }

  /** Gives what is left to the columns that want more. */
  private static void spread(double[] letters, double[] asked, double[] wanted, double left) {
    double more = 0;
    for (int i = 0; i < letters.length; i++) {
      more += asked[i] > 0 ? 0 : Math.max(0.1, wanted[i] - letters[i]);
    }
    for (int i = 0; i < letters.length && more > 0; i++) {
      letters[i] += asked[i] > 0 ? 0 : left * Math.max(0.1, wanted[i] - letters[i]) / more;
    }
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

  /** Its longest word; numbers and days are words, however they are written. */
  private static double least(Element cell) {
    String text = cell.getTextContent().strip();
    List<String> classes = Inline.classes(cell);
    boolean whole =
        !Xml.within(cell, "thead")
            && Xml.children(cell).isEmpty()
            && (classes.contains("n") || classes.contains("date"));
    if (whole) {
      return Math.min(UNBROKEN, length(text));
    }
    return Math.min(
        UNBROKEN,
        Arrays.stream(text.split(" |\\s")).mapToDouble(ColumnWidths::word).max().orElse(0));
  }

  private static double word(String word) {
    boolean breaks = word.codePoints().anyMatch(ColumnWidths::isWide);
    return breaks ? Math.min(length(word), 2 * TOGETHER) : length(word);
  }

  /** All of its letters, of long texts fewer. */
  private static double wanted(Element cell) {
    double length = Math.min(LONGEST, length(cell.getTextContent()));
    double counted = Xml.within(cell, "thead") ? length / 2 : length;
    return counted <= MOST ? counted : MOST + 2.5 * Math.sqrt(counted - MOST);
  }

  /** In letters of the Latin alphabet; a Chinese one is twice as wide. */
  private static double length(String text) {
    return text.strip().codePoints().mapToDouble(one -> isWide(one) ? 2 : 1.1).sum();
  }

  private static boolean isWide(int letter) {
    return letter > 0x2E80;
  }
}

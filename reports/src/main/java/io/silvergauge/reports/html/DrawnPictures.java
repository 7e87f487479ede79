package io.silvergauge.reports.html;

import io.silvergauge.reports.chart.Letters;
import io.silvergauge.reports.chart.Svg;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The pictures of a page for a screen, drawn with one set of letters for all of them. Texts of a
 * page are escaped, so nothing else in it looks like the places that are filled here.
 */
final class DrawnPictures {
  private static final String LETTERS = "letters";
  private static final String PICTURE = "picture ";
  private static final String ID = "[a-z0-9]+";
  private static final String OPEN = "<!--";
  private static final String CLOSE = "-->";

  private final Map<String, String> drawn = new LinkedHashMap<>();

  DrawnPictures(List<Picture> pictures) {
    Letters letters = new Letters();
    for (Picture picture : pictures) {
      if (!picture.id().matches(ID)) {
        throw new IllegalArgumentException("No place of a page can be called " + picture.id());
      }
      String svg = Svg.of(picture.chart(), picture.id(), letters);
      if (drawn.put(picture.id(), svg) != null) {
        throw new IllegalArgumentException("Two pictures have the id " + picture.id());
      }
    }
    drawn.put(LETTERS, letters.isEmpty() ? "" : letters.sheet());
  }

  /** The page with each picture in its place, and their letters in theirs. */
  String in(String page) {
    StringBuilder filled = new StringBuilder(2 * page.length());
    int from = 0;
    for (int at = page.indexOf(OPEN); at >= 0; at = page.indexOf(OPEN, from)) {
      int end = page.indexOf(CLOSE, at);
      filled.append(page, from, at).append(at(page.substring(at + OPEN.length(), end)));
      from = end + CLOSE.length();
    }
    return filled.append(page, from, page.length()).toString();
  }

  private String at(String place) {
    String svg = drawn.get(place.startsWith(PICTURE) ? place.substring(PICTURE.length()) : place);
    if (svg == null) {
      throw new IllegalStateException("The page has a place for the unknown " + place);
    }
    return svg;
  }
}

package io.silvergauge.jobs.read;

import io.silvergauge.jobs.read.UnreadableFileException.Why;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The texts that the cells of a workbook share; read when the first is asked for. */
final class SharedTexts {
  private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private final Archive archive;
  private final String part;
  private List<String> texts;

  SharedTexts(Archive archive, String part) {
    this.archive = archive;
    this.part = part;
  }

  /** The text with this number, if there is one. */
  Optional<String> get(String number) throws UnreadableFileException {
    if (texts == null) {
      texts = part.isEmpty() ? List.of() : read();
    }
    try {
      int place = Integer.parseInt(number);
      return place >= 0 && place < texts.size() ? Optional.of(texts.get(place)) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty(); // a number that is none names no text
    }
  }

  private List<String> read() throws UnreadableFileException {
    List<String> all = new ArrayList<>();
    long letters = 0;
    try (XmlPart xml = XmlPart.open(archive, part)) {
      while (xml.next()) {
        if (xml.starts("si")) {
          String text = unescaped(xml.richText("si")).strip();
          letters += text.length() + 16; // an empty one takes room too
          if (letters > Limits.SHARED) {
            throw UnreadableFileException.of(
                Why.LIMIT,
                "工作簿的文字超过 %d 百万字，不予读取；请分成较小的文件报送",
                "the texts of the workbook have more than %d million letters and are not read;"
                    + " please send it in smaller files",
                Limits.SHARED >> 20);
          }
          all.add(text);
        }
      }
    }
    return all;
  }

  /** Letters that XML cannot hold are written {@code _x000D_}. */
  static String unescaped(String text) {
    return text.contains("_x")
        ? ESCAPED
            .matcher(text)
            .replaceAll(
                found ->
                    Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(found.group(1), 16))))
        : text;
  }
}

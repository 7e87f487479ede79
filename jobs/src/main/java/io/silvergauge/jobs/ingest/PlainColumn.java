package io.silvergauge.jobs.ingest;

import io.silvergauge.indicators.document.PersonalData;
import io.silvergauge.indicators.statistic.Mark;
import io.silvergauge.jobs.read.Limits;
import io.silvergauge.jobs.read.SourceDescription;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;

/**
 * A column of a text that is read by its bytes: for each text that stands in it whether there is
 * nothing to say about it, asked once.
 */
final class PlainColumn {
  private static final byte UNKNOWN = 0;
  private static final byte PLAIN = 1;
  private static final byte ODD = 2;

  private final boolean heading;
  private final boolean number;
  private final List<SourceDescription.SetAside> rules;
  private final SourceDescription description;
  private final CellTexts texts;
  private byte[] known = new byte[1 << 6];

  /**
   * A column.
   *
   * @param header its header
   * @param number whether figures stand in it
   * @param rules those by which a row is set aside for what stands in it
   */
  PlainColumn(
      String header,
      boolean number,
      List<SourceDescription.SetAside> rules,
      SourceDescription description,
      Charset charset) {
    this.heading = PersonalData.isHeading(header);
    this.number = number;
    this.rules = rules;
    this.description = description;
    this.texts = new CellTexts(charset);
  }

  /** Whether figures stand in it. */
  boolean number() {
    return number;
  }

  int of(byte[] content, int from, int to) {
    return texts.of(content, from, to);
  }

  String text(int number) {
    return texts.text(number);
  }

  /** Whether its texts are too many to be kept, or too slow to be told apart. */
  boolean full() {
    return texts.isFull();
  }

  /** What a text stands for that is no number; null where it stands for nothing. */
  Mark symbol(int text) {
    return description.symbols().get(texts.text(text));
  }

  /** Whether there is nothing to say about a text by itself. */
  boolean plain(int text) {
    if (text >= known.length) {
      known = Arrays.copyOf(known, Math.max(text + 1, known.length * 2));
    }
    if (known[text] == UNKNOWN) {
      known[text] = isPlain(texts.text(text)) ? PLAIN : ODD;
    }
    return known[text] == PLAIN;
  }

  private boolean isPlain(String text) {
    return text.length() <= Limits.CELL
        && (!heading || text.isEmpty())
        && !PersonalData.isIn(text)
        && text.indexOf('\uFFFD') < 0
        && text.chars().noneMatch(Character::isISOControl)
        && description.notes().stream().noneMatch(text::startsWith)
        && rules.stream().noneMatch(rule -> rule.fits(text));
  }
}

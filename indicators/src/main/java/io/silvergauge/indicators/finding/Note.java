package io.silvergauge.indicators.finding;

import java.io.Serializable;
import java.util.List;

/**
 * Paragraphs of the evaluator on one city, in one language.
 *
 * @param region code of the city
 * @param language {@code zh} or {@code en}
 * @param author who wrote them
 * @param date when, as {@code 2024-01-15}
 * @param blocks in order
 */
public record Note(String region, String language, String author, String date, List<Block> blocks)
    implements Serializable {
  /**
   * A paragraph or an item of a list.
   *
   * @param kind {@code paragraph}, {@code bullet} or {@code numbered}
   * @param runs its text, in order
   */
  public record Block(String kind, List<Run> runs) implements Serializable {
    public Block {
      runs = List.copyOf(runs);
    }
  }

  /**
   * Text of one weight.
   *
   * @param style {@code plain}, {@code emphasis} or {@code strong}
   * @param text as written: not markup of any kind
   */
  public record Run(String style, String text) implements Serializable {}

  public Note {
    blocks = List.copyOf(blocks);
  }
}

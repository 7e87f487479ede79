package io.silvergauge.indicators.outcome;

import io.silvergauge.indicators.document.Bilingual;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;

/**
 * The single things behind a figure: records that do not meet what is asked, items with their
 * points, stages, and the parts of a share from which something is left out. It is part of the
 * model as it stands here, so what it does not hold is null.
 *
 * @param subject code of the region whose figure it is; null where that is the evaluated one
 * @param subjectName its name; null as well
 * @param register id of the register; null where the figure comes of none
 * @param registerName its name; null as well
 * @param records records that do not meet what is asked, do not say enough, or of which nothing is
 *     asked, and those that are ranked; {@value #MOST_RECORDS} at most
 * @param notListed how many more there are
 * @param items the items that make up the figure, in the order of the scheme
 * @param stages the stages of a funnel, in order
 * @param parts what a share is made of, where something is left out of it
 * @param counted records that count in the figure one by one, the first {@value #MOST_RECORDS}:
 *     with those listed as failing they are what a sample is drawn from; none in publications of
 *     older versions
 */
public record Behind(
    String subject,
    Bilingual subjectName,
    String register,
    Bilingual registerName,
    List<Listed> records,
    int notListed,
    List<Item> items,
    List<Stage> stages,
    List<Part> parts,
    List<Counted> counted)
    implements Serializable {
  /** How many records one figure lists. */
  public static final int MOST_RECORDS = 10_000;

  /** State of a record that does not meet what is asked. */
  public static final String FAILS = "fails";

  /** State of a record that does not say enough. */
  public static final String UNKNOWN = "unknown";

  /** State of a record of which nothing is asked. */
  public static final String NO_NORM = "no_norm";

  /** State of a record that counts, in the order of its points. */
  public static final String RANKED = "ranked";

  /**
   * A record.
   *
   * @param id what tells it from others; empty for one that was refused
   * @param name its name, where its register has a field for that; else empty
   * @param region code of the region it lies in
   * @param regionName that region's name
   * @param state {@code fails}, {@code unknown}, {@code no_norm} or {@code ranked}
   * @param asked what it does not meet, or what cannot be told
   * @param values what it says of that
   * @param file delivery it came in
   * @param sheet sheet of a workbook; null for text files
   * @param row record number of its row
   */
  public record Listed(
      String id,
      String name,
      String region,
      Bilingual regionName,
      String state,
      List<Asked> asked,
      List<Value> values,
      String file,
      String sheet,
      long row)
      implements Serializable {
    public Listed {
      asked = List.copyOf(asked);
      values = List.copyOf(values);
    }
  }

  /**
   * A record that counts.
   *
   * @param id what tells it from others
   * @param name its name, where its register has a field for that; else empty
   * @param region code of the region it lies in
   * @param number what it adds to the numerator
   * @param file delivery it came in
   * @param sheet sheet of a workbook; null for text files
   * @param row record number of its row
   */
  public record Counted(
      String id, String name, String region, BigDecimal number, String file, String sheet, long row)
      implements Serializable {}

  /** Something that is asked of a record. */
  public record Asked(String id, Bilingual name) implements Serializable {}

  /** What a record says in a field; null where it says nothing. */
  public record Value(String field, Bilingual name, String value) implements Serializable {}

  /**
   * An item that is looked at and given points.
   *
   * @param id its id
   * @param name its name
   * @param region code of the unit of which it is asked
   * @param regionName that unit's name
   * @param state {@code counted}, {@code not_applicable}, {@code missing} or {@code unknown}
   * @param points full points
   * @param reached points that count; null where it is not known
   * @param why what decided
   * @param self points the unit gives itself; null where it says nothing
   * @param assessors what the assessors say
   * @param dated day it is dated; null where it says nothing
   * @param evidence what shows it; null where nothing does
   * @param inspect what is looked at; empty where the scheme does not say
   * @param where where that is done; empty where the scheme does not say
   * @param file delivery it came in; null where nothing was sent
   * @param sheet sheet of a workbook; null for text files
   * @param row record number of its row; 0 where nothing was sent
   */
  public record Item(
      String id,
      Bilingual name,
      String region,
      Bilingual regionName,
      String state,
      BigDecimal points,
      BigDecimal reached,
      Bilingual why,
      BigDecimal self,
      List<Assessor> assessors,
      String dated,
      String evidence,
      Bilingual inspect,
      Bilingual where,
      String file,
      String sheet,
      long row)
      implements Serializable {
    public Item {
      assessors = List.copyOf(assessors);
    }
  }

  /**
   * What an assessor says.
   *
   * @param who the assessor's mark; null where it is not told
   * @param points points given
   * @param reason why; null where it is not told
   */
  public record Assessor(String who, BigDecimal points, String reason) implements Serializable {}

  /**
   * A stage that records have reached.
   *
   * @param id its id
   * @param name its name
   * @param records how many have
   * @param sums what they come to
   */
  public record Stage(String id, Bilingual name, int records, List<Sum> sums)
      implements Serializable {
    public Stage {
      sums = List.copyOf(sums);
    }
  }

  /** A field summed up; {@code value} is null where a record does not say it. */
  public record Sum(String field, Bilingual name, String unit, BigDecimal value)
      implements Serializable {}

  /**
   * A part of a share.
   *
   * @param role {@code of}, {@code in}, {@code exclude_of}, {@code exclude_in} or {@code except}
   * @param formula what it is
   * @param value what it came to; null where the figure has no value
   */
  public record Part(String role, String formula, BigDecimal value) implements Serializable {}

  public Behind {
    records = List.copyOf(records);
    items = List.copyOf(items);
    stages = List.copyOf(stages);
    parts = List.copyOf(parts);
    counted = counted == null ? List.of() : List.copyOf(counted);
  }

  /** Only what goes with a share from which something is left out. */
  static Behind ofParts(List<Part> parts) {
    return new Behind(null, null, null, null, List.of(), 0, List.of(), List.of(), parts, List.of());
  }
}

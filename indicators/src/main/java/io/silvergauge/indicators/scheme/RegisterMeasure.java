package io.silvergauge.indicators.scheme;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.formula.Condition;
import io.silvergauge.indicators.formula.Formula;
import io.silvergauge.indicators.statistic.Grain;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** A measure of the single things in a register, one by one. */
public sealed interface RegisterMeasure extends Measure {
  /** Unit of the number of records in a register. */
  String RECORDS = "条";

  /** How a register is named among the inputs of figures. */
  static String input(String register) {
    return "register:" + register;
  }

  /** The records it looks at. */
  Selection selection();

  /** It needs no statistic. */
  @Override
  default Set<String> inputs() {
    return Set.of();
  }

  /** What becomes of records that do not say enough. */
  enum Unknown {
    /** There is no figure: it is not known. */
    WITHHOLD,
    /** They leave the figure, and are listed. */
    LEAVE_OUT,
    /** They count as not meeting what is asked: what is not shown is not there. */
    FAIL
  }

  /**
   * Which records are looked at, and who must have sent them.
   *
   * @param register the register's id
   * @param where what a record must meet to be looked at
   * @param units units that must have sent it; {@link Grain#SELF} for the region itself
   * @param maxAge how many months a register may be carried forward
   * @param unknown what becomes of records that do not say enough
   */
  record Selection(String register, Condition where, Grain units, int maxAge, Unknown unknown)
      implements Serializable {}

  /**
   * Something that is asked of some records.
   *
   * @param id its id
   * @param name its name
   * @param when which records it is asked of
   * @param require what they must meet
   */
  record Rung(String id, Bilingual name, Condition when, Condition require)
      implements Serializable {}

  /**
   * The share in percent of the records that meet what is asked of them, and those that do not. A
   * record of which several things are asked must meet all; one of which nothing is asked leaves
   * the set.
   *
   * @param kind {@code each_record}, {@code tiers} or {@code sequence}
   * @param rungs what is asked
   */
  record EachRecord(String kind, Selection selection, List<Rung> rungs) implements RegisterMeasure {
    public EachRecord {
      rungs = List.copyOf(rungs);
    }
  }

  /**
   * How many records there are, what they come to, or how many different values one field has.
   *
   * @param of what each record adds: 1 where they are counted
   * @param distinct field whose different values are counted; empty where they are not
   * @param rankBy number field by which the counted records are listed, the highest first; empty
   *     where they are not listed
   */
  record Records(Selection selection, Formula of, String distinct, String rankBy)
      implements RegisterMeasure {
    @Override
    public String kind() {
      return "records";
    }
  }

  /**
   * A stage.
   *
   * @param id its id
   * @param name its name
   * @param where what a record must meet to have reached it
   */
  record Stage(String id, Bilingual name, Condition where) implements Serializable {}

  /**
   * How far records have come through stages: those in the last in percent of those in the first. A
   * record in a later stage that is not in every earlier one contradicts itself.
   *
   * @param stages in order, at least two
   * @param sums number fields that are summed up in each stage
   */
  record Funnel(Selection selection, List<Stage> stages, List<String> sums)
      implements RegisterMeasure {
    public Funnel {
      stages = List.copyOf(stages);
      sums = List.copyOf(sums);
    }

    @Override
    public String kind() {
      return "funnel";
    }
  }

  /**
   * Points for something that holds.
   *
   * @param when what must hold
   * @param points points it is worth
   * @param reason why; may be empty
   */
  record Credit(Condition when, BigDecimal points, Bilingual reason) implements Serializable {}

  /**
   * Something that is looked at.
   *
   * @param id what the record says in the sheet's item field
   * @param name its name
   * @param inspect what is looked at; may be empty
   * @param where where that is done; may be empty
   * @param points full points
   * @param credit the first that holds decides; empty where a record alone is worth full points
   */
  record Item(
      String id,
      Bilingual name,
      Bilingual inspect,
      Bilingual where,
      BigDecimal points,
      List<Credit> credit)
      implements Serializable {
    public Item {
      credit = List.copyOf(credit);
    }
  }

  /**
   * Items that are looked at and given points; the points reached in percent of those of the items
   * that apply.
   *
   * @param sheet how records tell of items
   * @param items at least one
   */
  record Checklist(Selection selection, Sheet sheet, List<Item> items) implements RegisterMeasure {
    public Checklist {
      items = List.copyOf(items);
    }

    @Override
    public String kind() {
      return "checklist";
    }
  }
}

package io.silvergauge.jobs.round;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Faults;
import io.silvergauge.indicators.document.Sha256;
import io.silvergauge.indicators.evaluation.EvaluationJson;
import io.silvergauge.indicators.evaluation.SampleFrame;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.indicators.verification.Drawing;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How a sample was drawn, {@code sample.json}, so that anybody can draw it again, and what was
 * reported of the things in it. The beginning of the hash of its bytes tells it from all others.
 *
 * @param model version of this file
 * @param indicator id of the indicator
 * @param period period of the evaluation it was drawn from
 * @param asOf date of that evaluation
 * @param snapshot what that evaluation rests on
 * @param seed what decides the order of the lots
 * @param size how many were asked for
 * @param frameSha256 hash of the list of all things it was drawn from
 * @param strata how many things each stratum had
 * @param drawn what was drawn, by stratum, in the order drawn
 */
public record SampleRecord(
    int model,
    String indicator,
    String period,
    String asOf,
    String snapshot,
    long seed,
    int size,
    String frameSha256,
    Map<String, Integer> strata,
    List<Drawn> drawn) {
  /** Version of the record that this program writes and reads. */
  public static final int MODEL = 2;

  /** Columns of the sheet that is filled in. */
  public static final List<String> COLUMNS =
      List.of(
          "no",
          "sample",
          "city",
          "city_name",
          "region",
          "record",
          "name",
          "indicator",
          "reported_numerator",
          "reported_denominator",
          "places",
          "finding",
          "found_numerator",
          "evidence_sha256",
          "by",
          "date",
          "remark");

  /** Those that evaluators fill in; the others stand there when they set out. */
  static final List<String> FILLED =
      List.of("finding", "found_numerator", "evidence_sha256", "by", "date", "remark");

  private static final int ID_LENGTH = 16;

  /**
   * A thing that was drawn.
   *
   * @param city code of the city whose figure it is part of
   * @param region code of the unit, or of the region a record lies in
   * @param record id of the record; null for a unit
   * @param numerator what was reported of it
   * @param denominator what that was set against; null where there is nothing
   */
  public record Drawn(
      String city, String region, String record, BigDecimal numerator, BigDecimal denominator) {
    /** What stands in the record of something that was drawn. */
    public static Drawn of(SampleFrame.Thing thing) {
      return new Drawn(
          thing.city(),
          thing.region(),
          thing.record().isEmpty() ? null : thing.record(),
          thing.numerator(),
          thing.denominator());
    }

    /** As it is drawn. */
    Drawing.Thing thing() {
      return new SampleFrame.Thing(
              city,
              region,
              record == null ? "" : record,
              Bilingual.EMPTY,
              numerator,
              denominator,
              "")
          .drawn();
    }
  }

  public SampleRecord {
    strata = new TreeMap<>(strata == null ? Map.of() : strata);
    drawn = drawn == null ? List.of() : List.copyOf(drawn);
  }

  /** As it is written. */
  public byte[] bytes() {
    return EvaluationJson.write(this);
  }

  /** What tells the sample whose record has these bytes. */
  public static String id(byte[] bytes) {
    return Sha256.of(bytes).substring(0, ID_LENGTH);
  }

  /** Reads a record; empty, with a fault, where it is none. */
  static Optional<SampleRecord> read(String file, byte[] content, Faults faults) {
    try {
      SampleRecord record = EvaluationJson.read(content, SampleRecord.class);
      if (record.model == MODEL
          && record.indicator != null
          && record.period != null
          && record.asOf != null
          && !record.drawn.isEmpty()
          && record.drawn.stream()
              .allMatch(one -> record.strata.containsKey(one.thing().stratum()))) {
        Period.parse(record.period);
        return Optional.of(record);
      }
    } catch (IOException | IllegalArgumentException | NullPointerException e) {
      // told below: whatever is wrong, it is not what this program wrote
    }
    faults.add(
        file,
        0,
        "",
        new Bilingual(
            "不是本程序 sample 命令写出的抽样记录（sample.json），或由旧版本写出；请用原文件，或重新抽样",
            "is not the record of a sample as the command 'sample' of this version writes it"
                + " (sample.json); use the original file or draw again"));
    return Optional.empty();
  }
}

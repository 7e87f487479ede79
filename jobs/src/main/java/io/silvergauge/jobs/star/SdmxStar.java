package io.silvergauge.jobs.star;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.evaluation.Edition;
import io.silvergauge.indicators.outcome.Reason;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.jobs.export.CsvText;
import io.silvergauge.jobs.store.Storage;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Figures and scores as SDMX-CSV 2.1 (SDMX 3.1), and the structure they follow. A missing value is
 * {@code NaN} with its status and reason; the action is {@code R}, so that what is missing now
 * takes the place of what was there.
 */
public final class SdmxStar implements StarSink {
  /** The observations. */
  public static final String DATA = "sdmx.csv";

  /** Their structure. */
  public static final String STRUCTURE = "sdmx-structure.json";

  private static final String UNFINISHED = ".unfinished";
  private static final String MISSING = "NaN";

  private final Storage storage;
  private final SdmxStructure structure = new SdmxStructure();
  private final Writer out;
  private final CsvText csv;
  private String newest = "";
  private boolean open;
  private Observed now = new Observed("", "", "", "", "", "");

  /** What the observations of an evaluation share. */
  private record Observed(
      String evaluation, String frequency, String time, String scope, String asOf, String free) {}

  /** Begins in a folder. */
  public SdmxStar(Storage storage) throws IOException {
    this.storage = storage;
    storage.delete(UNFINISHED);
    this.out =
        new BufferedWriter(
            new OutputStreamWriter(
                storage.create(UNFINISHED + "/" + DATA), StandardCharsets.UTF_8));
    this.open = true;
    this.csv =
        new CsvText(
            out,
            "STRUCTURE",
            "STRUCTURE_ID",
            "ACTION",
            "FREQ",
            "REF_AREA",
            "NODE",
            "MEASURE",
            "SCOPE",
            "TIME_PERIOD",
            "OBS_VALUE",
            "OBS_STATUS",
            "CONF_STATUS",
            "UNIT_MEASURE",
            "UNIT_MULT",
            "REASON",
            "VALUE_STATUS",
            "AS_OF",
            "COMMENT_ZH",
            "COMMENT_EN");
  }

  @Override
  public void row(StarTable<?> table, List<Object> row) {
    Cells cells = new Cells(table, row);
    if (table == Dimensions.EVALUATION) {
      begin(cells);
    } else if (table == Facts.OUTCOME) {
      amount(cells, cells.id("region_key"));
    } else if (table == Facts.UNIT_OUTCOME) {
      unit(cells);
    } else if (table == Facts.SCORE) {
      score(cells);
    } else {
      code(table, cells);
    }
  }

  /** A row by the names of its columns. */
  private record Cells(StarTable<?> table, List<Object> row) {
    Object value(String column) {
      return row.get(table.indexOf(column));
    }

    String text(String column) {
      return value(column) == null ? "" : value(column).toString();
    }

    Bilingual texts(String column) {
      return new Bilingual(text(column + "_zh"), text(column + "_en"));
    }

    /** What a key names, without the evaluation before it. */
    String id(String column) {
      return text(column).substring(text(StarTable.EVALUATION).length() + 1);
    }
  }

  private void begin(Cells one) {
    Period period = Period.parse(one.text("period"));
    String special = one.text("special");
    String asOf = one.text("as_of");
    newest = asOf.compareTo(newest) > 0 ? asOf : newest;
    if (!special.isEmpty()) {
      structure.add("CL_SCOPE", SdmxIds.of(special), Bilingual.same(special));
    }
    now =
        new Observed(
            one.text(StarTable.EVALUATION),
            SdmxPeriod.frequency(period),
            SdmxPeriod.of(period),
            special.isEmpty() ? "_T" : SdmxIds.of(special),
            asOf,
            one.text("edition").equals(Edition.PUBLIC.code()) ? "F" : "");
  }

  private void amount(Cells one, String region) {
    SdmxUnit unit = SdmxUnit.of(one.text("unit"));
    observe(
        region,
        one.id("indicator_key"),
        "AMOUNT",
        (BigDecimal) one.value("amount"),
        unit.code(),
        unit.multiplier(),
        one.text("reason"),
        one.text("value_status"),
        one.texts("detail"));
  }

  private void unit(Cells one) {
    String region = one.id("region_key");
    if (region.equals(one.id("city_key"))) {
      return; // a city that is its own only unit has said it
    }
    SdmxUnit unit = SdmxUnit.of(one.text("unit"));
    observe(
        region,
        one.id("indicator_key"),
        "UNIT_AMOUNT",
        (BigDecimal) one.value("amount"),
        unit.code(),
        unit.multiplier(),
        one.text("reason"),
        "",
        Bilingual.EMPTY);
  }

  private void score(Cells one) {
    observe(
        one.id("region_key"),
        one.id("node_key"),
        one.text("result").equals("standing") ? "STANDING" : "FULFILMENT",
        (BigDecimal) one.value("score"),
        "POINT",
        0,
        "",
        "",
        one.texts("reason"));
  }

  private void observe(
      String region,
      String node,
      String measure,
      BigDecimal value,
      String unit,
      int multiplier,
      String reason,
      String valueStatus,
      Bilingual comment) {
    boolean suppressed = reason.equals(Reason.SUPPRESSED.code());
    csv.row(
        "dataflow",
        SdmxStructure.reference(),
        "R",
        now.frequency(),
        SdmxIds.of(region),
        SdmxIds.of(node),
        measure,
        now.scope(),
        now.time(),
        value == null ? MISSING : value.stripTrailingZeros(),
        value == null ? status(reason) : "A",
        suppressed ? "C" : now.free(),
        unit,
        BigDecimal.valueOf(multiplier),
        reason,
        valueStatus,
        now.asOf(),
        comment.zh(),
        comment.en());
  }

  /** Which kind of missing it is: cannot exist, is not shown, or is just not there. */
  private static String status(String reason) {
    if (reason.equals(Reason.SUPPRESSED.code())) {
      return "Q";
    }
    boolean cannotExist =
        reason.equals(Reason.NOT_APPLICABLE.code())
            || reason.equals(Reason.ZERO_DENOMINATOR.code());
    return cannotExist ? "M" : "O";
  }

  private void code(StarTable<?> table, Cells one) {
    if (table == Dimensions.REGION) {
      structure.add("CL_AREA", SdmxIds.of(one.text("region")), one.texts("name"));
    } else if (table == Dimensions.NODE) {
      structure.add("CL_NODE", SdmxIds.of(one.id("node_key")), one.texts("name"));
    } else if (table == Dimensions.REASON) {
      structure.add("CL_REASON", one.text("reason"), one.texts("name"));
    } else if (table == Dimensions.VALUE_STATUS) {
      structure.add("CL_VALUE_STATUS", one.text("value_status"), one.texts("name"));
    } else if (table == Dimensions.UNIT) {
      SdmxUnit unit = SdmxUnit.of(one.text("unit"));
      structure.add(
          "CL_UNIT", unit.code(), unit.multiplier() == 0 ? one.texts("name") : named(unit));
    }
  }

  private static Bilingual named(SdmxUnit unit) {
    return Codes.unitName(unit.measure());
  }

  @Override
  public void finish() throws IOException {
    out.close();
    open = false;
    storage.delete(STRUCTURE);
    try (InputStream from = storage.open(UNFINISHED + "/" + DATA);
        OutputStream to = storage.create(DATA)) {
      from.transferTo(to);
    }
    storage.write(STRUCTURE, structure.message(newest));
  }

  @Override
  public void close() throws IOException {
    try {
      if (open) {
        out.close();
      }
    } finally {
      storage.delete(UNFINISHED);
    }
  }
}

package io.silvergauge.jobs.read;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;

/** What a stored number of a workbook says, by the format it is shown in. */
final class NumberFormats {
  /** What a format makes of a number. */
  enum Shown {
    NUMBER,
    PERCENT,
    DAY,
    MONTH,
    YEAR,
    TIME
  }

  /** A workbook stores doubles, which are exact to fifteen digits. */
  private static final MathContext EXACT = new MathContext(15, RoundingMode.HALF_EVEN);

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?[0-9]{1,40}(?:\\.[0-9]{0,40})?(?:[eE][+-]?[0-9]{1,3})?");

  /** Numbers are written out up to so many digits before or behind the point. */
  private static final int WRITTEN_OUT = 40;

  /** Formats whose codes a workbook need not hold, as Excel and WPS in Chinese number them. */
  private static final Set<Integer> CHINESE_MONTHS = Set.of(27, 36, 50, 52, 57);

  private static final Set<Integer> CHINESE_DAYS = Set.of(28, 29, 30, 31, 51, 53, 54, 58);
  private static final Set<Integer> CHINESE_TIMES = Set.of(32, 33, 34, 35, 55, 56);

  private static final double LAST_DAY = 2_958_466;

  private NumberFormats() {}

  /** What a format makes of a number, by its id and code. */
  static Shown shown(int id, String code) {
    if (CHINESE_MONTHS.contains(id)) {
      return Shown.MONTH;
    }
    if (CHINESE_DAYS.contains(id)) {
      return Shown.DAY;
    }
    if (CHINESE_TIMES.contains(id)) {
      return Shown.TIME;
    }
    String format = code == null ? BuiltinFormats.getBuiltinFormat(id) : code;
    if (format == null) {
      return Shown.NUMBER;
    }
    String bare =
        format
            .replaceAll("\"[^\"]*\"|\\\\.|_.|\\*.|\\[[^\\]]*\\]", "")
            .replaceAll(";.*", "")
            .toLowerCase(Locale.ROOT);
    if (DateUtil.isADateFormat(id, format)) {
      boolean day = bare.contains("d");
      boolean year = bare.contains("y");
      boolean hour = bare.contains("h") || bare.contains("s");
      if (day || !(year || hour)) {
        return Shown.DAY;
      }
      return !year ? Shown.TIME : bare.contains("m") ? Shown.MONTH : Shown.YEAR;
    }
    return bare.contains("%") ? Shown.PERCENT : Shown.NUMBER;
  }

  /** A stored number as a cell. */
  static Cell cell(String stored, Shown shown, boolean date1904, boolean formula) {
    String text = stored.strip();
    if (!NUMBER.matcher(text).matches()) {
      return new Cell(text, CellKind.ERROR, formula);
    }
    return cell(new BigDecimal(text), shown, date1904, formula);
  }

  /** A stored number as a cell. */
  static Cell cell(BigDecimal stored, Shown shown, boolean date1904, boolean formula) {
    BigDecimal number = stored.round(EXACT);
    return switch (shown) {
      case NUMBER -> new Cell(written(number), CellKind.NUMBER, formula);
      case PERCENT -> new Cell(written(number.movePointRight(2)) + "%", CellKind.NUMBER, formula);
      default -> date(number.doubleValue(), shown, date1904, formula);
    };
  }

  private static String written(BigDecimal number) {
    BigDecimal bare = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    boolean plain =
        bare.scale() <= WRITTEN_OUT && (long) bare.precision() - bare.scale() <= WRITTEN_OUT;
    return plain ? bare.toPlainString() : bare.toString();
  }

  private static Cell date(double serial, Shown shown, boolean date1904, boolean formula) {
    if (!(serial >= 0 && serial < LAST_DAY)) {
      return new Cell(Double.toString(serial), CellKind.ERROR, formula);
    }
    LocalDateTime moment = DateUtil.getLocalDateTime(serial, date1904, true);
    if (moment == null) {
      return new Cell(Double.toString(serial), CellKind.ERROR, formula);
    }
    String day = moment.toLocalDate().toString();
    String text =
        switch (shown) {
          case YEAR -> day.substring(0, 4);
          case MONTH -> day.substring(0, 7);
          case TIME -> moment.toLocalTime().toString();
          default -> day;
        };
    return new Cell(text, CellKind.DATE, formula);
  }
}

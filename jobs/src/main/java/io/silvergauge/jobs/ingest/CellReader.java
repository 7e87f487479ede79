package io.silvergauge.jobs.ingest;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.statistic.Fraction;
import io.silvergauge.indicators.statistic.Mark;
import io.silvergauge.indicators.statistic.Statistic;
import io.silvergauge.jobs.read.CellAmount;
import io.silvergauge.jobs.read.NumberText;
import io.silvergauge.jobs.read.SourceDescription;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Reads a value cell: a symbol of the source, or a number that the statistic can take. */
final class CellReader {
  /** Decimals of a value at most. */
  static final int MAX_DECIMALS = 6;

  /** Digits before the point of a value at most. */
  static final int MAX_WHOLE_DIGITS = 12;

  private final SourceDescription description;
  private final ReadingContext context;

  CellReader(SourceDescription description, ReadingContext context) {
    this.description = description;
    this.context = context;
  }

  /**
   * What a cell says.
   *
   * @param mark whether it is a number
   * @param value the number; zero unless it is one
   * @param unit the unit it is in: the cell's own where it names one, else the column's
   * @param note footnote marks that stood behind it; may be empty
   * @param fault what is wrong with it
   */
  record Cell(Mark mark, BigDecimal value, String unit, String note, Optional<CellFault> fault) {
    static Cell of(Mark mark, String unit) {
      return new Cell(mark, BigDecimal.ZERO, unit, "", Optional.empty());
    }

    static Cell faulty(RejectReason reason, Bilingual message) {
      return new Cell(
          Mark.MISSING, BigDecimal.ZERO, "", "", Optional.of(new CellFault(reason, message)));
    }
  }

  /** Why a cell is refused. */
  record CellFault(RejectReason reason, Bilingual message) {}

  Cell read(String text, Statistic statistic, String unit) {
    Mark symbol = description.symbols().get(text);
    if (symbol != null) {
      return Cell.of(symbol, unit);
    }
    NumberText number;
    try {
      number = NumberText.parse(text);
    } catch (NumberText.NotANumberException e) {
      return statistic.yesNo() ? notYesOrNo(text) : notANumber(text);
    }
    CellAmount amount = CellAmount.of(number, unit, context.units());
    if (amount instanceof CellAmount.Fits fits) {
      return limited(text, new NumberText(fits.value(), "", number.note()), statistic, fits.unit());
    }
    return statistic.yesNo() ? notYesOrNo(text) : refused(text, amount, statistic, unit);
  }

  /** What a total of cells says: it is held against the same bounds as a cell. */
  Cell total(BigDecimal total, Statistic statistic, String unit) {
    String text = total.stripTrailingZeros().toPlainString();
    return limited(text, NumberText.of(new BigDecimal(text)), statistic, unit);
  }

  private Cell limited(String text, NumberText number, Statistic statistic, String unit) {
    if (number.decimals() > MAX_DECIMALS) {
      return Cell.faulty(
          RejectReason.TOO_MANY_DECIMALS,
          Bilingual.of(
              "“%s”有 %d 位小数，最多 %d 位",
              "'%s' has %d decimals, %d at most",
              Rejects.shown(text),
              number.decimals(),
              MAX_DECIMALS));
    }
    if (number.wholeDigits() > MAX_WHOLE_DIGITS) {
      return Cell.faulty(
          RejectReason.VALUE_TOO_LARGE,
          Bilingual.of(
              "“%s”的整数部分有 %d 位，最多 %d 位",
              "'%s' has %d digits before the point, %d at most",
              text,
              number.wholeDigits(),
              MAX_WHOLE_DIGITS));
    }
    BigDecimal value = number.value().setScale(MAX_DECIMALS, RoundingMode.UNNECESSARY);
    return checked(text, value, number.note(), statistic, unit);
  }

  private Cell checked(
      String text, BigDecimal value, String note, Statistic statistic, String unit) {
    if (statistic.yesNo() && value.signum() != 0 && value.compareTo(BigDecimal.ONE) != 0) {
      return notYesOrNo(text);
    }
    if (value.signum() < 0 && !statistic.negative()) {
      return Cell.faulty(
          RejectReason.NEGATIVE_VALUE,
          Bilingual.of("“%s”不能为负，应为 0 或正数", "'%s' must not be negative; 0 or more is right", text));
    }
    Fraction inOwnUnit = Fraction.of(value).times(context.units().factor(unit, statistic.unit()));
    if (inOwnUnit.compareTo(Fraction.of(statistic.most())) > 0) {
      boolean share = statistic.unit().equals("%") || statistic.unit().equals("‰");
      return Cell.faulty(
          share ? RejectReason.SHARE_ABOVE_100 : RejectReason.VALUE_TOO_LARGE,
          Bilingual.of(
              "“%s”%s 超过上限 %s%s",
              "'%s' %s is above the limit of %s %s",
              text,
              unit,
              statistic.most().toPlainString(),
              statistic.unit()));
    }
    return new Cell(Mark.NUMBER, value, unit, note, Optional.empty());
  }

  /** Words what stands behind a number and is no unit that fits. */
  private Cell refused(String text, CellAmount amount, Statistic statistic, String unit) {
    if (amount instanceof CellAmount.Misfits misfits) {
      return Cell.faulty(
          RejectReason.UNKNOWN_UNIT,
          Bilingual.of(
              "“%s”的单位“%s”不适用于“%s”；可用：%s",
              "the unit of '%s', '%s', does not fit '%s'; fitting are %s",
              Rejects.shown(text),
              misfits.unit(),
              statistic.name(),
              String.join(" ", context.units().alike(statistic.unit()))));
    }
    if (amount instanceof CellAmount.Ambiguous ambiguous) {
      return Cell.faulty(
          RejectReason.UNKNOWN_UNIT,
          Bilingual.of(
              "本列单位为“%2$s”，“%1$s”中的“%3$s”含义不明；请写明完整单位，或只写数字",
              "the column is in '%2$s', so '%3$s' in '%1$s' can be read in two ways; please write the"
                  + " whole unit, or the number alone",
              Rejects.shown(text),
              unit,
              ambiguous.multiple()));
    }
    return notANumber(text);
  }

  private static Cell notANumber(String text) {
    return Cell.faulty(
        RejectReason.NOT_A_NUMBER,
        Bilingual.of(
            "“%s”不是数字，应为如 1234.5 的数", "'%s' is not a number such as 1234.5", Rejects.shown(text)));
  }

  private static Cell notYesOrNo(String text) {
    return Cell.faulty(
        RejectReason.NOT_YES_OR_NO,
        Bilingual.of("“%s”应为是或否（1 或 0）", "'%s' must be yes or no (1 or 0)", Rejects.shown(text)));
  }
}

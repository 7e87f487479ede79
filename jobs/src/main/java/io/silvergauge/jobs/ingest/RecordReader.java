package io.silvergauge.jobs.ingest;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Suggestion;
import io.silvergauge.indicators.formula.FieldType;
import io.silvergauge.indicators.formula.Truth;
import io.silvergauge.indicators.register.CreditCode;
import io.silvergauge.indicators.register.Field;
import io.silvergauge.indicators.register.Register;
import io.silvergauge.indicators.register.RegisterRecord;
import io.silvergauge.indicators.statistic.Fraction;
import io.silvergauge.indicators.statistic.Origin;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.indicators.statistic.Units;
import io.silvergauge.jobs.ingest.CellReader.CellFault;
import io.silvergauge.jobs.read.CellAmount;
import io.silvergauge.jobs.read.DayText;
import io.silvergauge.jobs.read.NumberText;
import io.silvergauge.jobs.read.SourceDescription;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads the fields of one record of a register, each by its type. */
final class RecordReader {
  private static final int FIRST_YEAR = 1800;
  private static final Set<String> YES = Set.of("1", "是", "有", "√", "yes");
  private static final Set<String> NO = Set.of("0", "否", "无", "×", "no");

  private final Register register;
  private final Units units;
  private final Set<String> symbols;
  private final KnownFields known;
  private final Map<String, String> values = new TreeMap<>();
  private String note = "";

  /**
   * A reader of one record.
   *
   * @param symbols texts that say that there is no value
   * @param known what cells say that were read before
   */
  RecordReader(Register register, Units units, Set<String> symbols, KnownFields known) {
    this.register = register;
    this.units = units;
    this.symbols = symbols;
    this.known = known;
  }

  /**
   * Reads a cell; says what is wrong with it.
   *
   * @param place where its column stands
   */
  Optional<CellFault> read(int place, SourceDescription.FieldColumn column, String text) {
    Field field = register.fields().get(column.field());
    note = "";
    if (symbols.contains(text)) {
      return Optional.empty();
    }
    return switch (field.type()) {
      case TEXT -> text(field, text);
      case YES_NO -> yesNo(field, text);
      case DATE, NUMBER -> known(place, column, field, text);
    };
  }

  private Optional<CellFault> known(
      int place, SourceDescription.FieldColumn column, Field field, String text) {
    String before = known.find(place, text);
    if (before != null) {
      values.put(field.id(), before);
      return Optional.empty();
    }
    Optional<CellFault> fault =
        field.type() == FieldType.DATE ? date(field, text) : number(field, column, text);
    if (fault.isEmpty() && note.isEmpty()) {
      known.keep(place, text, values.get(field.id()));
    }
    return fault;
  }

  /** Footnote marks behind the number read last; empty where it had none. */
  String note() {
    return note;
  }

  private Optional<CellFault> text(Field field, String text) {
    if (!field.values().isEmpty() && !field.values().contains(text)) {
      return fault(
          RejectReason.UNKNOWN_CHOICE,
          Bilingual.of(
              "“%s”不在可用的文字之内：%s%s",
              "'%s' is none of: %s%s",
              Rejects.shown(text),
              String.join(", ", field.values()),
              Suggestion.nearest(Rejects.shown(text), field.values())));
    }
    if (field.form() == Field.Form.CREDIT_CODE && !CreditCode.isValid(text)) {
      return fault(
          RejectReason.WRONG_CREDIT_CODE,
          Bilingual.of(
              "“%s”不是有效的统一社会信用代码（18 位，末位为校验码）；请核对原件",
              "'%s' is no valid unified social credit code (18 characters, the last checks the"
                  + " others); please compare it with the original",
              Rejects.shown(text)));
    }
    values.put(field.id(), text);
    return Optional.empty();
  }

  private Optional<CellFault> date(Field field, String text) {
    Optional<LocalDate> day = DayText.parse(text, FIRST_YEAR);
    if (day.isPresent()) {
      values.put(field.id(), day.get().toString());
      return Optional.empty();
    }
    return fault(
        RejectReason.NOT_A_DATE,
        Bilingual.of(
            "“%s”不是日期，应如 2023-12-31",
            "'%s' is not a date such as 2023-12-31", Rejects.shown(text)));
  }

  private Optional<CellFault> yesNo(Field field, String text) {
    if (YES.contains(text) || NO.contains(text)) {
      values.put(field.id(), YES.contains(text) ? "1" : "0");
      return Optional.empty();
    }
    return fault(
        RejectReason.NOT_YES_OR_NO,
        Bilingual.of("“%s”应为是或否", "'%s' must be yes or no (是 or 否)", Rejects.shown(text)));
  }

  private Optional<CellFault> number(
      Field field, SourceDescription.FieldColumn column, String text) {
    NumberText number;
    try {
      number = NumberText.parse(text);
    } catch (NumberText.NotANumberException e) {
      return fault(
          RejectReason.NOT_A_NUMBER,
          Bilingual.of(
              "“%s”不是数字，应为如 1234.5 的数",
              "'%s' is not a number such as 1234.5", Rejects.shown(text)));
    }
    CellAmount amount = CellAmount.of(number, column.unit(), units);
    boolean fits =
        amount instanceof CellAmount.Fits one
            && (one.unit().equals(field.unit()) || units.convertible(one.unit(), field.unit()));
    if (!fits) {
      return fault(
          RejectReason.UNKNOWN_UNIT,
          Bilingual.of(
              "“%s”的单位未知、不适用或有歧义；应为“%s”",
              "the unit of '%s' is unknown, does not fit or can be read in two ways; right is '%s'",
              Rejects.shown(text),
              field.unit()));
    }
    CellAmount.Fits told = (CellAmount.Fits) amount;
    Fraction value = Fraction.of(told.value());
    Fraction own =
        told.unit().equals(field.unit())
            ? value
            : value.times(units.factor(told.unit(), field.unit()));
    BigDecimal printed = own.printed();
    if (printed.signum() < 0) {
      return fault(
          RejectReason.NEGATIVE_VALUE,
          Bilingual.of(
              "“%s”不能为负，应为 0 或正数",
              "'%s' must not be negative; 0 or more is right", Rejects.shown(text)));
    }
    if (!Fraction.of(printed).equals(own)
        || printed.stripTrailingZeros().scale() > CellReader.MAX_DECIMALS) {
      return fault(
          RejectReason.TOO_MANY_DECIMALS,
          Bilingual.of(
              "“%s”换算后超过 %d 位小数",
              "'%s' has more than %d decimals in the field's unit",
              Rejects.shown(text),
              CellReader.MAX_DECIMALS));
    }
    if (printed.precision() - printed.scale() > CellReader.MAX_WHOLE_DIGITS) {
      return fault(
          RejectReason.VALUE_TOO_LARGE,
          Bilingual.of(
              "“%s”的整数部分最多 %d 位",
              "'%s' has more than %d digits before the point",
              Rejects.shown(text),
              CellReader.MAX_WHOLE_DIGITS));
    }
    note = number.note();
    values.put(field.id(), printed.stripTrailingZeros().toPlainString());
    return Optional.empty();
  }

  /** What must be there and is not, and what must hold and does not. */
  List<CellFault> checked(String region, Period period) {
    List<CellFault> faults = new ArrayList<>();
    for (Field field : register.fields().values()) {
      boolean needed = field.required() || field.id().equals(register.identity());
      if (needed && !values.containsKey(field.id())) {
        faults.add(
            new CellFault(
                RejectReason.MISSING_FIELD,
                Bilingual.of(
                    "缺少“%s”，每条记录都须有它",
                    "'%s' is missing, which every record must have", field.name())));
      }
    }
    if (faults.isEmpty() && !register.checks().isEmpty()) {
      RegisterRecord record = record(region, period, new Origin("", "", 0, ""));
      for (Register.Check check : register.checks()) {
        if (check.holds().holds(record.in(register)) == Truth.NO) {
          faults.add(
              new CellFault(
                  RejectReason.RECORD_CHECK,
                  Bilingual.of(
                      "%s（检查 %s：%s）",
                      "%s (check %s: %s)", check.message(), check.id(), shown(check))));
        }
      }
    }
    return faults;
  }

  /** What a check asks, with the values it saw. */
  private String shown(Register.Check check) {
    StringBuilder text = new StringBuilder(check.holds().toString());
    check
        .holds()
        .fields()
        .forEach(
            field ->
                text.append("; ")
                    .append(field)
                    .append(" = ")
                    .append(Rejects.shown(values.getOrDefault(field, "–"))));
    return text.toString();
  }

  /** The record, as far as it was read. */
  RegisterRecord record(String region, Period period, Origin origin) {
    return new RegisterRecord(
        register.id(),
        region,
        period,
        values.getOrDefault(register.identity(), ""),
        values,
        origin);
  }

  private static Optional<CellFault> fault(RejectReason reason, Bilingual message) {
    return Optional.of(new CellFault(reason, message));
  }
}

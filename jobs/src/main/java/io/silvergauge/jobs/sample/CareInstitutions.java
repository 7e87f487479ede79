package io.silvergauge.jobs.sample;

import io.silvergauge.indicators.register.CreditCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The quarterly register of care homes of one province: those in operation have together the beds
 * that its table of civil affairs reports, one in each county was closed, and one is yet to open.
 */
final class CareInstitutions implements SourceTable {
  /** The one province that sends it. */
  static final String SENDER = "460000";

  private static final LocalDate CLOSED = LocalDate.of(2021, 9, 30);
  private static final LocalDate TO_OPEN = LocalDate.of(2024, 6, 1);
  private static final int USUAL_BEDS = 150;
  private static final List<String> KINDS = List.of("公办", "公建民营", "民办");

  private static final List<Column> COLUMNS =
      List.of(
          Column.CODE,
          Column.of("institution", "机构名称"),
          Column.of("credit_code", "统一社会信用代码"),
          Column.of("kind", "机构类型"),
          Column.of("beds", "床位数"),
          Column.of("nursing_beds", "护理型床位数"),
          Column.of("opened", "备案日期"),
          Column.of("closed", "停业日期"));

  @Override
  public String source() {
    return "care_institutions";
  }

  @Override
  public boolean isSentBy(Province province) {
    return province.code().equals(SENDER);
  }

  @Override
  public List<Span> spans(Quarter first, Quarter last) {
    return first.through(last).stream().map(Span::of).toList();
  }

  @Override
  public int daysLater() {
    return 2;
  }

  @Override
  public Table table(Province province, Span span, Draws draws) {
    String title = province.name() + "养老机构名录（示例数据，机构均为虚构） " + span.words();
    Table table = new Table(List.of(title), COLUMNS);
    for (Province.Reporter reporter : province.reporters()) {
      addHomes(table, new CountyFigures(draws, reporter, span.monthsIn()), draws);
    }
    return table;
  }

  private static void addHomes(Table table, CountyFigures figures, Draws draws) {
    CountyUnit unit = figures.unit();
    long beds = CivilAffairs.beds(figures);
    long nursing = CivilAffairs.nursingBeds(figures);
    int homes = (int) Math.max(2, unit.sixtyPlus() * 25 / 1000 / USUAL_BEDS);
    long bedsBefore = 0;
    long nursingBefore = 0;
    for (int number = 1; number <= homes; number++) {
      double share = (number - 0.4 * draws.uniform(unit.code(), "home", "" + number)) / homes;
      long bedsUpTo = number == homes ? beds : Math.round(beds * share);
      long nursingUpTo = nursing * bedsUpTo / beds;
      LocalDate opened =
          LocalDate.of(2008, 1, 1)
              .plusDays((long) draws.between(0, 4700, unit.code(), "opened", "" + number));
      table.add(
          row(unit, number, draws, bedsUpTo - bedsBefore, nursingUpTo - nursingBefore, opened, ""));
      bedsBefore = bedsUpTo;
      nursingBefore = nursingUpTo;
    }
    LocalDate old = LocalDate.of(2005, 5, 1);
    table.add(row(unit, homes + 1, draws, 60, 0, old, CLOSED.toString()));
    table.add(row(unit, homes + 2, draws, 180, 120, TO_OPEN, ""));
  }

  private static List<String> row(
      CountyUnit unit,
      int number,
      Draws draws,
      long beds,
      long nursing,
      LocalDate opened,
      String closed) {
    List<String> cells = new ArrayList<>();
    cells.add(unit.code());
    cells.add("示例" + unit.name() + number + "号养老院");
    cells.add(creditCode(unit.code(), number));
    cells.add(KINDS.get((int) (KINDS.size() * draws.uniform(unit.code(), "kind", "" + number))));
    cells.add(Long.toString(beds));
    cells.add(Long.toString(nursing));
    cells.add(opened.toString());
    cells.add(closed);
    return cells;
  }

  /** An invented code with the right check character. */
  static String creditCode(String region, int number) {
    String first = String.format(Locale.ROOT, "52%sMJ0000%03d", region, number);
    return first + CreditCode.check(first);
  }
}

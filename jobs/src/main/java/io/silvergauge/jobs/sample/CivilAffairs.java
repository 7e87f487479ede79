package io.silvergauge.jobs.sample;

import java.util.ArrayList;
import java.util.List;

/** The quarterly table of the civil-affairs departments: beds, workers, older persons, funds. */
final class CivilAffairs implements SourceTable {
  private static final List<Column> COLUMNS =
      List.of(
          Column.CODE,
          Column.NAME,
          Column.of("lottery_funds", "福利彩票公益金支出", "福彩公益金支出"),
          Column.of("lottery_funds_elderly_care", "其中用于养老服务", "用于养老服务的福彩公益金"),
          Column.of("communities", "城市社区数", "社区数"),
          Column.of("communities_with_day_care", "有日间照料机构的社区数", "建有日间照料机构的社区"),
          Column.of("institution_beds", "养老机构床位数", "养老机构床位"),
          Column.of("nursing_beds", "护理型床位数", "护理型床位"),
          Column.of("rural_tekun_institutions", "农村特困人员供养服务机构数", "农村特困供养机构"),
          Column.of("rural_tekun_institutions_compliant", "其中达到服务质量基本规范", "达标农村特困供养机构"),
          Column.of("care_workers", "养老护理员人数", "养老护理员"),
          Column.of("care_workers_trained", "接受岗前培训的养老护理员人数", "接受岗前培训的护理员"),
          Column.of("registered_elderly_60plus", "户籍60周岁及以上老年人数", "户籍60岁及以上人口"),
          Column.of("platform_registered_elderly", "智慧平台入网登记老年人数", "平台登记老年人"),
          Column.of("disabled_elderly", "失能老年人数", "失能老年人"),
          Column.of("disabled_elderly_helped", "获社区帮助的失能老年人数", "获帮助的失能老年人"),
          Column.of("tekun_elderly", "特困老年人数", "特困老年人"),
          Column.of("tekun_elderly_visited", "获探访的特困老年人数", "获探访的特困老年人"),
          Column.of("age_friendly_communities_completed", "建成老年友好型社区数", "老年友好型社区"),
          Column.of("social_workers", "老年社会工作者人数", "老年社会工作者"));

  private static final double[] SPENT_BY_QUARTER = {0.17, 0.41, 0.66, 1};

  @Override
  public String source() {
    return "civil_affairs";
  }

  @Override
  public List<Span> spans(Quarter first, Quarter last) {
    return first.through(last).stream().map(Span::of).toList();
  }

  @Override
  public int daysLater() {
    return 0;
  }

  @Override
  public Table table(Province province, Span span, Draws draws) {
    ProvinceHabits habits = new ProvinceHabits(province.code(), draws);
    String title = province.name() + "养老服务情况统计表（示例数据） " + span.words();
    Table table = new Table(List.of(title, "单位：万元、个、张、人"), COLUMNS);
    for (Province.Reporter reporter : province.reporters()) {
      CountyFigures figures = new CountyFigures(draws, reporter, span.monthsIn());
      List<String> row = new ArrayList<>();
      row.add(reporter.unit().code());
      row.add(reporter.unit().name());
      row.addAll(funds(figures, span, habits, draws));
      figures(figures, habits).forEach(row::add);
      table.add(row);
    }
    table.addTotal(habits.totalName(), 0);
    return table;
  }

  /** Spent since January, in 万元. */
  private static List<String> funds(
      CountyFigures figures, Span span, ProvinceHabits habits, Draws draws) {
    CountyUnit unit = figures.unit();
    String year = Integer.toString(span.lastMonth().getYear());
    double yearly =
        figures.amount("lottery_funds", unit.population(), 0.0018, 0.0032, 0.03)
            * draws.between(0.92, 1.08, unit.code(), "lottery_funds", year);
    double spent = yearly * SPENT_BY_QUARTER[span.lastMonth().getMonthValue() / 3 - 1];
    double share = figures.share("lottery_funds_elderly_care", 0.32, 0.66);
    return List.of(habits.money(spent), habits.money(spent * share));
  }

  private static List<String> figures(CountyFigures figures, ProvinceHabits habits) {
    CountyUnit unit = figures.unit();
    List<String> cells = new ArrayList<>();
    long communities = Math.max(1, figures.count("communities", unit.population(), 7e-5, 12e-5, 0));
    addPair(cells, communities, figures.part("communities_with_day_care", communities, 0.58, 1.12));
    addPair(cells, beds(figures), nursingBeds(figures));
    cells.addAll(rural(figures, habits));
    long workers = figures.count("care_workers", beds(figures), 0.12, 0.2, 0.02);
    addPair(cells, workers, figures.part("care_workers_trained", workers, 0.6, 1.12));
    long registered =
        figures.count("registered_elderly_60plus", unit.sixtyPlus(), 0.88, 1.04, 0.025);
    addPair(cells, registered, figures.part("platform_registered_elderly", registered, 0.42, 0.97));
    long disabled = figures.count("disabled_elderly", registered, 0.03, 0.05, 0);
    addPair(cells, disabled, figures.part("disabled_elderly_helped", disabled, 0.6, 1.12));
    long tekun = figures.count("tekun_elderly", registered, 0.004, 0.012, 0);
    addPair(cells, tekun, figures.part("tekun_elderly_visited", tekun, 0.62, 1.14));
    cells.add(Long.toString(ageFriendly(figures)));
    double quota = 0.45 + 0.9 * figures.share("social_workers", 0.1, 1);
    cells.add(Long.toString(Math.round(unit.sixtyPlus() * quota / 1000)));
    return cells;
  }

  /** Beds of the institutions in operation; the register lists the same. */
  static long beds(CountyFigures figures) {
    return figures.count("institution_beds", figures.unit().sixtyPlus(), 0.018, 0.032, 0.03);
  }

  /** Those of them that are nursing-type beds. */
  static long nursingBeds(CountyFigures figures) {
    return figures.part("nursing_beds", beds(figures), 0.28, 0.60);
  }

  private static List<String> rural(CountyFigures figures, ProvinceHabits habits) {
    if (figures.unit().urban()) {
      return List.of(habits.notApplicable(), habits.notApplicable());
    }
    long institutions =
        Math.max(
            1,
            figures.count(
                "rural_tekun_institutions", figures.unit().population(), 1e-5, 2.2e-5, 0));
    long compliant = figures.part("rural_tekun_institutions_compliant", institutions, 0.56, 1.14);
    return List.of(Long.toString(institutions), Long.toString(compliant));
  }

  private static long ageFriendly(CountyFigures figures) {
    String statistic = "age_friendly_communities_completed";
    double progress = Math.max(0, figures.months() + 6) / 30.0;
    if (figures.reached(statistic, 0.5, 1.15)) {
      return 3 + figures.count(statistic, progress, 0, 4, 0);
    }
    return Math.min(2, figures.count(statistic, progress, 0, 3, 0));
  }

  private static void addPair(List<String> cells, long whole, long part) {
    cells.add(Long.toString(whole));
    cells.add(Long.toString(part));
  }
}

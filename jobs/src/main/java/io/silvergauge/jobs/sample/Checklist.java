package io.silvergauge.jobs.sample;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The yearly checklist of conditions: what was found of each item in a city, its counties and the
 * province, with document and date, or the points of two assessors.
 */
final class Checklist implements SourceTable {
  private static final YearMonth EARLIEST = YearMonth.of(2020, 9);
  private static final int MONTHS_TO_THE_LATEST = 52;
  private static final double PART = 0.06;
  private static final double WITHOUT_DOCUMENT = 0.03;

  private static final List<Column> COLUMNS =
      RegisterColumns.of(
          "编号", "核查项", "核查结果", "日期", "文件名称及文号", "自评分", "不适用", "评定人甲", "甲评分", "甲理由", "评定人乙", "乙评分",
          "乙理由");

  /** Items of which it is found whether they are in place, as the scheme names them. */
  private static final List<String> OF_CITIES =
      words(
          """
          subsidy_mechanism basic_service_plan-plan basic_service_plan-list three_society_linkage fyp_special_plan
          four_level_health_platform-city four_level_health_platform-county four_level_health_platform-township
          four_level_health_platform-village facility_layout_plan-layout facility_layout_plan-construction
          annual_land_plan_priority stock_conversion_method case_by_case_mechanism-rule case_by_case_mechanism-meetings
          caregiver_allowance-allowance caregiver_allowance-honour smart_platform smart_health_information_system
          home_adaptation_measures rural_visit_system elder_education_documents-county elder_education_documents-township
          elder_education_documents-village leading_group-head leading_group-office work_plan_six_sections-1
          work_plan_six_sections-2 work_plan_six_sections-3 work_plan_six_sections-4 work_plan_six_sections-5
          work_plan_six_sections-6 work_plan_five_dimensions-1 work_plan_five_dimensions-2 work_plan_five_dimensions-3
          work_plan_five_dimensions-4 work_plan_five_dimensions-5 declaration_conditions-1 declaration_conditions-2
          declaration_conditions-3 declaration_conditions-4 dynamic_monitoring-mechanism dynamic_monitoring-indicators
          third_party_evaluation-comprehensive third_party_evaluation-special rectification_plan annual_progress
          """);

  private static final List<String> OF_COUNTIES =
      words("left_behind_mechanism rural_periodic_visits visit_system");

  private static final List<String> OF_PROVINCES = words("pilot_work_summary");

  /** Items to which two assessors give points, ten at most. */
  private static final List<String> ASSESSED =
      words(
          """
          multi_tier_pension financial_support_innovation industry_cluster leading_enterprises_support industry_integration
          grassroots_workforce smart_technology_difficulty national_conditions_education
          """);

  private static List<String> words(String text) {
    return List.of(text.strip().split("\\s+"));
  }

  @Override
  public String source() {
    return "checklist";
  }

  @Override
  public List<Span> spans(Quarter first, Quarter last) {
    return Span.years(first, last);
  }

  @Override
  public int daysLater() {
    return 3;
  }

  @Override
  public Table table(Province province, Span span, Draws draws) {
    Table table = new Table(List.of(province.name() + "条件核查表（示例数据） " + span.words()), COLUMNS);
    OF_PROVINCES.forEach(
        item -> table.add(found(province.code(), province.code(), item, span, draws)));
    for (SampleCity city : province.cities()) {
      OF_CITIES.forEach(item -> table.add(found(city.code(), city.code(), item, span, draws)));
      ASSESSED.forEach(item -> table.add(assessed(city.code(), item, span, draws)));
    }
    for (Province.Reporter one : province.reporters()) {
      if (one.unit().level() != Level.DEVELOPMENT_ZONE) {
        OF_COUNTIES.forEach(
            item -> table.add(found(one.unit().code(), one.city(), item, span, draws)));
      }
    }
    return table;
  }

  private static List<String> found(
      String region, String city, String item, Span span, Draws draws) {
    List<String> cells = new ArrayList<>(List.of(region, region + "-" + item, item));
    LocalDate issued = issued(region, city, item, draws);
    if (issued.isAfter(span.lastDay())) {
      cells.addAll(List.of("无", "", "", "0"));
    } else {
      boolean part = draws.uniform(region, item, "part") < PART;
      boolean shown = draws.uniform(region, item, "shown") >= WITHOUT_DOCUMENT;
      int number = 1 + (int) (80 * draws.uniform(region, item, "number"));
      String document = String.format(Locale.ROOT, "示例文件〔%d〕%d号", issued.getYear(), number);
      cells.addAll(List.of(part ? "部分" : "有", issued.toString(), shown ? document : "", "1"));
    }
    cells.addAll(List.of("否", "", "", "", "", "", ""));
    return cells;
  }

  private static List<String> assessed(String city, String item, Span span, Draws draws) {
    double years = (span.monthsIn() - 24) / 12.0;
    double points = 4 + 6 * CountyFigures.quality(draws, city, item) + 0.7 * years;
    long first = Math.max(0, Math.min(10, Math.round(points)));
    long second =
        Math.max(0, Math.min(10, Math.round(points + draws.between(-2.4, 2.4, city, item, "b"))));
    String document = String.format(Locale.ROOT, "示例评定记录〔%d〕%s", span.lastDay().getYear(), city);
    return List.of(
        city,
        city + "-" + item,
        item,
        "",
        span.lastDay().toString(),
        document,
        Long.toString(Math.min(10, first + 1)),
        "否",
        "评定人01",
        Long.toString(first),
        "示例：依据查阅资料",
        "评定人02",
        Long.toString(second),
        "示例：依据现场查看");
  }

  private static LocalDate issued(String region, String city, String item, Draws draws) {
    double quality =
        0.7 * CountyFigures.quality(draws, city, item) + 0.3 * draws.uniform(region, item);
    YearMonth month = EARLIEST.plusMonths((long) (MONTHS_TO_THE_LATEST * (1 - quality)));
    return month.atDay(1 + (int) (28 * draws.uniform(region, item, "day")));
  }
}

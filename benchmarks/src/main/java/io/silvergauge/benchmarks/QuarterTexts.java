package io.silvergauge.benchmarks;

/** What people would write for the quarter that {@link GenerateQuarter} makes up. */
final class QuarterTexts {
  static final String ASSESSMENT =
      """
      name: {zh: 合成季度, en: Made-up quarter}
      notice: {zh: 全部数据为合成数据。, en: All figures are made up.}
      scheme: scheme.yaml
      periods: [%s]
      as_of: 2024-01-31
      languages: [zh]
      formats: [dashboard]
      """;

  static final String FACILITIES =
      """
      id: facilities
      name: {zh: 合成机构名录, en: Made-up register of facilities}
      data: synthetic
      layout: register
      register: facilities
      encoding: auto
      separator: ","
      header_row: 1
      period: slot
      region: {code: region_code}
      symbols: {"": missing}
      columns:
        - {header: [code], field: code}
        - {header: [kind], field: kind}
        - {header: [beds], field: beds, unit: 张}
        - {header: [nursing_beds], field: nursing_beds, unit: 张}
        - {header: [opened], field: opened}
        - {header: [closed], field: closed}
      """;

  static final String HEALTH_UNITS =
      """
      id: health_units
      name: {zh: 合成医疗机构名录, en: Made-up register of health units}
      data: synthetic
      layout: register
      register: health_units
      encoding: auto
      separator: ","
      header_row: 1
      period: slot
      region: {code: region_code}
      symbols: {"": missing}
      columns:
        - {header: [code], field: code}
        - {header: [kind], field: kind}
        - {header: [elderly_ward], field: elderly_ward}
      """;

  private static final String VILLAGES =
      """
      id: villages
      name: {zh: 合成村级月报, en: Made-up monthly figures of villages}
      data: synthetic
      layout: long
      encoding: auto
      separator: ","
      header_row: 1
      period: {column: period}
      region: %s
      symbols: {"": missing}
      statistic: {column: statistic}
      value: {column: value}
      unit: {column: unit}
      """;

  private static final String SCHEME =
      """
      id: made-up
      edition: "1"
      valid_from: 2010-01-01
      name: {zh: 合成方案, en: Made-up scheme}
      notice: {zh: 全部为合成。, en: All of it is made up.}
      scale: {full: 100, decimals: 2}
      dimensions:
        - {id: all, name: {zh: 合成, en: Made up}, weight: 100}
      total: {name: {zh: 综合得分, en: Overall score}, aggregate: arithmetic, publish_from: 10}
      grades:
        - {id: good, name: {zh: 良, en: Good}, from: 60}
        - {id: poor, name: {zh: 差, en: Poor}, from: 0}
      ranking: {on: rounded, decimals: 2, ties: competition}
      peers: {same: level, at_least: 5}
      unit_sets:
        towns: [town]
        counties: [county]
      registers:
        - id: facilities
          name: {zh: 机构, en: Facilities}
          identity: code
          fields:
            - {id: code, name: {zh: 编号, en: Code}}
            - {id: kind, name: {zh: 类型, en: Kind}, values: [公办, 民办]}
            - {id: beds, name: {zh: 床位, en: Beds}, type: number, unit: 张}
            - {id: nursing_beds, name: {zh: 护理床位, en: Nursing beds}, type: number, unit: 张}
            - {id: opened, name: {zh: 开业, en: Opened}, type: date}
            - {id: closed, name: {zh: 停业, en: Closed}, type: date}
        - id: health_units
          name: {zh: 医疗机构, en: Health units}
          identity: code
          fields:
            - {id: code, name: {zh: 编号, en: Code}}
            - {id: kind, name: {zh: 类型, en: Kind}, values: [医院, 基层机构]}
            - {id: elderly_ward, name: {zh: 老年病区, en: Ward for older persons}, type: yes_no}
      statistics:
        - {id: beds, name: {zh: 在营床位, en: Beds in operation}, unit: 张, grain: counties, time: stock, from: {register: facilities, sum: beds, where: "opened <= period_end and (missing(closed) or closed > period_end)"}}
        - {id: nursing_beds, name: {zh: 在营护理床位, en: Nursing beds in operation}, unit: 张, grain: counties, time: stock, from: {register: facilities, sum: nursing_beds, where: "opened <= period_end and (missing(closed) or closed > period_end)"}}
        - {id: health_units, name: {zh: 医疗机构数, en: Health units}, unit: 个, grain: counties, time: stock, from: {register: health_units}}
        - {id: elderly_wards, name: {zh: 设老年病区的机构, en: Those with a ward for older persons}, unit: 个, grain: counties, time: stock, from: {register: health_units, where: elderly_ward}}
      %sindicators:
      %s""";

  private QuarterTexts() {}

  /** How the description of villages says where a row belongs. */
  static String villages(boolean prefix) {
    return VILLAGES.formatted(prefix ? "{code: region_code, digits: 6}" : "{code: region_code}");
  }

  /**
   * The rule book.
   *
   * @param pairs of statistics that villages tell, an indicator each
   */
  static String scheme(String grain, int pairs) {
    StringBuilder statistics = new StringBuilder();
    StringBuilder indicators = new StringBuilder();
    for (int pair = 1; pair <= pairs; pair++) {
      statistics.append(
          """
            - {id: all_%1$d, name: {zh: 合成对象%1$d, en: Made-up persons %1$d}, unit: 人, grain: %2$s, time: stock}
            - {id: served_%1$d, name: {zh: 合成服务对象%1$d, en: Made-up persons served %1$d}, unit: 人, grain: %2$s, time: stock, part_of: all_%1$d}
          """
              .formatted(pair, grain));
      indicators.append(share("share_" + pair, "served_" + pair, "all_" + pair));
    }
    indicators.append(share("nursing_share", "nursing_beds", "beds"));
    indicators.append(share("ward_share", "elderly_wards", "health_units"));
    return SCHEME.formatted(statistics, indicators);
  }

  private static String share(String id, String part, String whole) {
    return """
      - id: %1$s
        name: {zh: 合成比例 %1$s, en: Made-up %1$s}
        dimension: all
        share: {of: %2$s, in: %3$s}
        better: higher
        target: {at_least: 50, unit: "%%", by: 2023Q4}
        posts: {zero: 0, full: 100}
        weight: 1
    """
        .formatted(id, part, whole);
  }
}

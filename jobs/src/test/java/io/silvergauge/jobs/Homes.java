package io.silvergauge.jobs;

import io.silvergauge.indicators.register.CreditCode;

/** A register of care homes for the small assessment, from which its beds are counted. */
public final class Homes {
  /** The small scheme with beds and nursing beds from the register. */
  public static final String SCHEME =
      SmallAssessment.SCHEME
          .replace(
              "statistics:\n",
              """
              registers:
                - id: homes
                  name: {zh: 养老机构名录, en: Register of care homes}
                  identity: code
                  fields:
                    - {id: code, name: {zh: 信用代码, en: Credit code}, form: credit_code}
                    - {id: kind, name: {zh: 类型, en: Kind}, values: [公办, 民办], required: true}
                    - {id: beds, name: {zh: 床位, en: Beds}, type: number, unit: 张}
                    - {id: nursing, name: {zh: 护理型床位, en: Nursing beds}, type: number, unit: 张}
                    - {id: opened, name: {zh: 开业, en: Opened}, type: date}
                    - {id: closed, name: {zh: 停业, en: Closed}, type: date}
                    - {id: audited, name: {zh: 已审计, en: Audited}, type: yes_no}
                  checks:
                    - {id: nursing_within, holds: nursing <= beds, message: {zh: 护理型床位多于床位, en: more nursing beds than beds}}
                    - {id: dates, holds: opened <= closed, message: {zh: 停业早于开业, en: closed before it opened}}
              statistics:
              """)
          .replace(
              "unit: 张, grain: county_level}",
              "unit: 张, grain: county_level, from: {register: homes, sum: beds, where: \"missing(closed) or closed > period_end\"}}")
          .replace(
              "unit: 张, grain: county_level, part_of: beds}",
              "unit: 张, grain: county_level, part_of: beds, from: {register: homes, sum: nursing, where: \"missing(closed) or closed > period_end\"}}");

  /** How its files are read. */
  public static final String SOURCE =
      """
      id: homes
      name: {zh: 养老机构名录, en: Register of care homes}
      data: synthetic
      layout: register
      register: homes
      region: {code: 代码}
      symbols: {"": missing, "—": not_applicable}
      columns:
        - {header: [信用代码, 统一社会信用代码], field: code}
        - {header: [类型], field: kind}
        - {header: [床位数], field: beds}
        - {header: [护理型床位数], field: nursing}
        - {header: [开业日期], field: opened}
        - {header: [停业日期], field: closed}
        - {header: [已审计], field: audited}
      """;

  /** The header of its files. */
  public static final String HEADER = "代码,信用代码,类型,床位数,护理型床位数,开业日期,停业日期,已审计";

  private Homes() {}

  /** A made-up credit code with a number and the right check character. */
  public static String code(int number) {
    String first = "9111000000000%04d".formatted(number);
    return first + CreditCode.check(first);
  }

  /** A row: region, number of the home, and the rest as it stands. */
  public static String row(String region, int number, String rest) {
    return region + "," + code(number) + "," + rest;
  }

  /**
   * Two provinces owe the register: of 110000's 110121 there is no home, which a full list need not
   * say; of the only record of 120000 nothing is known.
   */
  public static SmallAssessment owed() {
    return SmallAssessment.delivered()
        .file("scheme.yaml", SCHEME)
        .file("sources/homes.yaml", SOURCE)
        .file(
            "data/expected.csv",
            """
                sender,source,period,due
                110000,homes,2023Q4,2024-01-20
                120000,homes,2023Q4,2024-01-20
                """)
        .deliver(
            "2023Q4/110000/homes.csv",
            "2024-01-15",
            HEADER,
            row("110101", 1, "公办,100,60,2019-01-01,,"))
        .deliver(
            "2023Q4/120000/homes.csv",
            "2024-01-15",
            HEADER,
            row("120101", 2, "公办,50,60,2019-01-01,,"));
  }
}

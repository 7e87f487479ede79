package io.silvergauge.jobs.read;

import static io.silvergauge.jobs.SmallAssessment.changed;
import static io.silvergauge.jobs.SmallAssessment.said;
import static io.silvergauge.jobs.SmallAssessment.saidInChinese;
import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Faults;
import io.silvergauge.indicators.scheme.Scheme;
import io.silvergauge.indicators.statistic.Mark;
import io.silvergauge.jobs.Repository;
import io.silvergauge.jobs.SmallAssessment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceDescriptionReaderTest {
  private static final Scheme SCHEME = SmallAssessment.scheme();

  private static Optional<SourceDescription> read(String text, Faults faults) {
    return SourceDescriptionReader.read(
        "sources/x.yaml", Repository.utf8(text), "abc", SCHEME, faults);
  }

  private static SourceDescription read(String text) {
    Faults faults = new Faults();
    Optional<SourceDescription> description = read(text, faults);
    assertThat(said(faults)).isEmpty();
    return description.orElseThrow();
  }

  private static List<String> faults(String text) {
    Faults faults = new Faults();
    assertThat(read(text, faults)).isEmpty();
    return said(faults);
  }

  @Test
  void readsAWideTable() {
    SourceDescription civil = read(SmallAssessment.CIVIL);

    assertThat(civil.id()).isEqualTo("civil");
    assertThat(civil.name()).isEqualTo(new Bilingual("民政表", "Civil affairs"));
    assertThat(civil.data()).isEqualTo(SourceDescription.DataKind.SYNTHETIC);
    assertThat(civil.encoding()).isEqualTo(SourceDescription.Encoding.AUTO);
    assertThat(civil.separator()).isEqualTo(',');
    assertThat(civil.headerRow()).isEqualTo(2);
    assertThat(civil.periodColumn()).as("period: slot").isEmpty();
    assertThat(civil.regionColumn()).isEqualTo("代码");
    assertThat(civil.referenceDateColumn()).isEmpty();
    assertThat(civil.setAside())
        .containsExactly(new SourceDescription.SetAside("地区", List.of("合计"), List.of(), List.of()));
    assertThat(civil.symbols())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("", Mark.MISSING, "…", Mark.TOO_SMALL, "—", Mark.NOT_APPLICABLE));
    assertThat(civil.columns())
        .containsExactly(
            column(List.of("床位数", "床位"), "beds", "张", false),
            column(List.of("护理型"), "nursing_beds", "张", false),
            column(List.of("资金"), "funds", "万元", true));
    assertThat(civil.longForm()).isEmpty();
    assertThat(civil.statistics()).containsExactly("beds", "funds", "nursing_beds");
    assertThat(civil.sha256()).isEqualTo("abc");
  }

  private static SourceDescription.Column column(
      List<String> headers, String statistic, String unit, boolean yearToDate) {
    return new SourceDescription.Column(
        headers, List.of(), statistic, unit, SourceDescription.UnitFrom.DESCRIPTION, yearToDate);
  }

  @Test
  void readsALongTable() {
    SourceDescription items = read(SmallAssessment.ITEMS);

    assertThat(items.headerRow()).as("usual header row").isEqualTo(1);
    assertThat(items.referenceDateColumn()).isEqualTo("印发日期");
    assertThat(items.columns()).isEmpty();
    assertThat(items.longForm())
        .containsExactly(
            new SourceDescription.LongForm(
                "事项",
                Map.of("养老服务制度", "policy", "满意度", "satisfaction"),
                "情况",
                Map.of("是", "1", "否", "0"),
                "",
                "文件"));
    assertThat(items.symbols()).as("blank is missing").isEqualTo(Map.of("", Mark.MISSING));
    assertThat(items.statistics()).containsExactly("policy", "satisfaction");
  }

  @Test
  void readsAPeriodColumn() {
    assertThat(read(SmallAssessment.VISITS).periodColumn()).isEqualTo("月份");
  }

  @Test
  void knowsPlainLongFilesWithoutADescription() {
    SourceDescription plain = SourceDescription.plainLong();

    assertThat(plain.id()).isEqualTo("long");
    assertThat(plain.regionColumn()).isEqualTo("region_code");
    assertThat(plain.periodColumn()).isEqualTo("period");
    assertThat(plain.longForm())
        .containsExactly(
            new SourceDescription.LongForm("statistic", Map.of(), "value", Map.of(), "unit", ""));
    assertThat(plain.statistics()).as("the file names them").isEmpty();
  }

  /** Each row changes one place of the wide description; the line is that of the changed field. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "id: civil | id: Civil | :1, id: 'Civil' is no valid id; small letters, digits, _ and -, beginning with a letter, 80 characters at most",
        "id: civil | # | :1, id: this field is missing",
        "name: {zh: 民政表, en: Civil affairs} | name: {zh: 民政表} | :2, name.en: this field is missing",
        "name: {zh: 民政表, en: Civil affairs} | name: 民政表 | :2, name: '民政表' must be a group of fields",
        "data: synthetic | data: made_up | :3, data: 'made_up' is not one of: official, synthetic",
        "layout: wide | layout: broad | :4, layout: 'broad' is not one of: wide, long, cross",
        "layout: wide | encoding: latin-1 | :4, encoding: 'latin-1' is not one of: auto, utf-8, gb18030, utf-16le, utf-16be",
        "layout: wide | separator: ;; | :4, separator: ';;' must be a single character, tab or auto",
        "layout: wide | separator: '\"' | :4, separator: '\"' must be a single character, tab or auto",
        "header_row: 2 | header_row: 0 | :5, header_row: 0 is not a whole number from 1 to 100",
        "header_row: 2 | header_row: first | :5, header_row: 'first' is not a decimal number such as 12.5",
        "header_row: 2 | header_rows: 2 | :5, header_rows: unknown field; known here: checks, columns, data, encoding, header, header_row, id, layout, name, notes, period, reference_date, region",
        "header_row: 2 | period: month | :5, period: must be 'slot' or {column: …}",
        "header_row: 2 | period: {columns: 月份} | :5, period.column: this field is missing",
        "header_row: 2 | reference_date: 时点 | :5, reference_date: '时点' must be a group of fields",
        "region: {code: 代码, name: 地区} | # | :1, region: this field is missing",
        "region: {code: 代码, name: 地区} | region: {name: 地区} | :6, region.code: this field is missing",
        "region: {code: 代码, name: 地区} | region: {code: 代码, level: 县} | :6, region.level: unknown field; known here: code, codes, digits, is, name, sender",
        "{column: 地区, is: [合计]} | {is: [合计]} | :8, set_aside[0].column: this field is missing",
        "{column: 地区, is: [合计]} | {column: 地区} | :8, set_aside[0].is: at least one text is needed",
        "{column: 地区, is: [合计]} | 合计 | :8, set_aside[0]: '合计' must be a group of fields",
        "\"…\": too_small | \"…\": tiny | :9, symbols: 'tiny' is not one of: missing, too_small, not_applicable",
        "\"…\": too_small | \"…\": number | :9, symbols: 'number' is not one of: missing, too_small, not_applicable",
        "header: [护理型], | header: [], | :12, columns[1].header: at least one header is needed",
        "header: [护理型], | # | :12, columns[1].header: at least one header is needed",
        "header: [护理型], | header: [床 位　数], | :12, columns[1].header: header '床 位　数' stands twice",
        "statistic: nursing_beds | statistic: nursing_bed | :12, columns[1].statistic: the scheme has no statistic 'nursing_bed'; did you mean 'nursing_beds'?",
        "statistic: nursing_beds | statistic: zzz | :12, columns[1].statistic: the scheme has no statistic 'zzz'",
        "statistic: nursing_beds, unit: 张 | statistic: nursing_beds, unit: 人 | :12, columns[1].unit: unit '人' cannot be converted into '张'; fitting are 万张 千张 张",
        "statistic: nursing_beds, unit: 张 | statistic: nursing_beds, unit: 位 | :12, columns[1].unit: unit '位' cannot be converted into '张'; fitting are 万张 千张 张",
        "period: year_to_date | period: month | :13, columns[2].period: 'month' is not one of: year_to_date",
        "period: year_to_date | note: so far | :13, columns[2].note: unknown field; known here: header, period, statistic, sum, unit, unit_from"
      })
  void namesFileLineAndFieldOfEveryFault(String right, String wrong, String said) {
    String text =
        wrong.equals("#")
            ? right.startsWith("header")
                ? changed(SmallAssessment.CIVIL, right, "", 1)
                : changed(SmallAssessment.CIVIL, right + "\n", "", 1)
            : changed(SmallAssessment.CIVIL, right, wrong, 1);

    assertThat(faults(text))
        .anySatisfy(fault -> assertThat(fault).startsWith("sources/x.yaml" + said));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "statistic: {column: 事项, | statistics: {column: 事项, | :1, statistic: this field is missing",
        "statistic: {column: 事项, | statistic: { | :6, statistic.column: this field is missing",
        "满意度: satisfaction | 满意度: satisfation | :6, statistic.names: the scheme has no statistic 'satisfation'; did you mean 'satisfaction'?",
        "value: {column: 情况, | value: { | :7, value.column: this field is missing",
        "document: {column: 文件} | document: 文件 | :8, document: '文件' must be a group of fields",
        "document: {column: 文件} | columns: [{header: [甲], statistic: beds}] | :8, columns: only a wide file has columns",
        "layout: long | layout: wide | :1, columns: a wide file needs at least one column",
        "layout: long | layout: wide | :6, statistic: unknown field; known here: checks, columns"
      })
  void namesTheFaultsOfALongTable(String right, String wrong, String said) {
    assertThat(faults(changed(SmallAssessment.ITEMS, right, wrong, 1)))
        .anySatisfy(fault -> assertThat(fault).startsWith("sources/x.yaml" + said));
  }

  @Test
  void reportsAllFaultsOfAFileAtOnceFromTopToBottomInBothLanguages() {
    String text = changed(SmallAssessment.CIVIL, "data: synthetic", "data: fake", 1);
    text = changed(text, "statistic: beds, unit: 张", "statistic: bed, unit: 张", 1);
    text = changed(text, "unit: 万元", "unit: 人", 1);
    Faults faults = new Faults();

    assertThat(read(text, faults)).isEmpty();
    assertThat(said(faults))
        .containsExactly(
            "sources/x.yaml:3, data: 'fake' is not one of: official, synthetic",
            "sources/x.yaml:11, columns[0].statistic: the scheme has no statistic 'bed'; did you"
                + " mean 'beds'?",
            "sources/x.yaml:13, columns[2].unit: unit '人' cannot be converted into '万元'; fitting are"
                + " 万元 亿元 元 千元 百万元");
    assertThat(saidInChinese(faults))
        .containsExactly(
            "sources/x.yaml:3，data：“fake”无效，可用：official, synthetic",
            "sources/x.yaml:11，columns[0].statistic：方案中没有统计量“bed”；是否应为“beds”？",
            "sources/x.yaml:13，columns[2].unit：单位“人”不能换算为“万元”；可用：万元 亿元 元 千元 百万元");
  }

  @Test
  void refusesWhatIsNoYamlBeforeLookingIntoIt() {
    assertThat(faults("id: [")).hasSize(1).allMatch(fault -> fault.contains("YAML syntax"));
    assertThat(faults("")).containsExactly("sources/x.yaml: the file is empty");
  }

  @Test
  void takesTheStatisticsOwnUnitWhereNoneIsNamedAndConvertsWhereOneIs() {
    SourceDescription description =
        read(
            changed(
                changed(SmallAssessment.CIVIL, "statistic: beds, unit: 张", "statistic: beds", 1),
                "statistic: funds, unit: 万元",
                "statistic: funds, unit: 亿元",
                1));
    assertThat(description.columns())
        .extracting(SourceDescription.Column::unit)
        .containsExactly("张", "张", "亿元");
  }
}

package io.silvergauge.jobs;

import static io.silvergauge.jobs.SmallAssessment.changed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.silvergauge.indicators.document.Faults;
import io.silvergauge.indicators.document.FaultyFilesException;
import io.silvergauge.jobs.assessment.AssessmentReader;
import io.silvergauge.jobs.read.SourceDescriptionReader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The JSON Schemas of assessments and source descriptions say what the readers say. */
class SchemaTest {
  private static final String ASSESSMENT =
      """
      name: {zh: 小评估, en: Small assessment}
      notice: {zh: 示例, en: An example}
      scheme: scheme.yaml
      periods: [2023Q3, 2023Q4]
      as_of: 2024-01-31
      languages: [zh, en]
      formats: [html]
      precedence: [civil]
      store: ../store
      """;

  static Stream<Path> assessments() {
    return Stream.of("sample-input", "docs/examples/hdi", "docs/examples/national")
        .map(folder -> Repository.path(folder).resolve("assessment.yaml"));
  }

  static Stream<Path> sources() {
    return Repository.files(Repository.path("sample-input/sources")).stream();
  }

  @ParameterizedTest
  @MethodSource("assessments")
  void acceptsEveryAssessmentOfTheProject(Path file) {
    assertThat(SchemaFiles.errors("assessment", SchemaFiles.yaml(Repository.text(file)))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("sources")
  void acceptsEverySourceDescriptionOfTheProject(Path file) {
    assertThat(SchemaFiles.errors("source", SchemaFiles.yaml(Repository.text(file)))).isEmpty();
  }

  @Test
  void acceptsEveryFieldThatTheReadersKnow() {
    assertThat(SchemaFiles.errors("assessment", SchemaFiles.yaml(ASSESSMENT))).isEmpty();
    for (String source :
        List.of(
            SmallAssessment.CIVIL,
            SmallAssessment.CIVIL + "encoding: gb18030\nseparator: \"\\t\"\nperiod: slot\n",
            SmallAssessment.VISITS,
            SmallAssessment.ITEMS,
            SmallAssessment.ITEMS + "unit: {column: 单位}\nencoding: utf-8\n",
            changed(SmallAssessment.CIVIL, "header: [护理型]", "header: 护理型", 1),
            changed(SmallAssessment.CIVIL, "is: [合计]", "is: 合计", 1))) {
      Faults faults = new Faults();
      assertThat(readSource(source, faults)).isTrue();
      assertThat(SchemaFiles.errors("source", SchemaFiles.yaml(source))).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"assessment", "source"})
  void isClosedAndDescribedThroughout(String name) {
    JsonNode schema = SchemaFiles.schema(name);
    assertThat(schema.path("$schema").asText())
        .isEqualTo("https://json-schema.org/draft/2020-12/schema");
    assertThat(schema.path("$id").asText()).isEqualTo("urn:io.silvergauge:schema:" + name);
    assertThat(schema.path("title").asText()).isNotEmpty();
    assertDescribed(name, schema);
    schema
        .path("$defs")
        .properties()
        .forEach(
            part -> {
              assertThat(part.getValue().path("title").asText()).isEqualTo(part.getKey());
              assertDescribed(name + " " + part.getKey(), part.getValue());
            });
  }

  private static void assertDescribed(String place, JsonNode part) {
    assertThat(part.path("description").asText()).as(place).isNotEmpty();
    if (part.has("properties")) {
      assertThat(part.path("additionalProperties").isBoolean()).as(place).isTrue();
      assertThat(part.path("additionalProperties").asBoolean()).as(place).isFalse();
      part.path("properties")
          .properties()
          .forEach(
              field -> {
                if (!field.getValue().has("$ref")) {
                  assertDescribed(place + "." + field.getKey(), field.getValue());
                }
              });
    }
  }

  /** Each row breaks the assessment in one place. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "name: {zh: 小评估, en: Small assessment} | title: x",
        "name: {zh: 小评估, en: Small assessment} | name: {zh: 小评估}",
        "name: {zh: 小评估, en: Small assessment} | name: 小评估",
        "notice: {zh: 示例, en: An example} | notice: {zh: 示例, fr: Un exemple, en: x}",
        "scheme: scheme.yaml | schema: scheme.yaml",
        "scheme: scheme.yaml | scheme: \"\"",
        "periods: [2023Q3, 2023Q4] | periods: [2023Q5]",
        "periods: [2023Q3, 2023Q4] | periods: []",
        "periods: [2023Q3, 2023Q4] | periods: [2023-13]",
        "periods: [2023Q3, 2023Q4] | period: 2023Q4",
        "as_of: 2024-01-31 | as_of: 31.1.2024",
        "as_of: 2024-01-31 | as_of: 2024-02-30",
        "as_of: 2024-01-31 | as_of: today",
        "languages: [zh, en] | languages: [zh, fr]",
        "formats: [html] | formats: [doc]",
        "formats: [html] | gates: {file_rejected_over: 101}",
        "formats: [html] | gates: {run_coverage_below: -1}",
        "formats: [html] | gates: {file_rejected: 30}",
        "formats: [html] | formats: {html: yes}",
        "precedence: [civil] | precedence: [Civil Affairs]",
        "store: ../store | verification: [{sample: a.json, found: b.csv}]",
        "store: ../store | verification: {sample: a.json}",
        "store: ../store | store: {folder: x}",
        "store: ../store | colour: red"
      })
  void refusesAnAssessmentThatTheReaderRefuses(String right, String wrong, @TempDir Path folder) {
    new SmallAssessment().file("assessment.yaml", ASSESSMENT).write(folder);
    String text = changed(ASSESSMENT, right, wrong, 1);

    assertThat(SchemaFiles.errors("assessment", SchemaFiles.yaml(text))).isNotEmpty();
    Repository.write(folder.resolve("assessment.yaml"), text);
    assertThatThrownBy(() -> AssessmentReader.read(folder))
        .isInstanceOf(FaultyFilesException.class)
        .hasMessageContaining("assessment.yaml");
  }

  private static boolean readSource(String text, Faults faults) {
    return SourceDescriptionReader.read(
            "sources/x.yaml", Repository.utf8(text), "", SmallAssessment.scheme(), faults)
        .isPresent();
  }

  private static void assertRefused(String text) {
    Faults faults = new Faults();
    assertThat(readSource(text, faults)).isFalse();
    assertThat(faults.all()).isNotEmpty();
    assertThat(SchemaFiles.errors("source", SchemaFiles.yaml(text))).isNotEmpty();
  }

  /** Each row breaks the wide description in one place. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "id: civil | id: Civil",
        "id: civil | identifier: civil",
        "name: {zh: 民政表, en: Civil affairs} | name: {en: Civil affairs}",
        "data: synthetic | data: real",
        "data: synthetic | # none",
        "layout: wide | layout: tall",
        "layout: wide | layout: long",
        "layout: wide | encoding: latin-1",
        "layout: wide | separator: ;;",
        "layout: wide | separator: '\"'",
        "layout: wide | separator: \"\"",
        "header_row: 2 | header_row: 0",
        "header_row: 2 | header_row: 101",
        "header_row: 2 | header_row: 1.5",
        "header_row: 2 | header_row: two",
        "header_row: 2 | period: month",
        "header_row: 2 | period: {columns: 月份}",
        "header_row: 2 | reference_date: 时点",
        "header_row: 2 | reference_date: {column: 时点, format: iso}",
        "header_row: 2 | document: {column: 文件}",
        "header_row: 2 | value: {column: 值}",
        "region: {code: 代码, name: 地区} | region: {name: 地区}",
        "region: {code: 代码, name: 地区} | region: 代码",
        "{column: 地区, is: [合计]} | {column: 地区}",
        "{column: 地区, is: [合计]} | {is: [合计]}",
        "{column: 地区, is: [合计]} | 合计",
        "\"…\": too_small | \"…\": tiny",
        "header: [护理型], | ",
        "header: [护理型] | header: []",
        "header: [护理型] | header: {a: b}",
        "statistic: nursing_beds | statistic: Nursing Beds",
        "statistic: nursing_beds | statistics: nursing_beds",
        "period: year_to_date | period: month",
        "period: year_to_date | note: so far"
      })
  void refusesAWideDescriptionThatTheReaderRefuses(String right, String wrong) {
    assertRefused(changed(SmallAssessment.CIVIL, right, wrong == null ? "" : wrong, 1));
  }

  /** Each row breaks the long description in one place. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "layout: long | layout: wide",
        "layout: long | # wide is usual",
        "statistic: {column: 事项, | statistics: {column: 事项,",
        "statistic: {column: 事项, | statistic: {",
        "满意度: satisfaction | 满意度: 满意度",
        "value: {column: 情况, | value: {",
        "value: {column: 情况, | value: {column: 情况, unit: x,",
        "document: {column: 文件} | document: 文件",
        "document: {column: 文件} | columns: [{header: [甲], statistic: beds}]"
      })
  void refusesALongDescriptionThatTheReaderRefuses(String right, String wrong) {
    assertRefused(changed(SmallAssessment.ITEMS, right, wrong, 1));
  }

  @Test
  void refusesADescriptionWithoutValueColumns() {
    ObjectNode source = (ObjectNode) SchemaFiles.yaml(SmallAssessment.CIVIL);
    source.remove("columns");
    assertThat(SchemaFiles.errors("source", source)).isNotEmpty();
    source.putArray("columns");
    assertThat(SchemaFiles.errors("source", source)).isNotEmpty();
  }
}

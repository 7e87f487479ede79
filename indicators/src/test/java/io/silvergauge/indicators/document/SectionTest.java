package io.silvergauge.indicators.document;

import static io.silvergauge.indicators.TestFiles.said;
import static io.silvergauge.indicators.TestFiles.saidInChinese;
import static io.silvergauge.indicators.TestFiles.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SectionTest {
  private enum Colour {
    RED,
    DARK_BLUE
  }

  private final Faults faults = new Faults();

  private Section read(String text) {
    return YamlFile.read("plan.yaml", utf8(text), faults);
  }

  @Test
  void keepsWordsAndCodesExactlyAsTheyAreWritten() {
    Section section =
        read("id: no\ncode: 010105\nedition: 2023.10\nhex: 0x1F\nflag: True\nnull_: ~\n");
    assertThat(section.text("id")).isEqualTo("no");
    assertThat(section.text("code")).isEqualTo("010105");
    assertThat(section.text("edition")).isEqualTo("2023.10");
    assertThat(section.text("hex")).isEqualTo("0x1F");
    assertThat(section.text("flag")).isEqualTo("True");
    assertThat(section.text("null_", "absent")).isEmpty();
    assertThat(faults.all()).isEmpty();
  }

  @Test
  void reportsAllFaultsAtOnceEachWithFileLineAndField() {
    Section section =
        read(
            """
            id: Bad Id
            weight: twelve
            name:
              zh: 名称
            sort: [a, b]
            colour: green
            extra: 1
            """);
    section.id("id");
    section.decimal("weight");
    section.bilingual("name");
    section.text("sort");
    section.choice("colour", Colour.class);
    section.text("period");
    section.done();

    assertThat(said(faults))
        .containsExactly(
            "plan.yaml:1, id: 'Bad Id' is no valid id; small letters, digits, _ and -, beginning with a"
                + " letter, 80 characters at most",
            "plan.yaml:1, period: this field is missing",
            "plan.yaml:2, weight: 'twelve' is not a decimal number such as 12.5",
            "plan.yaml:4, name.en: this field is missing",
            "plan.yaml:5, sort: a list must be a single value",
            "plan.yaml:6, colour: 'green' is not one of: red, dark_blue",
            "plan.yaml:7, extra: unknown field; known here: colour, id, name, period, sort, weight");
    assertThat(saidInChinese(faults))
        .contains(
            "plan.yaml:2，weight：“twelve”不是数字，应为如 12.5 的十进制数",
            "plan.yaml:5，sort：列表 无效，应为单个值",
            "plan.yaml:7，extra：未知字段；此处可用：colour, id, name, period, sort, weight");
  }

  @Test
  void namesBothLinesOfADuplicateField() {
    read("weight: 1\nname: x\nweight: 2\n");
    assertThat(said(faults))
        .containsExactly("plan.yaml:3, weight: this field stands twice, first on line 1");
  }

  @Test
  void findsADuplicateFieldInsideAList() {
    read("rows:\n  - {a: 1, b: 2}\n  - {a: 1, a: 2}\n");
    assertThat(said(faults))
        .containsExactly("plan.yaml:3, rows[1].a: this field stands twice, first on line 3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id: !!str x",
        "id: !java.util.Date x",
        "id: !!javax.script.ScriptEngineManager [x]",
        "id: !!map {a: 1}",
        "id: &anchor {a: 1}",
        "id: &anchor [a]",
        "a: &x 1\nb: *x",
        "a: &x {b: 1}\nc: {<<: *x}"
      })
  void refusesTagsAnchorsAndAliases(String text) {
    read(text);
    assertThat(said(faults))
        .isNotEmpty()
        .allSatisfy(
            fault -> assertThat(fault).contains("anchors, aliases and tags are not allowed"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''            | plan.yaml: the file is empty",
        "'# remark\n'  | plan.yaml: the file is empty",
        "'- a\n- b\n'  | plan.yaml:1: the file must begin with 'field: value'",
        "'text'        | plan.yaml:1: the file must begin with 'field: value'",
        "'a: 1\n---\nb: 2\n' | plan.yaml:3: only one YAML document is allowed"
      })
  void refusesWhatIsNoGroupOfFields(String text, String fault) {
    read(text);
    assertThat(said(faults)).containsExactly(fault);
  }

  @Test
  void namesTheLineOfASyntaxError() {
    read("a: 1\nb: [1, 2\nc: 3\n");
    assertThat(said(faults)).singleElement().asString().startsWith("plan.yaml:3: YAML syntax: ");
  }

  @Test
  void refusesAFileThatIsNotUtf8() {
    YamlFile.read("plan.yaml", new byte[] {'a', ':', ' ', (byte) 0xD6, (byte) 0xD0}, faults);
    assertThat(said(faults)).containsExactly("plan.yaml: the file is not UTF-8");
    assertThat(saidInChinese(faults)).containsExactly("plan.yaml：文件不是 UTF-8 编码");
  }

  @Test
  void readsPastAByteOrderMark() {
    assertThat(read("\uFEFFid: x\n").text("id")).isEqualTo("x");
    assertThat(faults.all()).isEmpty();
  }

  @Test
  void refusesAFileThatIsTooLarge() {
    YamlFile.read("plan.yaml", new byte[YamlFile.MAX_BYTES + 1], faults);
    assertThat(said(faults))
        .containsExactly("plan.yaml: the file has 8388609 bytes, the limit is 8388608");
  }

  @ParameterizedTest
  @ValueSource(ints = {41, 500, 100_000})
  void refusesNestingThatIsTooDeep(int depth) {
    read("a: " + "[".repeat(depth) + "]".repeat(depth));
    assertThat(said(faults)).singleElement().asString().contains("YAML syntax: ").contains("depth");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e5", "0x10", "1_000", ".5", "5.", ".inf", "NaN", "1,5", "１２", "1/2"})
  void takesOnlyPlainDecimalNumbers(String text) {
    read("weight: \"" + text + "\"").decimal("weight");
    assertThat(said(faults))
        .containsExactly(
            "plan.yaml:1, weight: '" + text + "' is not a decimal number such as 12.5");
  }

  @Test
  void keepsTheDigitsOfANumber() {
    Section section = read("a: -1.50\nb: +2\nc: 0.200000\n");
    assertThat(section.decimal("a")).isEqualTo(new BigDecimal("-1.50"));
    assertThat(section.decimal("b")).isEqualTo(new BigDecimal("2"));
    assertThat(section.decimal("c", BigDecimal.ONE)).isEqualTo(new BigDecimal("0.200000"));
    assertThat(section.decimal("d", BigDecimal.ONE)).isEqualTo(BigDecimal.ONE);
    assertThat(faults.all()).isEmpty();
  }

  @Test
  void holdsWholeNumbersBetweenTheirBounds() {
    Section section = read("a: 7\nb: 2.5\nc: 11\nd: many\n");
    assertThat(section.whole("a", 1, 0, 10)).isEqualTo(7);
    assertThat(section.whole("b", 1, 1, 10)).isEqualTo(1);
    assertThat(section.whole("c", 1, 1, 10)).isEqualTo(1);
    assertThat(section.whole("d", 1, 1, 10)).isEqualTo(1);
    assertThat(section.whole("e", 1, 1, 10)).isEqualTo(1);
    assertThat(said(faults))
        .containsExactly(
            "plan.yaml:2, b: 2.5 is not a whole number from 1 to 10",
            "plan.yaml:3, c: 11 is not a whole number from 1 to 10",
            "plan.yaml:4, d: 'many' is not a decimal number such as 12.5");
  }

  @Test
  void readsFlagsDatesAndChoices() {
    Section section =
        read("a: true\nb: false\nc: yes\nd: 2023-12-31\ne: 2023-02-30\nf: dark_blue\n");
    assertThat(section.flag("a", false)).isTrue();
    assertThat(section.flag("b", true)).isFalse();
    section.flag("c", false);
    assertThat(section.date("d", LocalDate.MIN)).isEqualTo(LocalDate.of(2023, 12, 31));
    assertThat(section.date("e", LocalDate.MIN)).isEqualTo(LocalDate.MIN);
    assertThat(section.choice("f", Colour.class, Colour.RED)).isEqualTo(Colour.DARK_BLUE);
    assertThat(section.choice("g", Colour.class, Colour.RED)).isEqualTo(Colour.RED);
    assertThat(said(faults))
        .containsExactly(
            "plan.yaml:3, c: 'yes' must be true or false",
            "plan.yaml:5, e: '2023-02-30' is not a date such as 2023-12-31");
  }

  @Test
  void readsListsTablesAndGroups() {
    Section section =
        read(
            """
            one: a
            many: [a, b]
            table: {是: 1, 否: 0}
            rows:
              - {id: first}
              - second
              - id: third
            wrong: [a, {b: 1}]
            no_list: {a: 1}
            """);
    assertThat(section.texts("one")).containsExactly("a");
    assertThat(section.texts("many")).containsExactly("a", "b");
    assertThat(section.texts("none")).isEmpty();
    assertThat(section.textTable("table")).containsEntry("是", "1").containsEntry("否", "0");
    assertThat(section.sections("rows")).hasSize(3);
    assertThat(section.ids("rows")).containsExactly("first", "third");
    assertThat(section.texts("wrong")).containsExactly("a");
    assertThat(section.sections("no_list")).isEmpty();
    section.done();
    assertThat(said(faults))
        .containsExactly(
            "plan.yaml:6, rows[1]: 'second' must be a group of fields",
            "plan.yaml:8, wrong: a group of fields must be a text",
            "plan.yaml:9, no_list: a group of fields must be a list");
  }

  @Test
  void namesTheLineOfAnEmptyField() {
    Section section = read("id:\nname: x\n");
    section.text("id");
    assertThat(said(faults)).containsExactly("plan.yaml:1, id: must not be empty");
  }

  @Test
  void turnsTheChecksOfAValueIntoAFaultOfItsSection() {
    Section section = read("a: 1\nposts:\n  zero: 1\n  full: 1\n");
    Section posts = section.section("posts").orElseThrow();
    Optional<String> built =
        posts.build(
            faults.count(),
            () -> {
              throw new IllegalArgumentException("both are 1");
            });
    assertThat(built).isEmpty();
    assertThat(said(faults)).containsExactly("plan.yaml:3, posts: both are 1");
  }

  @Test
  void buildsNothingOutOfFaultyFields() {
    Section section = read("a: x\n");
    int before = faults.count();
    section.decimal("a");
    assertThat(section.build(before, () -> "built")).isEmpty();
  }

  @Test
  void listsFieldsInTheirOrder() {
    Section section = read("b: 1\na: 2\n");
    assertThat(section.names()).isEqualTo(List.of("b", "a"));
    assertThat(section.has("a")).isTrue();
    assertThat(section.line()).isEqualTo(1);
    assertThat(section.file()).isEqualTo("plan.yaml");
  }
}

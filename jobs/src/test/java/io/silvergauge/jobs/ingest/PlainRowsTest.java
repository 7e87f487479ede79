package io.silvergauge.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.jobs.Repository;
import io.silvergauge.jobs.SmallAssessment;
import io.silvergauge.jobs.assessment.Delivery;
import io.silvergauge.jobs.read.NumberText;
import io.silvergauge.jobs.read.SourceDescription;
import io.silvergauge.jobs.read.TextParts;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Reading a text by its bytes comes to what reading it cell by cell does. */
class PlainRowsTest {
  private static final List<String> REGIONS =
      List.of("110101", "110121", "110201", "东区", "110101000000", "110122", "无", "", "110202");
  private static final List<String> PERIODS =
      List.of("2023Q4", "2023-10", "2023-11", "2023年12月", "2023-13", "2022", "2023年末", "");
  private static final List<String> STATISTICS =
      List.of("beds", "nursing_beds", "funds", "balance", "listed", "visited", "policy", "无此项");
  private static final List<String> VALUES =
      List.of(
          "12",
          "0",
          "1",
          "7",
          "-5",
          "12.5",
          "1,234",
          "１２",
          "…",
          "",
          "999999999999",
          "0.123456",
          "0.1234567",
          "5①",
          "13800138000",
          "1234567890123",
          "3万",
          "0.6万人",
          " 7 ",
          "12.",
          ".5",
          "约300",
          "007",
          "-0",
          "1e3");
  private static final List<String> UNITS = List.of("张", "人", "万元", "%", "", "万人", "无");
  private static final List<String> MONTHS = List.of("2023-10", "2023-11", "2023年12月", "x", "");
  private static final List<String> NAMES = List.of("东区", "东县", "合计", "注：", "", "东区（含高新区）");

  private final Random random = new Random(20231231);

  private String from(List<String> pool) {
    return pool.get(random.nextInt(pool.size()));
  }

  /** The same rows read by bytes, cell by cell, and by bytes in two parts. */
  private void compare(SourceDescription description, String header, List<String> rows) {
    String below = "\n" + String.join(random.nextBoolean() ? "\n" : "\r\n", rows);
    byte[] plain = Repository.utf8(header + below);
    byte[] quoted = Repository.utf8("\"" + header.replaceFirst(",", "\",") + below);
    Delivery delivery = Sent.delivery(description.id(), plain);
    Batch expected = DeliveryReader.read(quoted, delivery, description, Sent.CONTEXT);

    assertThat(DeliveryReader.read(plain, delivery, description, Sent.CONTEXT))
        .as("%s", below)
        .isEqualTo(expected);
    Optional<SplitFile> split =
        SplitFile.of(
            plain,
            TextParts.at(
                plain,
                description.encoding(),
                description.separator(),
                random.nextInt(plain.length)),
            delivery,
            description,
            Sent.CONTEXT);
    split.ifPresent(
        file -> {
          List<byte[]> read = new ArrayList<>();
          file.parts()
              .forEach(
                  part -> read.add(file.read(part, SplitFileTest.of(plain, part), Sent.CONTEXT)));
          assertThat(file.joined(read, part -> SplitFileTest.of(plain, part), Sent.CONTEXT))
              .as("in parts: %s", below)
              .isEqualTo(expected);
        });
  }

  /** Only a part begins with how many of its rows were mapped one by one. */
  @Test
  void takesMostRowsAsTheyStand() {
    StringBuilder text = new StringBuilder("region_code,period,statistic,value,unit\n");
    for (int i = 0; i < 1_000; i++) {
      text.append("110101,2023-1").append(i % 3).append(",beds,").append(i).append(",张\n");
      text.append(i % 100 == 0 ? "110101,2023-10,beds,约300,张\n" : "");
    }
    byte[] content = Repository.utf8(text.toString());
    Delivery delivery = Sent.delivery("plain", content);
    SplitFile file =
        SplitFile.of(
                content,
                TextParts.at(content, Sent.plain().encoding(), ',', content.length / 2),
                delivery,
                Sent.plain(),
                Sent.CONTEXT)
            .orElseThrow();
    long odd =
        file.parts().stream()
            .map(part -> file.read(part, SplitFileTest.of(content, part), Sent.CONTEXT))
            .mapToLong(part -> new PackedBytes(part).whole())
            .sum();
    assertThat(odd).isEqualTo(10);
  }

  /** The number in a column of figures is also what the row's period is read from. */
  @Test
  void comesToTheSameWhereAColumnIsBothFigureAndLabel() {
    SourceDescription description =
        Sent.description(SmallAssessment.VISITS.replace("[名单]", "[月份]"));
    for (int i = 0; i < 100; i++) {
      compare(
          description,
          "代码,月份,时点,探访",
          rows(
              List.of(
                  REGIONS.subList(0, 3), List.of("2023", "2022", "2021"), List.of(""), VALUES)));
    }
  }

  @Test
  void comesToTheSameWhereRowsAreOfUnitsBelowThoseListed() {
    SourceDescription villages =
        Sent.description(SmallAssessment.VISITS.replace("{code: 代码}", "{code: 代码, digits: 6}"));
    List<String> units =
        List.of(
            "110101001001",
            "110101001002",
            "110121001001",
            "110121",
            "119999001001",
            "110122001001",
            "");
    for (int i = 0; i < 400; i++) {
      boolean tame = i % 2 == 0;
      compare(
          villages,
          "代码,月份,时点,名单,探访",
          rows(
              List.of(
                  tame ? units.subList(0, 3) : units,
                  tame ? MONTHS.subList(0, 2) : MONTHS,
                  List.of(""),
                  tame ? VALUES.subList(0, 4) : VALUES,
                  VALUES.subList(0, 4))));
    }
  }

  private List<String> rows(List<List<String>> pools) {
    return IntStream.range(0, 1 + random.nextInt(25))
        .mapToObj(row -> pools.stream().map(this::from).collect(Collectors.joining(",")))
        .toList();
  }

  @Test
  void comesToTheSameWhereRowsNameTheirStatistic() {
    for (int i = 0; i < 800; i++) {
      boolean tame = i % 2 == 0; // so that repetitions, conflicts and parts above wholes are met
      compare(
          Sent.plain(),
          "region_code,period,statistic,value,unit",
          rows(
              tame
                  ? List.of(
                      REGIONS.subList(0, 3),
                      PERIODS.subList(0, 2),
                      STATISTICS.subList(0, 2),
                      VALUES.subList(0, 4),
                      List.of("张", ""))
                  : List.of(REGIONS, PERIODS, STATISTICS, VALUES, UNITS)));
    }
  }

  @Test
  void comesToTheSameWhereRowsHaveMonthsAndSeveralFigures() {
    String header =
        Sent.visits().columns().stream()
            .map(column -> column.headers().get(0))
            .collect(Collectors.joining(","));
    SourceDescription visits = Sent.visits();
    for (int i = 0; i < 500; i++) {
      List<List<String>> pools = new ArrayList<>(List.of(REGIONS.subList(0, 5), MONTHS));
      boolean tame = i % 2 == 0;
      visits.columns().forEach(column -> pools.add(tame ? VALUES.subList(0, 5) : VALUES));
      compare(
          visits,
          visits.region().column() + "," + visits.periodColumn() + "," + header,
          rows(pools));
    }
  }

  @Test
  void comesToTheSameWhereTotalsAndCombinedRegionsStandBetween() {
    for (int i = 0; i < 500; i++) {
      compare(
          Sent.civil(),
          "养老服务情况表,,,,\n代码,地区,床位数,护理型,资金",
          rows(List.of(REGIONS.subList(0, 4), NAMES, VALUES.subList(0, 9), VALUES, VALUES)));
    }
  }

  @Test
  void aPlainNumberIsTheOneThatTheGrammarReads() throws NumberText.NotANumberException {
    int plain = 0;
    for (int i = 0; i < 50_000; i++) {
      String text =
          random
              .ints(1 + random.nextInt(16), 0, 14)
              .mapToObj(letter -> "01234567890.-,".substring(letter, letter + 1))
              .collect(Collectors.joining());
      byte[] bytes = Repository.utf8(text);
      long millionths = PlainNumber.millionths(bytes, 0, bytes.length);
      if (millionths != PlainNumber.NONE) {
        NumberText read = NumberText.parse(text);
        assertThat(BigDecimal.valueOf(millionths, 6)).as(text).isEqualByComparingTo(read.value());
        assertThat(read.behind() + read.note()).isEmpty();
        plain++;
      }
    }
    assertThat(plain).isGreaterThan(5_000);
  }

  /** Texts of one hash, as many as fit: 2¹⁷ of 17 pairs of letters. */
  @Test
  void isNotHeldUpByTextsThatWereChosenToBeHardToTellApart() {
    CellTexts texts = new CellTexts(StandardCharsets.UTF_8);
    int anew = 0;
    long read = 0;
    for (int i = 0; i < 1 << 17; i++) {
      StringBuilder text = new StringBuilder();
      for (int pair = 0; pair < 17; pair++) {
        text.append((i >> pair & 1) == 0 ? "Aa" : "BB");
      }
      byte[] bytes = Repository.utf8(text.toString());
      if (texts.isFull()) {
        texts = new CellTexts(StandardCharsets.UTF_8);
        anew++;
      }
      assertThat(texts.text(texts.of(bytes, 0, bytes.length))).isEqualTo(text.toString());
      read++;
    }
    assertThat(read).isEqualTo(1 << 17);
    assertThat(anew).as("begun anew").isGreaterThan(100);
  }

  /** By hand. */
  @Test
  void knowsPlainNumbersFromOthers() {
    assertThat(millionths("0")).isZero();
    assertThat(millionths("12.5")).isEqualTo(12_500_000);
    assertThat(millionths("-0.000001")).isEqualTo(-1);
    assertThat(millionths("999999999999.999999")).isEqualTo(999_999_999_999_999_999L);
    for (String other : List.of("", "-", "1.", ".5", "+1", "1e3", "1,000", "0.1234567", "1 ")) {
      assertThat(millionths(other)).as(other).isEqualTo(PlainNumber.NONE);
    }
    assertThat(millionths("1234567890123")).as("13 digits").isEqualTo(PlainNumber.NONE);
  }

  private static long millionths(String text) {
    byte[] bytes = Repository.utf8(text);
    return PlainNumber.millionths(bytes, 0, bytes.length);
  }
}

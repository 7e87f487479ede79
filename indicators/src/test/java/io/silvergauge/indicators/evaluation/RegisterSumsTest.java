package io.silvergauge.indicators.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.TestFiles;
import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.outcome.Delivered;
import io.silvergauge.indicators.region.Region;
import io.silvergauge.indicators.region.RegionTree;
import io.silvergauge.indicators.region.Validity;
import io.silvergauge.indicators.register.RegisterRecord;
import io.silvergauge.indicators.register.Registers;
import io.silvergauge.indicators.register.Sent;
import io.silvergauge.indicators.register.SentRecord;
import io.silvergauge.indicators.scheme.Scheme;
import io.silvergauge.indicators.statistic.Mark;
import io.silvergauge.indicators.statistic.Origin;
import io.silvergauge.indicators.statistic.Period;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegisterSumsTest {
  private static final RegionTree TREE =
      new RegionTree(
          List.of(
              region("410000", "province", ""),
              region("410100", "prefecture", "410000"),
              region("410122", "county", "410100"),
              region("410123", "county", "410100"),
              region("410122001", "township", "410122")));
  private static final Scheme SCHEME =
      TestFiles.scheme(
          new String(
              TestFiles.bytes(
                  TestFiles.repository()
                      .resolve("indicators/src/test/resources/small/registers.yaml")),
              StandardCharsets.UTF_8));
  private static final Sent SENT = new Sent("homes", "410000", Period.parse("2023Q4"), "homes");

  private final List<SentRecord> records = new ArrayList<>();

  private static Region region(String code, String level, String parent) {
    return new Region(code, Bilingual.same(code), level, parent, Validity.ALWAYS, "");
  }

  private RegisterSumsTest home(int order, String region, String code, String values) {
    Map<String, String> fields = new java.util.TreeMap<>();
    for (String pair : values.split(" ", -1)) {
      if (!pair.isEmpty()) {
        fields.put(pair.split("=", -1)[0], pair.split("=", -1)[1]);
      }
    }
    if (!code.isEmpty()) {
      fields.put("code", code);
    }
    records.add(
        new SentRecord(
            SENT,
            order,
            new RegisterRecord(
                "homes",
                region,
                SENT.period(),
                code,
                fields,
                new Origin("homes.csv", "", records.size() + 2, ""))));
    return this;
  }

  /** As {@code region statistic value}, a dash where it is not known. */
  private List<String> sums() {
    return new RegisterSums(SCHEME, TREE)
        .of("410100", new Registers(TREE, List.of(SENT), records, List.of())).stream()
            .map(RegisterSumsTest::said)
            .toList();
  }

  private static String said(Delivered one) {
    return one.sum().region()
        + " "
        + one.sum().statistic()
        + " "
        + (one.sum().mark() == Mark.NUMBER
            ? one.sum().sum().stripTrailingZeros().toPlainString()
            : "-");
  }

  @Test
  void countsAndSumsForEachLeafOfTheSender() {
    home(0, "410122", "A", "kind=公办 beds=100 nursing=60 opened=2020-01-01");
    home(0, "410122001", "B", "kind=民办 beds=50 nursing=10 opened=2024-01-01 audited=0");

    assertThat(sums())
        .containsExactly(
            "410122 beds 100", // A is public; B is neither public nor audited
            "410123 beds 0",
            "410122 homes 2",
            "410123 homes 0", // a full list: none is zero
            "410122 nursing_beds 60", // B opens after the period
            "410123 nursing_beds 0");
  }

  @Test
  void recordThatDoesNotSayEnoughMakesItsLeafUnknown() {
    home(0, "410122", "A", "kind=民办 beds=100");

    assertThat(sums()).contains("410122 beds -", "410123 beds 0", "410122 homes 1");
  }

  @Test
  void refusedRecordIsSomethingNobodyKnows() {
    home(0, "410122", "A", "kind=公办 beds=100");
    home(0, "410122", "", "");

    assertThat(sums())
        .contains("410122 homes -", "410122 beds -", "410122 nursing_beds 0", "410123 homes 0");
  }

  @Test
  void recordOfTheWholeCityLiesInOneOfItsLeaves() {
    home(0, "410100", "A", "kind=公办 beds=100");

    assertThat(sums()).contains("410122 homes -", "410123 homes -");
  }

  @Test
  void laterDeliveryAmendsWhatItNamesAndNothingElse() {
    home(0, "410122", "A", "kind=公办 beds=100");
    home(0, "410122", "B", "kind=公办 beds=10");
    home(1, "410123", "A", "kind=公办 beds=120");
    Collections.shuffle(records, new java.util.Random(7));

    assertThat(sums())
        .contains("410122 homes 1", "410123 homes 1", "410122 beds 10", "410123 beds 120");
  }

  @Test
  void senderSpeaksForItsOwnRegionsOnly() {
    Sent other = new Sent("homes", "410123", Period.parse("2023Q4"), "homes");

    assertThat(
            new RegisterSums(SCHEME, TREE)
                .of("410100", new Registers(TREE, List.of(other), List.of(), List.of())))
        .extracting(one -> one.sum().region())
        .containsOnly("410123");
  }

  @Test
  void sumsLeadToTheFirstRecordBehindThem() {
    home(0, "410122", "A", "kind=民办 beds=100 audited=0");
    home(0, "410122", "B", "kind=公办 beds=10");

    Delivered beds =
        new RegisterSums(SCHEME, TREE)
            .of("410100", new Registers(TREE, List.of(SENT), records, List.of()))
            .get(0);
    assertThat(beds.sum().origin()).isEqualTo(new Origin("homes.csv", "", 3, ""));
    assertThat(beds.sum().rows()).isEqualTo(1);
    assertThat(beds.slot()).isEqualTo("homes/410000/2023Q4/all");
  }
}

package io.silvergauge.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.document.Faults;
import io.silvergauge.indicators.document.InvalidValueException;
import io.silvergauge.indicators.document.Language;
import io.silvergauge.indicators.document.Sha256;
import io.silvergauge.indicators.formula.Condition;
import io.silvergauge.indicators.formula.FieldType;
import io.silvergauge.indicators.formula.Formula;
import io.silvergauge.indicators.formula.FormulaException;
import io.silvergauge.indicators.region.Region;
import io.silvergauge.indicators.region.RegionList;
import io.silvergauge.indicators.region.RegionTree;
import io.silvergauge.indicators.region.Successors;
import io.silvergauge.indicators.scheme.PlanReader;
import io.silvergauge.indicators.scheme.Scheme;
import io.silvergauge.indicators.scheme.SchemeReader;
import io.silvergauge.indicators.statistic.Fraction;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.jobs.assessment.Slot;
import io.silvergauge.jobs.read.DayText;
import io.silvergauge.jobs.read.NumberText;
import io.silvergauge.jobs.read.PeriodText;
import io.silvergauge.jobs.read.RegionNames;
import io.silvergauge.jobs.read.SourceDescriptionReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Each parser of texts that people hand in, on what becomes of real ones: it says what is wrong or
 * reads the text, within five seconds, and does nothing else.
 */
@Timeout(value = 2, unit = TimeUnit.HOURS)
class FuzzedParsersTest {
  private static final int MANY = 10_000;
  private static final int FEW = 2_000;

  private static final String SCHEME =
      Repository.text(Repository.path("indicators/schemes/contact-cities-2023/scheme.yaml"));

  private static List<String> texts(String folder) {
    return Repository.files(Repository.path(folder)).stream().map(Repository::text).toList();
  }

  private static Faults faults(Faults faults) {
    faults.all().forEach(fault -> assertThat(fault.in(Language.EN)).isNotEmpty());
    return faults;
  }

  @Test
  void readsFormulas() {
    List<String> real =
        Fuzz.joined(
            Fuzz.found(SCHEME, "(?m)(?:amount|of|in|holds): \"?([a-z_]+ [^}\",]+)"),
            List.of(
                "(beds - nursing) / max(beds, 1) * 100",
                "min(beds, nursing, 7) + 0.25 × 3 ÷ -2",
                "a / b / (c - (d + 1.5))"));
    Fuzz.run(
        11,
        MANY,
        real,
        text -> {
          try {
            Formula formula = Formula.parse(text);
            formula.evaluate(name -> Fraction.of(name.length()));
            assertThat(formula.inputs()).allMatch(name -> text.contains(name));
          } catch (FormulaException e) {
            assertThat(e.getMessage()).isNotEmpty();
          }
        });
  }

  @Test
  void readsConditions() {
    Map<String, FieldType> fields =
        Map.of(
            "opened", FieldType.DATE,
            "closed", FieldType.DATE,
            "period_end", FieldType.DATE,
            "people", FieldType.NUMBER,
            "kind", FieldType.TEXT,
            "state", FieldType.TEXT,
            "audited", FieldType.YES_NO);
    List<String> real =
        Fuzz.joined(
            Fuzz.found(SCHEME, "where: \"?([^}\"\\n]+)"),
            List.of(
                "opened <= period_end and (missing(closed) or closed > period_end)",
                "kind in ('公办', '民办') and not (people < 30000 or audited = yes)",
                "opened >= 2023-01-01"));
    Fuzz.run(
        12,
        MANY,
        real,
        text -> {
          try {
            assertThat(fields.keySet()).containsAll(Condition.parse(text, fields).fields());
          } catch (FormulaException e) {
            assertThat(e.getMessage()).isNotEmpty();
          }
        });
  }

  @Test
  void readsPeriods() {
    List<String> real =
        List.of(
            "2023",
            "2023Q4",
            "2023H1",
            "2023-10",
            "2023-01/2023-09",
            "2023年三季度",
            "2023年1-9月",
            "2023年末",
            "截至2023年9月底",
            "2023年1-9月累计",
            "２０２３年上半年",
            "2022年12月-2023年2月");
    Fuzz.run(
        13,
        MANY,
        real,
        text -> {
          try {
            assertThat(PeriodText.parse(text).period().toString()).isNotEmpty();
          } catch (PeriodText.NotAPeriodException e) {
            assertThat(e.getMessage()).isNotEmpty();
          }
          try {
            Period period = Period.parse(text);
            assertThat(Period.parse(period.toString())).isEqualTo(period);
          } catch (InvalidValueException e) {
            assertThat(e.getMessage()).isNotEmpty();
          }
        });
  }

  @Test
  void readsNumbersAndDays() {
    List<String> real =
        List.of(
            "1,234,567.89",
            "－12.5 %",
            "１２３．４万",
            "0.2㎡/人",
            "3.2e5",
            "50 ③",
            "12（注1）",
            "2,741[1]",
            "2023-12-31",
            "2023年1月5日",
            "2023/1/5");
    Fuzz.run(
        14,
        MANY,
        real,
        text -> {
          DayText.parse(text, 1949);
          try {
            NumberText number = NumberText.parse(text);
            assertThat(number.value().toPlainString().length()).isLessThan(200);
          } catch (NumberText.NotANumberException e) {
            assertThat(e.getMessage()).isNotEmpty();
          }
        });
  }

  @Test
  void readsNamesOfRegions() {
    Faults faults = new Faults();
    RegionTree tree =
        new RegionTree(
            RegionList.read(
                "regions.csv",
                Repository.bytes(Repository.path("sample-input/regions/regions.csv")),
                faults));
    RegionNames names = RegionNames.of(tree);
    List<String> real =
        List.of(
            "410100",
            "4101",
            "410100000000",
            "河南省郑州市中原区",
            "中原区（含高新区）",
            "郑州",
            "新疆维吾尔自治区乌鲁木齐市",
            "市辖区",
            "市本级");
    Fuzz.run(
        15,
        MANY,
        real,
        text -> {
          if (names.find(text, "410000", Optional.of(Period.parse("2023Q4")))
              instanceof RegionNames.Found.One one) {
            assertThat(tree.find(one.code())).isPresent();
          }
        });
  }

  @Test
  void readsSlots() {
    Fuzz.run(
        16,
        MANY,
        List.of("civil/410000/2023Q4/all", "visits/410100/2023-01/2023-09/east"),
        text -> {
          try {
            Slot slot = Slot.parse(text);
            assertThat(Slot.parse(slot.toString())).isEqualTo(slot);
          } catch (IllegalArgumentException e) {
            assertThat(e.getMessage()).isNotEmpty();
          }
        });
  }

  @Test
  void readsSourceDescriptions() {
    Scheme scheme = scheme(SCHEME, new Faults()).orElseThrow();
    Fuzz.run(
        17,
        FEW,
        texts("sample-input/sources"),
        text -> {
          Faults faults = new Faults();
          boolean read =
              SourceDescriptionReader.read("source.yaml", Repository.utf8(text), "", scheme, faults)
                  .isPresent();
          assertThat(read).isEqualTo(faults(faults).count() == 0);
        });
  }

  private static Optional<Scheme> scheme(String text, Faults faults) {
    byte[] content = Repository.utf8(text);
    return SchemeReader.read("scheme.yaml", content, Sha256.of(content), faults);
  }

  @Test
  void readsSchemes() {
    Fuzz.run(
        18,
        FEW,
        List.of(SmallAssessment.SCHEME, Homes.SCHEME),
        text -> {
          Faults faults = new Faults();
          assertThat(scheme(text, faults).isPresent()).isEqualTo(faults(faults).count() == 0);
        });
    Fuzz.run(
        19,
        50,
        List.of(SCHEME),
        text -> {
          Faults faults = new Faults();
          assertThat(scheme(text, faults).isPresent()).isEqualTo(faults(faults).count() == 0);
        });
  }

  @Test
  void readsPlans() {
    Scheme scheme = scheme(SCHEME, new Faults()).orElseThrow();
    Fuzz.run(
        20,
        FEW,
        texts("sample-input/plans"),
        text -> {
          Faults faults = new Faults();
          boolean read =
              PlanReader.read("plan.yaml", Repository.utf8(text), scheme, faults).isPresent();
          assertThat(read).isEqualTo(faults(faults).count() == 0);
        });
  }

  @Test
  void readsListsOfRegions() {
    Path folder = Repository.path("sample-input/regions");
    String regions = Repository.text(folder.resolve("regions.csv"));
    Fuzz.run(
        21,
        FEW,
        List.of(regions.substring(0, regions.indexOf('\n', 4_000) + 1)),
        text -> {
          Faults faults = new Faults();
          List<Region> read = RegionList.read("regions.csv", Repository.utf8(text), faults);
          if (faults(faults).count() == 0) {
            try {
              new RegionTree(read);
            } catch (IllegalArgumentException e) {
              assertThat(e.getMessage()).contains("egion");
            }
          }
          Successors.read("successors.csv", Repository.utf8(text), new Faults());
        });
  }
}

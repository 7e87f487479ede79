package io.silvergauge.indicators.scheme;

import static io.silvergauge.indicators.TestFiles.said;
import static io.silvergauge.indicators.TestFiles.saidInChinese;
import static io.silvergauge.indicators.TestFiles.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.TestFiles;
import io.silvergauge.indicators.document.Faults;
import io.silvergauge.indicators.register.Field;
import io.silvergauge.indicators.register.Register;
import io.silvergauge.indicators.register.Tally;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisterReaderTest {
  private static final String SCHEME =
      new String(
          TestFiles.bytes(
              TestFiles.repository().resolve("indicators/src/test/resources/small/registers.yaml")),
          StandardCharsets.UTF_8);

  private static Optional<Scheme> read(String scheme, Faults faults) {
    return SchemeReader.read("s.yaml", utf8(scheme), "5c", faults);
  }

  @Test
  void readsRegistersAndWhatComesFromThem() {
    Faults faults = new Faults();
    Scheme scheme = read(SCHEME, faults).orElseThrow();
    Register homes = scheme.registers().get("homes");
    assertThat(homes.fields().keySet())
        .containsExactly("code", "kind", "beds", "nursing", "opened", "audited");
    assertThat(homes.fields().get("code").form()).isEqualTo(Field.Form.CREDIT_CODE);
    assertThat(homes.fields().get("kind").values()).containsExactly("公办", "民办");
    assertThat(homes.checks()).hasSize(1);
    assertThat(homes.checks().get(0).holds()).hasToString("nursing <= beds");
    assertThat(scheme.tallies().keySet()).containsExactly("beds", "homes", "nursing_beds");
    Tally nursing = scheme.tallies().get("nursing_beds");
    assertThat(nursing.of()).hasToString("nursing");
    assertThat(nursing.unknown()).isEqualTo(Tally.Unknown.LEAVE_OUT);
    assertThat(scheme.tallies().get("homes").of()).hasToString("1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "identity: code | identity: cod | registers[0].identity: unknown field 'cod'; did you mean 'code'?",
        "{id: beds, name: {zh: 床位数 | {id: kind, name: {zh: 床位数 | registers[0].fields[2].id: field 'kind' stands twice",
        "en: Opened}, type: date} | en: Opened}, type: day} | registers[0].fields[4].type: 'day' is not one of: number, date, text, yes_no",
        "en: Beds}, type: number, unit: 张} | en: Beds}, type: number, unit: 铺} | registers[0].fields[2].unit: unknown unit '铺'",
        "en: Opened}, type: date} | en: Opened}, type: date, unit: 张} | registers[0].fields[4].unit: only a field of type: number has a unit",
        "en: Opened}, type: date} | en: Opened}, type: date, values: [甲]} | registers[0].fields[4].values: it fits a field of type: text only",
        "{id: audited | {id: period_end | registers[0].fields[5].id: 'period_end' is reserved",
        "holds: nursing <= beds | holds: nursing <= bed | registers[0].checks[0].holds: at character 12: unknown field 'bed'; did you mean 'beds'?",
        "holds: nursing <= beds | holds: opened <= period_end | registers[0].checks[0].holds: what must hold of a record cannot depend on the period",
        "from: {register: homes} | from: {register: home} | statistics[0].from.register: unknown register 'home'; did you mean 'homes'?",
        "sum: nursing, | sum: kind, | statistics[1].from.sum: 'kind' is no number of this register",
        "sum: nursing, | sum: nursing / 2, | statistics[1].from.sum: what is summed cannot be divided, or the sum were not exact",
        "unknown: leave_out | unknown: zero | statistics[1].from.unknown: 'zero' is not one of: withhold, leave_out",
        "{zh: 机构数, en: Homes}, unit: 个 | {zh: 机构数, en: Homes}, unit: 个, time: flow | statistics[0].from: what comes from a register is a number with time: stock and one of the unit_sets as its grain",
        "where: \"opened <= period_end\" | where: \"opened <= 3\" | statistics[1].from.where: at character 11: a date can be compared with a date only",
        "en: Nursing beds}, unit: 张, grain: counties | en: Nursing beds}, unit: 万张, grain: counties | statistics[1].from.sum: 'nursing' is in '张', the statistic in '万张'"
      })
  void faultsNamePlaceAndWhatWouldBeRight(String was, String is, String fault) {
    assertThat(SCHEME).contains(was);
    Faults faults = new Faults();
    read(SCHEME.replace(was, is), faults);
    assertThat(said(faults)).anySatisfy(line -> assertThat(line).contains(fault));
    assertThat(saidInChinese(faults)).hasSameSizeAs(said(faults));
  }
}

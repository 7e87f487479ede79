package io.silvergauge.indicators.scheme;

import static io.silvergauge.indicators.TestFiles.said;
import static io.silvergauge.indicators.TestFiles.saidInChinese;
import static io.silvergauge.indicators.TestFiles.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.document.Faults;
import io.silvergauge.indicators.register.Field;
import io.silvergauge.indicators.register.Register;
import io.silvergauge.indicators.register.Tally;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisterReaderTest {
  static final String SCHEME =
      """
      id: small
      edition: "1"
      name: {zh: 小方案, en: Small scheme}
      dimensions:
        - {id: care, name: {zh: 照护, en: Care}, weight: 60}
      total: {name: {zh: 总分, en: Total}, publish_from: 60}
      grades:
        - {id: poor, name: {zh: 差, en: Poor}, from: 0}
      unit_sets:
        counties: [county]
      registers:
        - id: homes
          name: {zh: 养老机构名录, en: Register of care homes}
          identity: code
          fields:
            - {id: code, name: {zh: 统一社会信用代码, en: Credit code}, form: credit_code, required: true}
            - {id: kind, name: {zh: 类型, en: Kind}, values: [公办, 民办]}
            - {id: beds, name: {zh: 床位数, en: Beds}, type: number, unit: 张}
            - {id: nursing, name: {zh: 护理型床位数, en: Nursing beds}, type: number, unit: 张}
            - {id: opened, name: {zh: 开业日期, en: Opened}, type: date}
            - {id: audited, name: {zh: 已审计, en: Audited}, type: yes_no}
          checks:
            - {id: nursing_within, holds: nursing <= beds, message: {zh: 护理型床位多于床位, en: more nursing beds than beds}}
      statistics:
        - {id: homes, name: {zh: 机构数, en: Homes}, unit: 个, grain: counties, from: {register: homes}}
        - {id: nursing_beds, name: {zh: 护理型床位, en: Nursing beds}, unit: 张, grain: counties, from: {register: homes, sum: nursing, where: "opened <= period_end", unknown: leave_out}}
        - {id: beds, name: {zh: 床位, en: Beds}, unit: 张, grain: counties, from: {register: homes, sum: beds, where: "kind = '公办' or audited"}}
      indicators:
        - {id: share, name: {zh: 占比, en: Share}, dimension: care, share: {of: nursing_beds, in: beds}, better: higher, weight: 1}
      """;

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
        "unknown: leave_out | unknown: zero | statistics[1].from.unknown: 'zero' is not one of: withhold, leave_out",
        "{zh: 机构数, en: Homes}, unit: 个 | {zh: 机构数, en: Homes}, unit: 个, time: flow | statistics[0].from: what comes from a register is a number with time: stock",
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

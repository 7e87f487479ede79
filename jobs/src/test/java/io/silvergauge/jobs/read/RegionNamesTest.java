package io.silvergauge.jobs.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.document.Faults;
import io.silvergauge.indicators.region.RegionList;
import io.silvergauge.indicators.region.RegionTree;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.jobs.Repository;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegionNamesTest {
  /** Real codes and names; dates of the changes in Fujian and Henan as published in 2021. */
  private static final String TABLE =
      """
      code,name_zh,name_en,level,parent,valid_from,valid_to,pinyin
      000000,中国,China,nation,,,,
      110000,北京市,Beijing,province,000000,,,
      110105,朝阳区,,district,110000,,,
      130000,河北省,Hebei,province,000000,,,
      130100,石家庄市,,prefecture,130000,,,
      130105,新华区,,district,130100,,,
      130133,赵县,,county,130100,,,
      150000,内蒙古自治区,,province,000000,,,
      211300,朝阳市,,prefecture,000000,,,
      211321,朝阳县,,county,211300,,,
      220000,吉林省,Jilin,province,000000,,,
      220200,吉林市,,prefecture,220000,,,
      222400,延边朝鲜族自治州,,prefecture,220000,,,
      222401,延吉市,,county_level_city,222400,,,
      340522,含山县,,county,000000,,,
      350400,三明市,,prefecture,000000,,,
      350403,三元区,,district,350400,,2021-02-02,
      350404,三元区,,district,350400,2021-02-02,,
      410000,河南省,Henan,province,000000,,,
      410100,郑州市,Zhengzhou,prefecture,410000,,,
      410102,中原区,,district,410100,,,
      410105,金水区,,district,410100,,,
      410172,郑州高新技术产业开发区,,development_zone,410100,,,
      410199,市本级,,city_level,410100,,,
      410400,平顶山市,,prefecture,410000,,,
      410402,新华区,,district,410400,,,
      419001,济源市,,county_level_city,410000,,,
      441900,东莞市,,prefecture,000000,,,
      450000,广西壮族自治区,,province,000000,,,
      540000,西藏自治区,,province,000000,,,
      622927,积石山保安族东乡族撒拉族自治县,,county,000000,,,
      659001,石河子市,,county_level_city,000000,,,
      810000,香港特别行政区,,province,000000,,,
      """;

  /** Of 三元区 the old code became the new one, as the shipped list of successors says. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "410102 | 中原区 | -",
        "410102 | 中原 | -",
        "410102 | 河南省郑州市 中原区 | -",
        "410102 | 中原区（含高新区） | -",
        "410100 | 郑州 | -",
        "410100 | Zhengzhou | -",
        "410402 | 新华区 | -",
        "410402 | 全市 | -",
        "410402 | 某某区 | -",
        "350404 | 三明市三元区 | -",
        "410102 | 金水区 | 410105",
        "410102 | 金水区（含高新区） | 410105",
        "410102 | 410105 | 410105",
        "410102 | 新华区 | 130105;410402",
        "220000 | 吉林市 | 220200",
        "211300 | 朝阳县 | 211321",
        "211300 | 朝阳区 | -",
        "999999 | 金水区 | -"
      })
  void tellsWhetherACodeAndANameMeanOneRegion(String code, String name, String others) {
    assertThat(NAMES.contradicting(code, name))
        .isEqualTo(others == null ? List.of() : List.of(others.split(";")));
  }

  private static final RegionNames NAMES = names();
  private static final Optional<Period> QUARTER = Optional.of(Period.parse("2023Q4"));

  private static RegionNames names() {
    Faults faults = new Faults();
    RegionTree tree =
        new RegionTree(RegionList.read("regions.csv", Repository.utf8(TABLE), faults));
    assertThat(faults.count()).isZero();
    return RegionNames.of(tree);
  }

  private static RegionNames.Found find(String text, String sender) {
    return NAMES.find(text, sender, QUARTER);
  }

  @ParameterizedTest
  @CsvSource({
    "41, 410000",
    "4101, 410100",
    "410102, 410102",
    "410102000, 410102",
    "410102000000, 410102",
    "410100000000, 410100",
    "４１０１０２, 410102",
    "' 410 102 ', 410102",
    "00, 000000"
  })
  void readsCodesOfAnyLength(String text, String code) {
    assertThat(find(text, "")).isEqualTo(new RegionNames.Found.One(code));
  }

  @ParameterizedTest
  @CsvSource({
    "河南省, 410000",
    "河南, 410000",
    "郑州, 410100",
    "郑州市, 410100",
    "郑 州 市, 410100",
    "郑　州, 410100",
    "中原, 410102",
    "内蒙古, 150000",
    "广西, 450000",
    "西藏, 540000",
    "香港, 810000",
    "延边, 222400",
    "延边州, ''",
    "积石山, 622927",
    "吉林省, 220000",
    "吉林市, 220200",
    "朝阳区, 110105",
    "朝阳市, 211300",
    "朝阳县, 211321",
    "东莞, 441900",
    "石河子, 659001",
    "济源, 419001",
    "赵县, 130133",
    "含山县, 340522",
    "含山, 340522",
    "Zhengzhou, 410100"
  })
  void readsWholeAndShortNames(String text, String code) {
    assertThat(find(text, ""))
        .isEqualTo(code.isEmpty() ? new RegionNames.Found.None() : new RegionNames.Found.One(code));
  }

  @ParameterizedTest
  @CsvSource({
    "河南省郑州市中原区, 410102",
    "河南郑州中原, 410102",
    "河南省/郑州市/中原区, 410102",
    "河南省-郑州市-中原区, 410102",
    "郑州市中原区, 410102",
    "河南省中原区, 410102",
    "河北省石家庄市新华区, 130105",
    "平顶山市新华区, 410402",
    "北京市市辖区朝阳区, 110105",
    "河南省省直辖县级行政区划济源市, 419001",
    "吉林省吉林市, 220200",
    "吉林吉林市, 220200",
    "吉林省延边朝鲜族自治州延吉市, 222401",
    "郑州市本级, 410199",
    "郑州市市本级, 410199",
    "中国河南省, 410000"
  })
  void readsNamesBehindTheUnitsAboveThem(String text, String code) {
    assertThat(find(text, "")).isEqualTo(new RegionNames.Found.One(code));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "市",
        "区",
        "郑",
        "赵",
        "河南省中原",
        "41010",
        "4101020",
        "410103",
        "99",
        "河北省郑州市",
        "中原区河南省",
        "郑州市新华区",
        "火星",
        "410102001",
        "410102 中原区",
        "合计",
        "河南省x中原区"
      })
  void knowsNothingElse(String text) {
    if (text.equals("河南省中原")) {
      assertThat(find(text, "")).isEqualTo(new RegionNames.Found.One("410102"));
      return;
    }
    assertThat(find(text, "")).isEqualTo(new RegionNames.Found.None());
  }

  @Test
  void choosesNothingWhereSeveralHaveTheName() {
    assertThat(find("新华区", "")).hasToString("Several[codes=[130105, 410402]]");
    assertThat(find("吉林", "")).hasToString("Several[codes=[220000, 220200]]");
    assertThat(find("朝阳", "")).hasToString("Several[codes=[110105, 211300, 211321]]");
    assertThat(NAMES.shown("130105")).isEqualTo("130105 新华区");
  }

  @ParameterizedTest
  @CsvSource({"410000, 410402", "410400, 410402", "130000, 130105"})
  void takesTheOneBelowTheSender(String sender, String code) {
    assertThat(find("新华区", sender)).isEqualTo(new RegionNames.Found.One(code));
  }

  @Test
  void choosesNothingWhereTheSenderDoesNotTell() {
    assertThat(find("新华区", "220000")).isInstanceOf(RegionNames.Found.Several.class);
    assertThat(find("新华区", "mca")).isInstanceOf(RegionNames.Found.Several.class);
  }

  /** 350403 三元区 was merged into a new 350404 三元区 in February 2021. */
  @ParameterizedTest
  @CsvSource({
    "2020, 350403",
    "2020Q4, 350403",
    "2021Q1, 350404",
    "2021-01, 350403",
    "2023, 350404"
  })
  void takesTheOneThatExistsInThePeriod(String period, String code) {
    assertThat(NAMES.find("三元区", "", Optional.of(Period.parse(period))))
        .isEqualTo(new RegionNames.Found.One(code));
  }

  @ParameterizedTest
  @CsvSource({
    "中原区（含郑州高新技术产业开发区）, 410102, 郑州高新技术产业开发区",
    "河南省郑州市中原区（含高新区）, 410102, 高新区",
    "中原区(包括高新区), 410102, 高新区"
  })
  void knowsARegionTogetherWithOthers(String text, String code, String parts) {
    assertThat(find(text, "")).isEqualTo(new RegionNames.Found.Combined(code, parts));
  }

  @Test
  void dependsOnEverythingThatItsTableSays() {
    assertThat(NAMES.table()).contains("410102\t中原区\t\t410100\t").contains("2021-02-02");
  }
}

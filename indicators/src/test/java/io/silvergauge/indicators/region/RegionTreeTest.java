package io.silvergauge.indicators.region;

import static io.silvergauge.indicators.TestFiles.said;
import static io.silvergauge.indicators.TestFiles.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Faults;
import io.silvergauge.indicators.document.Language;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionTreeTest {
  private static final LocalDate DAY = LocalDate.of(2023, 12, 31);
  private static final Set<String> COUNTY_LEVEL =
      Set.of("district", "county", "county_level_city", "development_zone");
  private static final Set<String> COUNTIES = Set.of("county", "county_level_city");

  private static Region region(String code, String level, String parent) {
    return new Region(code, Bilingual.same(code), level, parent, Validity.ALWAYS, "");
  }

  private static Region region(String code, String level, String parent, String from, String to) {
    return new Region(
        code,
        Bilingual.same(code),
        level,
        parent,
        new Validity(
            from.isEmpty() ? LocalDate.MIN : LocalDate.parse(from),
            to.isEmpty() ? LocalDate.MAX : LocalDate.parse(to)),
        "");
  }

  private static final RegionTree HENAN =
      new RegionTree(
          List.of(
              region("410181", "county_level_city", "410100"),
              region("410100", "prefecture", "410000"),
              region("410171", "development_zone", "410100"),
              region("410102", "district", "410100"),
              region("410122", "county", "410100"),
              region("410000", "province", ""),
              region("411100", "prefecture", "410000"),
              region("410306", "district", "410300", "", "2021-03-18"),
              region("410308", "district", "410300", "2021-03-18", ""),
              region("410300", "prefecture", "410000")));

  private static List<String> codes(List<Region> regions) {
    return regions.stream().map(Region::code).toList();
  }

  @Test
  void findsTheUnitsAtTheLevelsAskedForSortedByCode() {
    assertThat(codes(HENAN.units("410100", COUNTY_LEVEL, DAY)))
        .containsExactly("410102", "410122", "410171", "410181");
    assertThat(codes(HENAN.units("410100", COUNTIES, DAY))).containsExactly("410122", "410181");
    assertThat(codes(HENAN.units("410000", Set.of("prefecture"), DAY)))
        .containsExactly("410100", "410300", "411100");
  }

  @Test
  void reachesUnitsThroughSeveralLevels() {
    assertThat(codes(HENAN.units("410000", COUNTIES, DAY))).containsExactly("410122", "410181");
  }

  @Test
  void takesARegionWithoutUnitsAsItsOwnOnlyLeaf() {
    assertThat(HENAN.units("411100", COUNTY_LEVEL, DAY)).isEmpty();
    assertThat(codes(HENAN.leaves("411100", COUNTY_LEVEL, DAY))).containsExactly("411100");
  }

  /** Dongguan and Jiayuguan have no counties; 济源 stands directly below the province. */
  @Test
  void takesPrefecturesWithoutCountiesAsLeavesOfTheirProvince() {
    RegionTree province =
        new RegionTree(
            List.of(
                region("440000", "province", ""),
                region("440100", "prefecture", "440000"),
                region("440103", "district", "440100"),
                region("441900", "prefecture", "440000"),
                region("442000", "prefecture", "440000"),
                region("419001", "county_level_city", "440000"),
                region("440199", "city_level", "440100")));
    assertThat(codes(province.leaves("440000", COUNTY_LEVEL, DAY)))
        .containsExactly("419001", "440103", "441900", "442000");
    assertThat(codes(province.leaves("441900", COUNTY_LEVEL, DAY))).containsExactly("441900");
    // a district is no leaf where only counties are asked, and what has no county is asked itself
    assertThat(codes(province.leaves("440000", COUNTIES, DAY))).containsExactly("419001");
    assertThat(codes(HENAN.leaves("410000", COUNTIES, DAY)))
        .containsExactly("410122", "410181", "410300", "411100");
  }

  @Test
  void takesADistrictThatIsItselfAContactCityAsItsOwnUnitAndLeaf() {
    assertThat(codes(HENAN.units("410102", COUNTY_LEVEL, DAY))).containsExactly("410102");
    assertThat(codes(HENAN.leaves("410102", COUNTY_LEVEL, DAY))).containsExactly("410102");
    assertThat(HENAN.units("410102", COUNTIES, DAY)).isEmpty();
  }

  @Test
  void neverListsAUnitInsideAnother() {
    RegionTree nested =
        new RegionTree(
            List.of(
                region("1", "prefecture", ""),
                region("11", "district", "1"),
                region("111", "development_zone", "11")));
    assertThat(codes(nested.units("1", COUNTY_LEVEL, DAY))).containsExactly("11");
  }

  /** 410306 吉利区 and 410308 孟津区: the code list changed in March 2021. */
  @ParameterizedTest
  @CsvSource({"2021-03-17, 410306", "2021-03-18, 410308", "2023-12-31, 410308"})
  void takesTheUnitsThatAreInForceOnTheDay(LocalDate day, String unit) {
    assertThat(codes(HENAN.units("410300", COUNTY_LEVEL, day))).containsExactly(unit);
  }

  @ParameterizedTest
  @CsvSource({"2022-12-31, false", "2023-01-01, true", "2023-06-30, true", "2023-07-01, false"})
  void holdsFromTheFirstDayUntilBeforeTheLast(LocalDate day, boolean holds) {
    Validity half = new Validity(LocalDate.of(2023, 1, 1), LocalDate.of(2023, 7, 1));
    assertThat(half.on(day)).isEqualTo(holds);
    assertThat(Validity.ALWAYS.on(day)).isTrue();
  }

  @Test
  void refusesAValidityThatEndsBeforeItBegins() {
    assertThatThrownBy(() -> new Validity(DAY, DAY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must begin before it ends");
  }

  @Test
  void climbsFromARegionToTheTop() {
    assertThat(HENAN.withAncestors("410102")).containsExactly("410102", "410100", "410000");
    assertThat(HENAN.withAncestors("unknown")).containsExactly("unknown");
  }

  @Test
  void answersWithRegionsByCode() {
    assertThat(HENAN.find("410100")).isPresent();
    assertThat(HENAN.find("999999")).isEmpty();
    assertThat(HENAN.levels())
        .containsExactly(
            "county",
            "county_level_city",
            "development_zone",
            "district",
            "prefecture",
            "province");
    assertThat(codes(HENAN.all())).isSorted().hasSize(10);
    assertThat(HENAN.byCode().keySet()).containsExactlyElementsOf(codes(HENAN.all()));
    assertThatThrownBy(() -> HENAN.region("999999")).hasMessage("There is no region '999999'");
  }

  @Test
  void refusesARegionThatIsItsOwnAncestor() {
    assertThatThrownBy(
            () ->
                new RegionTree(
                    List.of(region("1", "a", "3"), region("2", "a", "1"), region("3", "a", "2"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is its own ancestor");
    assertThatThrownBy(() -> new RegionTree(List.of(region("1", "a", "1"))))
        .hasMessage("Region '1' is its own ancestor by way of '1'");
  }

  @Test
  void refusesAnUnknownParentAndACodeThatStandsTwice() {
    assertThatThrownBy(() -> new RegionTree(List.of(region("1", "a", "9"))))
        .hasMessage("Region '1' belongs to '9', which is not in the list");
    assertThatThrownBy(() -> new RegionTree(List.of(region("1", "a", ""), region("1", "b", ""))))
        .hasMessage("Region '1' stands twice");
  }

  @Test
  void readsAListOfRegions() {
    Faults faults = new Faults();
    List<Region> regions =
        RegionList.read(
            "regions.csv",
            utf8(
                """
                code,name_zh,name_en,level,parent,valid_from,valid_to,pinyin
                410000,河南省,Henan,province,,,,henan
                410306,吉利区,,district,410000,1983-01-01,2021-03-18,
                """),
            faults);
    assertThat(faults.all()).isEmpty();
    assertThat(regions.get(0))
        .isEqualTo(
            new Region(
                "410000", new Bilingual("河南省", "Henan"), "province", "", Validity.ALWAYS, "henan"));
    assertThat(regions.get(1).nameIn(Language.EN)).isEqualTo("吉利区");
    assertThat(regions.get(1).validity().on(LocalDate.of(2021, 3, 18))).isFalse();
  }

  @Test
  void namesEveryFaultyRowOfAListOfRegions() {
    Faults faults = new Faults();
    List<Region> regions =
        RegionList.read(
            "regions.csv",
            utf8(
                """
                code,name_zh,level,parent,valid_from,valid_to
                ,无代码,county,,,
                1,无层级,,,,
                2,先止后始,county,,2023-01-01,2023-01-01
                3,日期错误,county,,2023-13-01,
                4,甲,county,,,
                4,乙,county,,,
                """),
            faults);
    assertThat(said(faults))
        .containsExactly(
            "regions.csv:2, code: code and level must not be empty",
            "regions.csv:3, code: code and level must not be empty",
            "regions.csv:4, valid_to: must be after valid_from",
            "regions.csv:5, valid_from: '2023-13-01' is not a date such as 2023-12-31",
            "regions.csv:7, code: the region's code '4' stands twice");
    assertThat(codes(regions)).contains("4");
  }
}

package io.silvergauge.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.document.Faults;
import io.silvergauge.indicators.document.Language;
import io.silvergauge.indicators.document.Sha256;
import io.silvergauge.indicators.region.RegionList;
import io.silvergauge.indicators.region.RegionTree;
import io.silvergauge.indicators.scheme.Scheme;
import io.silvergauge.indicators.scheme.SchemeReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * An assessment of two provinces, three cities and two quarters, small enough to work out by hand.
 *
 * <p>City 110100 has the district 110101 and the county 110121 (and the county 110122, which ended
 * in 2022), city 110200 the districts 110201 and 110202, city 120100 the district 120101 and the
 * county-level city 120181. What 2023Q4 comes to stands in {@code EvaluationRunTest}.
 */
public final class SmallAssessment {
  /** The rule book. */
  public static final String SCHEME =
      """
      id: small
      edition: "1"
      name: {zh: 小方案, en: Small scheme}
      dimensions:
        - {id: care, name: {zh: 照护, en: Care}, weight: 60}
        - {id: rules, name: {zh: 制度, en: Rules}, weight: 40}
      total: {name: {zh: 总分, en: Total}, publish_from: 50}
      grades:
        - {id: good, name: {zh: 良, en: Good}, from: 80}
        - {id: fair, name: {zh: 中, en: Fair}, from: 0}
      unit_sets:
        county_level: [district, county, county_level_city]
      profiles:
        - id: national
          name: {zh: 国家目标, en: National targets}
          targets:
            - {indicator: nursing_share, at_least: 55, unit: "%", by: 2025Q4}
      statistics:
        - {id: beds, name: {zh: 床位, en: Beds}, unit: 张, grain: county_level}
        - {id: nursing_beds, name: {zh: 护理型床位, en: Nursing beds}, unit: 张, grain: county_level, part_of: beds}
        - {id: funds, name: {zh: 资金, en: Funds}, unit: 万元, grain: county_level, time: year_to_date}
        - {id: balance, name: {zh: 结余, en: Balance}, unit: 万元, grain: county_level, negative: true}
        - {id: listed, name: {zh: 名单, en: Listed}, unit: 人, grain: county_level}
        - {id: visited, name: {zh: 探访, en: Visited}, unit: 人, grain: county_level, part_of: listed}
        - {id: elderly, name: {zh: 老年人, en: Older persons}, unit: 人, grain: county_level, max_age: 24}
        - {id: satisfaction, name: {zh: 满意度, en: Satisfaction}, unit: "%", grain: self, time: stated}
        - {id: policy, name: {zh: 制度, en: Policy}, type: yes_no, grain: self, max_age: 6}
      indicators:
        - {id: nursing_share, name: {zh: 护理型床位占比, en: Nursing share}, dimension: care, share: {of: nursing_beds, in: beds}, better: higher, weight: 2, posts: {zero: 0, full: 100}, target: {at_least: 50, unit: "%", by: 2023Q4}}
        - {id: beds_per_1000, name: {zh: 每千人床位, en: Beds per thousand}, dimension: care, per_head: {of: beds, in: elderly, per: 1000, unit: 张/千人}, better: higher, weight: 1, posts: {zero: 0, full: 50}, target: {at_least: 30, unit: 张/千人, by: 2023Q4}}
        - {id: funds_spent, name: {zh: 本季资金, en: Funds of the quarter}, dimension: care, count: {of: funds}, better: higher, weight: 1, target: {at_least: 100, unit: 万元, by: 2023Q4}}
        - {id: policy_in_place, name: {zh: 有制度, en: Policy in place}, dimension: rules, conditions: {of: policy}, better: higher, weight: 1, posts: {zero: 0, full: 1}, target: {at_least: 1, unit: 项, by: 2023Q4}}
      """;

  /** What is sent a row a county, with a title above and a total below. */
  public static final String CIVIL =
      """
      id: civil
      name: {zh: 民政表, en: Civil affairs}
      data: synthetic
      layout: wide
      header_row: 2
      region: {code: 代码, name: 地区}
      set_aside:
        - {column: 地区, is: [合计]}
      symbols: {"": missing, "…": too_small, "—": not_applicable}
      columns:
        - {header: [床位数, 床位], statistic: beds, unit: 张}
        - {header: [护理型], statistic: nursing_beds, unit: 张}
        - {header: [资金], statistic: funds, unit: 万元, period: year_to_date}
      """;

  /** What is sent a row an item, with document and date. */
  public static final String ITEMS =
      """
      id: items
      name: {zh: 事项表, en: Items}
      data: official
      layout: long
      region: {code: 代码}
      statistic: {column: 事项, names: {养老服务制度: policy, 满意度: satisfaction}}
      value: {column: 情况, values: {是: 1, 否: 0}}
      document: {column: 文件}
      reference_date: {column: 印发日期}
      """;

  /** What is sent a row a county and month. */
  public static final String VISITS =
      """
      id: visits
      name: {zh: 探访表, en: Visits}
      data: synthetic
      layout: wide
      period: {column: 月份}
      region: {code: 代码}
      reference_date: {column: 时点}
      columns:
        - {header: [名单], statistic: listed, unit: 人}
        - {header: [探访], statistic: visited, unit: 人}
      """;

  private static final String REGIONS =
      """
      code,name_zh,name_en,level,parent,valid_from,valid_to,pinyin
      110000,甲省,First Province,province,,,,jia
      110100,甲东市,Jiadong,prefecture,110000,,,jiadong
      110101,东区,,district,110100,,,
      110121,东县,,county,110100,,,
      110122,旧县,,county,110100,,2022-01-01,
      110200,甲西市,Jiaxi,prefecture,110000,,,jiaxi
      110201,西一区,,district,110200,,,
      110202,西二区,,district,110200,,,
      120000,乙省,Second Province,province,,,,yi
      120100,乙北市,Yibei,prefecture,120000,,,yibei
      120101,北区,,district,120100,,,
      120181,北县市,,county_level_city,120100,,,
      """;

  /** What is evaluated and how. */
  public static final String ASSESSMENT =
      """
      name: {zh: 小评估, en: Small assessment}
      notice: {zh: 示例, en: An example}
      scheme: scheme.yaml
      periods: [2023Q3, 2023Q4]
      as_of: 2024-01-31
      languages: [zh, en]
      formats: [html]
      """;

  private record Entry(String path, String sha256, String received, String slot, String mode) {
    String line() {
      return String.join(",", path, sha256, slot.split("/", -1)[1], received, slot, mode, "");
    }
  }

  private final Map<String, byte[]> files = new TreeMap<>();
  private final List<Entry> entries = new ArrayList<>();

  /** Everything but deliveries. */
  public SmallAssessment() {
    file("assessment.yaml", ASSESSMENT);
    file("scheme.yaml", SCHEME);
    file("regions/regions.csv", REGIONS);
    file(
        "cities.csv",
        """
        code,from,to,membership,note
        110100,,,confirmed,
        110200,,,illustrative,
        120100,,,illustrative,
        """);
    file("sources/civil.yaml", CIVIL);
    file("sources/items.yaml", ITEMS);
    file("sources/visits.yaml", VISITS);
  }

  /** With everything that is sent for both quarters. */
  public static SmallAssessment delivered() {
    return new SmallAssessment()
        .deliver(
            "2022/000000/long.csv",
            "2023-02-01",
            "region_code,period,statistic,value,unit",
            "110101,2022,elderly,4000,人",
            "110121,2022,elderly,0.6,万人",
            "110201,2022,elderly,10000,人",
            "110202,2022,elderly,10000,人",
            "120101,2022,elderly,5000,人",
            "120181,2022,elderly,5000,人")
        .civil(
            "2023Q3",
            "110000",
            "2023-10-20",
            "110101,东区,90,40,10",
            "110121,东县,300,120,20",
            "110201,西一区,200,50,60",
            "110202,西二区,200,70,40")
        .civil("2023Q3", "120000", "2023-10-25", "120101,北区,150,90,5", "120181,北县市,50,10,5")
        .civil(
            "2023Q4",
            "110000",
            "2024-01-15",
            "110101,东区,100,60,30",
            "110121,东县,300,140,50",
            "110201,西一区,200,50,180",
            "110202,西二区,200,78,120")
        .civil("2023Q4", "120000", "2024-01-18", "120101,北区,150,90,20")
        .deliver(
            "2023H2/110000/items.csv",
            "2024-01-10",
            "代码,事项,情况,文件,印发日期",
            "110100,养老服务制度,是,甲东〔2023〕5号,2023-08-01",
            "110200,养老服务制度,否,,")
        .deliver(
            "2023H2/120000/items.csv",
            "2024-01-11",
            "代码,事项,情况,文件,印发日期",
            "120100,养老服务制度,是,乙北〔2023〕9号,2023-09-01");
  }

  /** A table of civil affairs: title and header above, the total below. */
  public SmallAssessment civil(String period, String sender, String received, String... rows) {
    List<String> lines = new ArrayList<>(List.of("养老服务情况表,,,,", "代码,地区,床位数,护理型,资金"));
    lines.addAll(List.of(rows));
    lines.add(",合计,,,");
    return deliver(period + "/" + sender + "/civil.csv", received, lines.toArray(String[]::new));
  }

  /** A file in full, for the slot that its place tells. */
  public SmallAssessment deliver(String path, String received, String... lines) {
    String[] place = path.replace(".csv", "").split("/", -1);
    return deliver(
        path,
        place[2] + "/" + place[1] + "/" + place[0] + "/all",
        received,
        "full",
        Repository.utf8(String.join("\n", lines) + "\n"));
  }

  /** A file for a slot. */
  public SmallAssessment deliver(
      String path, String slot, String received, String mode, byte[] content) {
    files.put("data/" + path, content);
    entries.add(new Entry(path, Sha256.of(content), received, slot, mode));
    return this;
  }

  /** A file of the folder, for example {@code scheme.yaml}; replaces what was there. */
  public SmallAssessment file(String path, String text) {
    files.put(path, Repository.utf8(text));
    return this;
  }

  /** A file of the folder with one place changed, which must be there exactly once. */
  public SmallAssessment changed(String path, String from, String to) {
    return file(path, changed(text(path), from, to, 1));
  }

  /** A text with a place changed, which must be there so many times. */
  public static String changed(String text, String from, String to, int times) {
    assertThat(text.split(java.util.regex.Pattern.quote(from), -1))
        .as("places of '%s'", from)
        .hasSize(times + 1);
    return text.replace(from, to);
  }

  /** A file's text. */
  public String text(String path) {
    return new String(files.get(path), java.nio.charset.StandardCharsets.UTF_8);
  }

  /** Leaves a file out, registered or not. */
  public SmallAssessment without(String path) {
    assertThat(files.remove(path)).as(path).isNotNull();
    return this;
  }

  /** Lists the deliveries in another order. */
  public SmallAssessment shuffled(long seed) {
    Collections.shuffle(entries, new Random(seed));
    return this;
  }

  /** Writes the folder, as often as something was delivered since. */
  public Path write(Path folder) {
    StringBuilder list = new StringBuilder("path,sha256,sender,received,slot,mode,replaces\n");
    entries.forEach(entry -> list.append(entry.line()).append('\n'));
    Map<String, byte[]> all = new TreeMap<>(files);
    all.putIfAbsent("data/deliveries.csv", Repository.utf8(list.toString()));
    all.forEach((path, content) -> write(folder.resolve(path), content));
    return folder;
  }

  private static void write(Path file, byte[] content) {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The scheme, read. */
  public static Scheme scheme() {
    return scheme(SCHEME);
  }

  /** A scheme in a text, which must be without fault. */
  public static Scheme scheme(String text) {
    Faults faults = new Faults();
    byte[] content = Repository.utf8(text);
    Scheme scheme =
        SchemeReader.read("scheme.yaml", content, Sha256.of(content), faults).orElse(null);
    assertThat(said(faults)).isEmpty();
    return scheme;
  }

  /** The regions. */
  public static RegionTree regions() {
    Faults faults = new Faults();
    RegionTree tree =
        new RegionTree(RegionList.read("regions.csv", Repository.utf8(REGIONS), faults));
    assertThat(said(faults)).isEmpty();
    return tree;
  }

  /** Faults as a user reads them in English. */
  public static List<String> said(Faults faults) {
    return faults.all().stream().map(fault -> fault.in(Language.EN)).toList();
  }

  /** Faults as a user reads them in Chinese. */
  public static List<String> saidInChinese(Faults faults) {
    return faults.all().stream().map(fault -> fault.in(Language.ZH)).toList();
  }
}

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes an assessment of any size, all of it made up: 31 provinces, 337 prefectures, 2,978
 * counties and as many towns as wished for report 20 statistics a month, a row an observation.
 *
 * <pre>
 *   java benchmarks/GenerateLoad.java FOLDER [towns=41352] [years=1] [rows=0] [skew=0] [per_file=0] [cities=61]
 *
 *   rows      about so many rows altogether, by the number of towns; 0: as many towns as said
 *   skew      share of the towns, from 0 to 1, that lie in one city; at least 2,978 must lie elsewhere
 *   per_file  at most so many rows a file; 0: a file a province and year
 *   cities    how many prefectures are evaluated; counties: every county
 * </pre>
 *
 * The same arguments give the same bytes.
 */
public final class GenerateLoad {
  private static final int PROVINCES = 31;
  private static final int PREFECTURES = 337;
  private static final int COUNTIES = 2_978;
  private static final int PAIRS = 10;
  private static final int NEWEST = 2023;

  private final Path folder;
  private final Map<String, String> options;
  private final List<List<String>> townsOf = new ArrayList<>();
  private final StringBuilder deliveries =
      new StringBuilder("path,sha256,sender,received,slot,mode,replaces\n");
  private long rows;

  private GenerateLoad(Path folder, Map<String, String> options) {
    this.folder = folder;
    this.options = options;
  }

  /** See the class. */
  public static void main(String[] args) throws IOException {
    Map<String, String> options =
        new TreeMap<>(
            Map.of(
                "towns", "41352", "years", "1", "rows", "0", "skew", "0", "per_file", "0", "cities",
                "61"));
    for (int i = 1; i < args.length; i++) {
      String[] option = args[i].split("=", 2);
      if (option.length < 2 || options.put(option[0], option[1]) == null) {
        throw new IllegalArgumentException("No option: " + args[i]);
      }
    }
    new GenerateLoad(Path.of(args[0]), options).write();
  }

  private int whole(String option) {
    return Integer.parseInt(options.get(option));
  }

  private void write() throws IOException {
    Files.createDirectories(folder.resolve("regions"));
    Files.createDirectories(folder.resolve("sources"));
    text("assessment.yaml", ASSESSMENT);
    text("scheme.yaml", scheme());
    text("sources/towns.yaml", SOURCE);
    regions();
    for (int year = NEWEST - whole("years") + 1; year <= NEWEST; year++) {
      for (int province = 0; province < PROVINCES; province++) {
        data(year, province);
      }
    }
    text("data/deliveries.csv", deliveries.toString());
    System.out.println(rows + " rows");
  }

  private void regions() throws IOException {
    StringBuilder regions =
        new StringBuilder("code,name_zh,name_en,level,parent,valid_from,valid_to,pinyin\n");
    StringBuilder cities = new StringBuilder("code,from,to,membership,note\n");
    region(regions, "000000", "合成国", "nation", "");
    int rowsWanted = whole("rows");
    int towns =
        rowsWanted == 0 ? whole("towns") : rowsWanted / (2 * PAIRS * 12 * whole("years"));
    double share = Double.parseDouble(options.get("skew"));
    int skewed = (int) (towns * share);
    if (share < 0 || share > 1 || towns - skewed < COUNTIES) {
      throw new IllegalArgumentException(
          "%d towns, of which %d in one city: skew is from 0 to 1, and at least %d towns lie elsewhere"
              .formatted(towns, skewed, COUNTIES));
    }
    int prefecture = 0;
    int county = 0;
    int town = 0;
    for (int p = 0; p < PROVINCES; p++) {
      String province = (11 + p) + "0000";
      region(regions, province, "合成省" + (p + 1), "province", "000000");
      List<String> own = new ArrayList<>();
      townsOf.add(own);
      for (int c = 1; prefecture < PREFECTURES * (p + 1) / PROVINCES; c++, prefecture++) {
        String city = "%d%02d00".formatted(11 + p, c);
        region(regions, city, "合成市" + (prefecture + 1), "prefecture", province);
        if (!options.get("cities").equals("counties")
            && prefecture * whole("cities") % PREFECTURES < whole("cities")) {
          cities.append(city).append(",2010-01-01,,illustrative,made up\n");
        }
        int before = county;
        for (int d = 1; county < (long) COUNTIES * (prefecture + 1) / PREFECTURES; d++, county++) {
          String code = "%d%02d%02d".formatted(11 + p, c, d);
          region(regions, code, "合成县" + (county + 1), "county", city);
          if (options.get("cities").equals("counties")) {
            cities.append(code).append(",2010-01-01,,illustrative,made up\n");
          }
        }
        int inCity =
            (int) ((long) (towns - skewed) * county / COUNTIES)
                - (int) ((long) (towns - skewed) * before / COUNTIES)
                + (prefecture == 0 ? skewed : 0);
        for (int t = 0; t < inCity; t++, town++) {
          int in = t % (county - before) + 1;
          String code = "%d%02d%02d%05d".formatted(11 + p, c, in, t / (county - before) + 1) + "0";
          region(
              regions,
              code,
              "合成乡" + (town + 1),
              "town",
              "%d%02d%02d".formatted(11 + p, c, in));
          own.add(code);
        }
      }
    }
    text("regions/regions.csv", regions.toString());
    text("cities.csv", cities.toString());
  }

  private static void region(
      StringBuilder out, String code, String name, String level, String parent) {
    out.append(code).append(',').append(name).append(",Made-up ").append(level).append(' ');
    out.append(code).append(',').append(level).append(',').append(parent).append(",,,\n");
  }

  private void data(int year, int province) throws IOException {
    String sender = (11 + province) + "0000";
    int most = whole("per_file") == 0 ? Integer.MAX_VALUE : whole("per_file");
    int part = 0;
    int inFile = 0;
    StringBuilder text = null;
    for (String town : townsOf.get(province)) {
      for (int month = 1; month <= 12; month++) {
        for (int pair = 1; pair <= PAIRS; pair++) {
          long draw = mixed(Long.parseLong(town) * 1_000 + pair * 13L, year * 12L + month);
          long all = 100 + Math.floorMod(draw, 900L);
          long some = all * Math.floorMod(draw >> 20, 101L) / 100;
          for (int which = 0; which < 2; which++) {
            if (text == null) {
              text = new StringBuilder("region_code,period,statistic,value,unit\n");
              part++;
            }
            text.append(town).append(',').append(year).append(month < 10 ? "-0" : "-");
            text.append(month).append(',').append(which == 0 ? "all_" : "served_").append(pair);
            text.append(',').append(which == 0 ? all : some).append(",人\n");
            rows++;
            if (++inFile == most) {
              file(year, sender, part, text);
              text = null;
              inFile = 0;
            }
          }
        }
      }
    }
    if (text != null) {
      file(year, sender, part, text);
    }
  }

  private static long mixed(long one, long other) {
    long mixed = one * 0x9E3779B97F4A7C15L + other;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return (mixed ^ (mixed >>> 31)) >>> 1;
  }

  private void file(int year, String sender, int part, StringBuilder text) throws IOException {
    String name = "%d/%s/towns-%04d.csv".formatted(year, sender, part);
    Path path = folder.resolve("data").resolve(name);
    Files.createDirectories(path.getParent());
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (OutputStream out =
          new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(path)), digest)) {
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
      }
      deliveries.append(name).append(',').append(HexFormat.of().formatHex(digest.digest()));
      deliveries.append(',').append(sender).append(',').append(year + 1).append("-01-20,towns/");
      deliveries.append(sender).append('/').append(year).append("/%04d,full,\n".formatted(part));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private void text(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private static String scheme() {
    StringBuilder statistics = new StringBuilder();
    StringBuilder indicators = new StringBuilder();
    for (int pair = 1; pair <= PAIRS; pair++) {
      statistics.append(
          """
            - {id: all_%1$d, name: {zh: 合成对象%1$d, en: Made-up persons %1$d}, unit: 人, grain: towns, time: stock}
            - {id: served_%1$d, name: {zh: 合成服务对象%1$d, en: Made-up persons served %1$d}, unit: 人, grain: towns, time: stock, part_of: all_%1$d}
          """
              .formatted(pair));
      indicators.append(
          """
            - id: share_%1$d
              name: {zh: 合成比例%1$d, en: Made-up share %1$d}
              dimension: all
              share: {of: served_%1$d, in: all_%1$d}
              better: higher
              target: {at_least: 50, unit: "%%", by: 2023Q4}
              posts: {zero: 0, full: 100}
              weight: 1
          """
              .formatted(pair));
    }
    return SCHEME.formatted(statistics, indicators);
  }

  private static final String ASSESSMENT =
      """
      name: {zh: 合成负载测试, en: Made-up load}
      notice: {zh: 全部数据为合成数据。, en: All figures are made up.}
      scheme: scheme.yaml
      periods: [2023Q4]
      as_of: 2024-01-31
      languages: [zh]
      formats: [html]
      """;

  private static final String SOURCE =
      """
      id: towns
      name: {zh: 合成乡镇月报, en: Made-up monthly figures of towns}
      data: synthetic
      layout: long
      encoding: auto
      separator: ","
      header_row: 1
      period: {column: period}
      region: {code: region_code}
      symbols: {"": missing}
      statistic: {column: statistic}
      value: {column: value}
      unit: {column: unit}
      """;

  private static final String SCHEME =
      """
      id: made-up
      edition: "1"
      valid_from: 2010-01-01
      name: {zh: 合成方案, en: Made-up scheme}
      notice: {zh: 全部为合成。, en: All of it is made up.}
      scale: {full: 100, decimals: 2}
      dimensions:
        - {id: all, name: {zh: 合成, en: Made up}, weight: 100}
      total: {name: {zh: 综合得分, en: Overall score}, aggregate: arithmetic, publish_from: 60}
      grades:
        - {id: good, name: {zh: 良, en: Good}, from: 60}
        - {id: poor, name: {zh: 差, en: Poor}, from: 0}
      ranking: {on: rounded, decimals: 2, ties: competition}
      peers: {same: level, at_least: 5}
      unit_sets:
        towns: [town]
        counties: [county]
      statistics:
      %sindicators:
      %s""";
}

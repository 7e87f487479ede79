package io.silvergauge.benchmarks;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Writes what a nation sends in a quarter, all of it made up: 31 provinces, 337 prefectures, 2,978
 * counties; 7.4 million rows of monthly figures of villages, a row a figure; a register of 400,000
 * facilities and one of a million health units. The same arguments give the same bytes.
 *
 * @param folder the assessment's folder
 * @param scale so many times the rows; below 1, so many of the counties, too
 * @param prefix whether rows carry codes of 620,573 villages, four figures each, which the region
 *     table does not list and which begin with the code of their county; otherwise those of 41,352
 *     towns that it lists, sixty figures each
 * @param registers whether there are any; without them files of a header only lie in the folder
 *     empty, for the peers
 * @param quarters how many, up to 2023Q4
 */
record GenerateQuarter(Path folder, double scale, boolean prefix, boolean registers, int quarters) {
  static final String NEWEST = "2023Q4";
  private static final int PROVINCES = 31;
  private static final int NEWEST_QUARTER = 2023 * 4 + 3;

  /** Writes all of it. */
  void write() throws IOException {
    Files.createDirectories(folder.resolve("regions"));
    Files.createDirectories(folder.resolve("sources"));
    Files.createDirectories(folder.resolve("data"));
    StringBuilder periods = new StringBuilder();
    for (int q = NEWEST_QUARTER - quarters + 1; q <= NEWEST_QUARTER; q++) {
      periods.append(periods.isEmpty() ? "" : ", ").append(period(q));
    }
    text("assessment.yaml", QuarterTexts.ASSESSMENT.formatted(periods));
    text("scheme.yaml", QuarterTexts.scheme(prefix ? "counties" : "towns", pairs()));
    text("sources/villages.yaml", QuarterTexts.villages(prefix));
    text("sources/facilities.yaml", QuarterTexts.FACILITIES);
    text("sources/health_units.yaml", QuarterTexts.HEALTH_UNITS);
    List<List<String>> counties = regions();
    text("data/deliveries.csv", "path,sha256,sender,received,slot,mode,replaces\n");
    for (int q = NEWEST_QUARTER - quarters + 1; q <= NEWEST_QUARTER; q++) {
      for (int p = 0; p < PROVINCES; p++) {
        List<String> own = counties.get(p);
        villages(q, p, own, "villages", 0, "20");
        facilities(q, p, own);
        healthUnits(q, p, own);
      }
    }
  }

  /** Sends the villages of the first province again for the newest quarter, with other figures. */
  void restate() throws IOException {
    villages(NEWEST_QUARTER, 0, counties(0), "villages-restated", 1, "25");
  }

  private int pairs() {
    return prefix ? 2 : 30;
  }

  private int scaled(int all) {
    return Math.max(PROVINCES, (int) (all * Math.min(1, scale)));
  }

  private int rows(int all) {
    return (int) (all * scale);
  }

  private int records(int all) {
    return registers ? Math.max(1, rows(all) / PROVINCES) : 0;
  }

  private static int province(int index, int all) {
    return (int) ((long) index * PROVINCES / all);
  }

  private static String code(int province) {
    return (11 + province) + "0000";
  }

  private static String period(int quarter) {
    return quarter / 4 + "Q" + (quarter % 4 + 1);
  }

  /** Codes of a province's counties: nine or so a prefecture. */
  private List<String> counties(int province) {
    List<String> codes = new ArrayList<>();
    int all = scaled(2_978);
    int first = (int) Math.ceil((double) province * all / PROVINCES);
    for (int i = first; i < all && province(i, all) == province; i++) {
      int inProvince = i - first;
      codes.add("%d%02d%02d".formatted(11 + province, inProvince / 9 + 1, inProvince % 9 + 1));
    }
    return codes;
  }

  private List<List<String>> regions() throws IOException {
    StringBuilder regions =
        new StringBuilder("code,name_zh,name_en,level,parent,valid_from,valid_to,pinyin\n");
    StringBuilder cities = new StringBuilder("code,from,to,membership,note\n");
    region(regions, "000000", "nation", "");
    List<List<String>> all = new ArrayList<>();
    for (int p = 0; p < PROVINCES; p++) {
      region(regions, code(p), "province", "000000");
      List<String> counties = counties(p);
      String before = "";
      for (String county : counties) {
        String city = county.substring(0, 4) + "00";
        if (!city.equals(before)) {
          region(regions, city, "prefecture", code(p));
          before = city;
        }
        region(regions, county, "county", city);
        cities.append(county).append(",2010-01-01,,illustrative,made up\n");
      }
      if (!prefix) {
        for (String unit : units(p, counties)) {
          region(regions, unit, "town", unit.substring(0, 6));
        }
      }
      all.add(counties);
    }
    text("regions/regions.csv", regions.toString());
    text("cities.csv", cities.toString());
    return all;
  }

  private static void region(StringBuilder out, String code, String level, String parent) {
    out.append(code).append(",合成").append(code).append(",Made-up ").append(level).append(' ');
    out.append(code).append(',').append(level).append(',').append(parent).append(",,,\n");
  }

  /** Codes of twelve digits: villages, or towns. */
  private List<String> units(int province, List<String> counties) {
    List<String> codes = new ArrayList<>();
    int all = Math.max(rows(prefix ? 620_573 : 41_352), scaled(2_978));
    int own = all / PROVINCES + (province < all % PROVINCES ? 1 : 0);
    for (int i = 0; i < own; i++) {
      int inCounty = i / counties.size();
      String county = counties.get(i % counties.size());
      codes.add(
          prefix
              ? "%s%03d%03d".formatted(county, inCounty / 15 + 1, inCounty % 15 + 1)
              : "%s%03d000".formatted(county, inCounty + 1));
    }
    return codes;
  }

  private void villages(
      int quarter, int province, List<String> counties, String name, int edition, String day)
      throws IOException {
    StringBuilder text = new StringBuilder("region_code,period,statistic,value,unit\n");
    for (String unit : units(province, counties)) {
      for (int m = 1; m <= 3; m++) {
        int month = quarter % 4 * 3 + m;
        for (int pair = 1; pair <= pairs(); pair++) {
          long draw = mixed(Long.parseLong(unit) * 1_000 + pair, quarter * 12L + month + edition);
          long people = 100 + Math.floorMod(draw, 900L);
          long served =
              people * (10 + Math.floorMod(draw >> 20, 81L)) / 100; // too many to be suppressed
          row(text, unit, quarter / 4, month).append("all_").append(pair);
          text.append(',').append(people).append(",人\n");
          row(text, unit, quarter / 4, month).append("served_").append(pair);
          text.append(',').append(served).append(",人\n");
        }
      }
    }
    file(quarter, province, "villages", name, day, text);
  }

  private static StringBuilder row(StringBuilder text, String unit, int year, int month) {
    text.append(unit).append(',').append(year).append(month < 10 ? "-0" : "-").append(month);
    return text.append(',');
  }

  private void facilities(int quarter, int province, List<String> counties) throws IOException {
    StringBuilder text =
        new StringBuilder("code,region_code,kind,beds,nursing_beds,opened,closed\n");
    for (int i = 0; i < records(400_000); i++) {
      long draw = mixed(province * 1_000_000L + i, 7);
      long beds = 10 + Math.floorMod(draw, 300L);
      text.append('F').append(11 + province).append("%06d".formatted(i)).append(',');
      text.append(counties.get(i % counties.size())).append(',');
      text.append(i % 3 == 0 ? "公办" : "民办").append(',').append(beds).append(',');
      text.append(beds * Math.floorMod(draw >> 20, 101L) / 100).append(',');
      text.append(2000 + i % 23).append("-03-15,").append(i % 17 == 0 ? "2023-06-30" : "");
      text.append('\n');
    }
    file(quarter, province, "facilities", "facilities", "20", text);
  }

  private void healthUnits(int quarter, int province, List<String> counties) throws IOException {
    StringBuilder text = new StringBuilder("code,region_code,kind,elderly_ward\n");
    for (int i = 0; i < records(1_000_000); i++) {
      text.append('H').append(11 + province).append("%06d".formatted(i)).append(',');
      text.append(counties.get(i % counties.size())).append(',');
      text.append(i % 5 == 0 ? "医院" : "基层机构").append(',');
      text.append(mixed(province * 1_000_000L + i, 8) % 3 == 0 ? "是" : "否").append('\n');
    }
    file(quarter, province, "health_units", "health_units", "20", text);
  }

  private static long mixed(long one, long other) {
    long mixed = one * 0x9E3779B97F4A7C15L + other;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return (mixed ^ (mixed >>> 31)) >>> 1;
  }

  private void file(
      int quarter, int province, String source, String name, String day, StringBuilder text)
      throws IOException {
    String path = "%s/%s/%s.csv".formatted(period(quarter), code(province), name);
    boolean sent = registers || source.equals("villages");
    Path file = folder.resolve(sent ? "data" : "empty").resolve(path);
    Files.createDirectories(file.getParent());
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new UncheckedIOException(new IOException(e));
    }
    try (OutputStream out =
        new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(file)), digest)) {
      out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }
    if (!sent) {
      return;
    }
    int next = quarter + 1;
    String received = "%d-%02d-%s".formatted(next / 4, next % 4 * 3 + 1, day);
    Files.writeString(
        folder.resolve("data/deliveries.csv"),
        "%s,%s,%s,%s,%s/%s/%s/all,full,\n"
            .formatted(
                path,
                HexFormat.of().formatHex(digest.digest()),
                code(province),
                received,
                source,
                code(province),
                period(quarter)),
        StandardOpenOption.APPEND);
  }

  private void text(String name, String content) throws IOException {
    Files.writeString(folder.resolve(name), content);
  }
}

package io.silvergauge.indicators;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.outcome.Delivered;
import io.silvergauge.indicators.outcome.Figure;
import io.silvergauge.indicators.outcome.Outcomes;
import io.silvergauge.indicators.outcome.Reported;
import io.silvergauge.indicators.region.Region;
import io.silvergauge.indicators.region.RegionTree;
import io.silvergauge.indicators.region.Validity;
import io.silvergauge.indicators.scheme.Indicator;
import io.silvergauge.indicators.scheme.Scheme;
import io.silvergauge.indicators.statistic.LeafSum;
import io.silvergauge.indicators.statistic.Mark;
import io.silvergauge.indicators.statistic.Observation;
import io.silvergauge.indicators.statistic.Origin;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.indicators.statistic.ValueStatus;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What was delivered for a city of one district (410102), one county (410122) and one county-level
 * city (410181), under the scheme in {@code small/scheme.yaml}.
 */
public final class SmallCity {
  public static final String CITY = "410100";
  public static final String DISTRICT = "410102";
  public static final String COUNTY = "410122";
  public static final String COUNTY_CITY = "410181";

  public static final RegionTree TREE =
      new RegionTree(
          List.of(
              region(CITY, "郑州市", "prefecture", ""),
              region(DISTRICT, "中原区", "district", CITY),
              region(COUNTY, "中牟县", "county", CITY),
              region(COUNTY_CITY, "巩义市", "county_level_city", CITY)));

  private final Scheme scheme;
  private final List<Delivered> delivered = new ArrayList<>();
  private List<String> precedence = List.of();
  private String source = "civil_affairs";
  private String slot = "civil_affairs/410000/all";
  private String document = "";
  private String referenceDate = "";
  private ValueStatus status = ValueStatus.REPORTED;
  private int order;
  private long row;

  public SmallCity() {
    this(TestFiles.scheme(text()));
  }

  public SmallCity(Scheme scheme) {
    this.scheme = scheme;
  }

  /** The text of the scheme. */
  public static String text() {
    return new String(
        TestFiles.bytes(
            TestFiles.repository().resolve("indicators/src/test/resources/small/scheme.yaml")),
        StandardCharsets.UTF_8);
  }

  private static Region region(String code, String name, String level, String parent) {
    return new Region(code, new Bilingual(name, ""), level, parent, Validity.ALWAYS, "");
  }

  /** What follows comes from this source and slot. */
  public SmallCity from(String newSource, String newSlot) {
    source = newSource;
    slot = newSlot;
    order = 0;
    return this;
  }

  /** What follows amends what the slot said before. */
  public SmallCity amended() {
    order++;
    return this;
  }

  /** Sources that go before others, the first before all. */
  public SmallCity precedence(String... sources) {
    precedence = List.of(sources);
    return this;
  }

  /** What follows rests on a document, describes a day, and is confirmed so far. */
  public SmallCity resting(String newDocument, String day, ValueStatus newStatus) {
    document = newDocument;
    referenceDate = day;
    status = newStatus;
    return this;
  }

  /** A number in the statistic's own unit. */
  public SmallCity says(String region, String statistic, String period, String value) {
    return says(region, statistic, period, value, scheme.statistic(statistic).unit());
  }

  /** A number in a unit. */
  public SmallCity says(String region, String statistic, String period, String value, String unit) {
    return add(region, statistic, period, Mark.NUMBER, value, unit);
  }

  /** One of the three ways of not being a number. */
  public SmallCity says(String region, String statistic, String period, Mark mark) {
    return add(region, statistic, period, mark, "0", scheme.statistic(statistic).unit());
  }

  /** Numbers of the three units, in the order of their codes. */
  public SmallCity unitsSay(String statistic, String period, String... values) {
    List<String> units = List.of(DISTRICT, COUNTY, COUNTY_CITY);
    for (int i = 0; i < values.length; i++) {
      says(units.get(i), statistic, period, values[i]);
    }
    return this;
  }

  private SmallCity add(
      String region, String statistic, String period, Mark mark, String value, String unit) {
    Period when = Period.parse(period);
    Observation observation =
        new Observation(
            region,
            statistic,
            when,
            mark,
            new BigDecimal(value),
            unit,
            status,
            referenceDate.isEmpty() ? when.lastDay() : LocalDate.parse(referenceDate),
            document,
            new Origin(slot + ".csv", "", ++row, statistic));
    delivered.add(new Delivered(LeafSum.of(observation), source, slot, order));
    return this;
  }

  /** Everything that was delivered. */
  public List<Delivered> delivered() {
    return List.copyOf(delivered);
  }

  /** What it says. */
  public Reported reported() {
    return new Reported(delivered, scheme.units(), precedence);
  }

  /** The outcomes of it. */
  public Outcomes outcomes() {
    return new Outcomes(scheme, TREE, reported());
  }

  /** The figure of the city. */
  public Figure figure(String indicator, String period) {
    return figure(indicator, CITY, period);
  }

  /** The figure of a region. */
  public Figure figure(String indicator, String region, String period) {
    return outcomes().figure(indicator(indicator), region, Period.parse(period));
  }

  /** An indicator of the scheme. */
  public Indicator indicator(String id) {
    return scheme.indicators().stream()
        .filter(indicator -> indicator.id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}

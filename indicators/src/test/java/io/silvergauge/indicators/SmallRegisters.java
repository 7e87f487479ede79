package io.silvergauge.indicators;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.outcome.Behind;
import io.silvergauge.indicators.outcome.Figure;
import io.silvergauge.indicators.outcome.Outcome;
import io.silvergauge.indicators.outcome.Outcomes;
import io.silvergauge.indicators.outcome.Reported;
import io.silvergauge.indicators.region.Region;
import io.silvergauge.indicators.region.RegionTree;
import io.silvergauge.indicators.region.Validity;
import io.silvergauge.indicators.register.RegisterRecord;
import io.silvergauge.indicators.register.Registers;
import io.silvergauge.indicators.register.Sent;
import io.silvergauge.indicators.register.SentRecord;
import io.silvergauge.indicators.scheme.Scheme;
import io.silvergauge.indicators.statistic.Origin;
import io.silvergauge.indicators.statistic.Period;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Registers that were sent for a city (410100) of two counties (410122, 410123) in a province
 * (410000), under the scheme in {@code small/records.yaml}.
 */
public final class SmallRegisters {
  public static final String PROVINCE = "410000";
  public static final String CITY = "410100";
  public static final RegionTree TREE =
      new RegionTree(
          List.of(
              region(PROVINCE, "province", ""),
              region(CITY, "prefecture", PROVINCE),
              region("410122", "county", CITY),
              region("410123", "county", CITY)));

  private final Scheme scheme;
  private final Set<Sent> sent = new LinkedHashSet<>();
  private final List<SentRecord> records = new ArrayList<>();
  private Sent current = new Sent("", "", Period.parse("2023Q4"), "");
  private List<String> precedence = List.of();

  public SmallRegisters() {
    this(TestFiles.scheme(text()));
  }

  /** The text of the scheme. */
  public static String text() {
    return new String(
        TestFiles.bytes(
            TestFiles.repository().resolve("indicators/src/test/resources/small/records.yaml")),
        StandardCharsets.UTF_8);
  }

  public SmallRegisters(Scheme scheme) {
    this.scheme = scheme;
  }

  private static Region region(String code, String level, String parent) {
    return new Region(code, Bilingual.same(code), level, parent, Validity.ALWAYS, "");
  }

  /** What follows is sent by the province for the fourth quarter of 2023. */
  public SmallRegisters sends(String register) {
    return sends("files", PROVINCE, "2023Q4", register);
  }

  /** What follows is sent so. */
  public SmallRegisters sends(String source, String sender, String period, String register) {
    current = new Sent(source, sender, Period.parse(period), register);
    sent.add(current);
    return this;
  }

  /** Sources that go before others. */
  public SmallRegisters precedence(String... sources) {
    precedence = List.of(sources);
    return this;
  }

  /** A record; what it says as {@code field=value} separated by blanks. */
  public SmallRegisters has(String region, String id, String values) {
    Map<String, String> fields = new TreeMap<>();
    for (String pair : values.split(" ", -1)) {
      if (!pair.isEmpty()) {
        fields.put(pair.split("=", -1)[0], pair.split("=", -1)[1]);
      }
    }
    if (!id.isEmpty()) {
      fields.put(scheme.registers().get(current.register()).identity(), id);
    }
    records.add(
        new SentRecord(
            current,
            0,
            new RegisterRecord(
                current.register(),
                region,
                current.period(),
                id,
                fields,
                new Origin(current.register() + ".csv", "", records.size() + 2, ""))));
    return this;
  }

  /** A record that was refused. */
  public SmallRegisters refused(String region) {
    return has(region, "", "");
  }

  public Reported reported() {
    return new Reported(
        List.of(), scheme.units(), List.of(), new Registers(TREE, sent, records, precedence));
  }

  public Scheme scheme() {
    return scheme;
  }

  public Outcomes outcomes() {
    return new Outcomes(scheme, TREE, reported());
  }

  /** The figure of the city in the fourth quarter of 2023. */
  public Figure figure(String indicator) {
    return figure(indicator, CITY, "2023Q4");
  }

  public Figure figure(String indicator, String region, String period) {
    return outcomes()
        .figure(
            scheme.indicators().stream()
                .filter(one -> one.id().equals(indicator))
                .findFirst()
                .orElseThrow(),
            region,
            Period.parse(period));
  }

  /** The figure as {@code value = numerator / denominator}, or its reason and detail. */
  public String said(String indicator) {
    return said(figure(indicator));
  }

  public static String said(Figure figure) {
    return figure.outcome() instanceof Outcome.Amount amount
        ? plain(amount.value().rounded(2))
            + " = "
            + plain(amount.numerator().printed())
            + " / "
            + plain(amount.denominator().printed())
        : ((Outcome.Absent) figure.outcome()).reason()
            + ": "
            + ((Outcome.Absent) figure.outcome()).detail().en();
  }

  private static String plain(java.math.BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  /** The listed records as {@code id state asked…}. */
  public List<String> listed(String indicator) {
    return behind(indicator).records().stream()
        .map(
            one ->
                (one.id()
                        + " "
                        + one.state()
                        + " "
                        + String.join(",", one.asked().stream().map(Behind.Asked::id).toList()))
                    .strip())
        .toList();
  }

  public Behind behind(String indicator) {
    return figure(indicator).behind().get(0);
  }
}

package io.silvergauge.jobs.cli;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.evaluation.IndicatorResult;
import io.silvergauge.indicators.evaluation.Outlook;
import io.silvergauge.indicators.evaluation.PeerRange;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.jobs.evaluate.ExitCode;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code peers}: a city's values among those of its peers, without Spark. */
@Command(name = "peers", mixinStandardHelpOptions = true)
final class PeersCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "REGION", descriptionKey = "parameter.explain-region")
  private String region;

  @Parameters(index = "1", paramLabel = "PERIOD", descriptionKey = "option.period-one")
  private Period period;

  @Mixin private PrintOption print;
  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Console console = Console.of(spec.commandLine(), common);
    PublishedPeriod published = PublishedPeriod.read(common.out(), period);
    published.row(region);
    Outlook.CityOutlook outlook = published.outlook().city(region).orElseThrow();
    Listing listing =
        new Listing()
            .text("indicator", "指标", "indicator")
            .text("name", "名称", "name")
            .number("value", "数值", "value")
            .text("unit", "单位", "unit")
            .number("peers", "可比城市", "peers")
            .number("lower_quartile", "下四分位", "lower quartile")
            .number("median", "中位", "median")
            .number("upper_quartile", "上四分位", "upper quartile")
            .text("standing", "长短", "strength");
    for (IndicatorResult one : published.city(region).indicators()) {
      Optional<PeerRange> peers = Optional.ofNullable(one.peers());
      listing.row(
          one.id(),
          published.name(one.id()),
          one.amount(),
          one.unit(),
          peers.map(PeerRange::count).orElse(0),
          peers.map(PeerRange::lowerQuartile).orElse(null),
          peers.map(PeerRange::median).orElse(null),
          peers.map(PeerRange::upperQuartile).orElse(null),
          strength(outlook, one.id()));
    }
    print.print(listing, console);
    return ExitCode.OK.status();
  }

  private static Listing.Code strength(Outlook.CityOutlook outlook, String indicator) {
    if (outlook.strengths().contains(indicator)) {
      return new Listing.Code("strong", new Bilingual("长项", "strength"));
    }
    return outlook.weaknesses().contains(indicator)
        ? new Listing.Code("weak", new Bilingual("短项", "weakness"))
        : null;
  }
}

package io.silvergauge.jobs.cli;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.InvalidValueException;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.Outlook;
import io.silvergauge.indicators.evaluation.RankTest;
import io.silvergauge.indicators.robustness.Interval;
import io.silvergauge.indicators.robustness.RankDistribution;
import io.silvergauge.indicators.robustness.SobolIndices;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.jobs.evaluate.ExitCode;
import io.silvergauge.jobs.evaluate.RunFailure;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code robustness}: how sure the ranks of a published evaluation are, without Spark. */
@Command(name = "robustness", mixinStandardHelpOptions = true)
final class RobustnessCommand implements Callable<Integer> {
  private static final int ROWS = 1000;
  private static final int DECIMALS = 6;
  private static final int MOST_THREADS = 256;

  @Parameters(index = "0", paramLabel = "PERIOD", descriptionKey = "option.period-one")
  private Period period;

  @Option(names = "--replications", paramLabel = "N", descriptionKey = "option.replications")
  private Integer replications;

  @Option(names = "--seed", paramLabel = "N", descriptionKey = "option.robustness-seed")
  private Long seed;

  @Option(names = "--sensitivity", descriptionKey = "option.sensitivity")
  private boolean sensitivity;

  @Option(names = "--region", paramLabel = "REGION", descriptionKey = "option.sensitivity-region")
  private String region;

  @Option(names = "--write-draws", paramLabel = "FILE", descriptionKey = "option.write-draws")
  private Path writeDraws;

  @Option(names = "--draws", paramLabel = "FILE", descriptionKey = "option.draws")
  private Path draws;

  @Option(names = "--threads", paramLabel = "N", descriptionKey = "option.threads")
  private Integer threads;

  @Mixin private PrintOption print;
  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Console console = Console.of(spec.commandLine(), common);
    PublishedPeriod published = PublishedPeriod.read(common.out(), period);
    check();
    if (sensitivity) {
      print.print(sensitivity(published), console);
      return ExitCode.OK.status();
    }
    if (region != null) {
      throw new RunFailure(
          ExitCode.USAGE,
          new Bilingual("--region 只与 --sensitivity 同用", "--region goes with --sensitivity only"));
    }
    Listing listing =
        new Listing()
            .text("code", "代码", "code")
            .text("name", "城市", "city")
            .number("rank", "名次", "rank")
            .number("median", "中位", "median")
            .number("low", "区间起", "from")
            .number("high", "区间止", "to")
            .number("failures", "无得分次数", "failures");
    if (seed == null
        && replications == null
        && threads == null
        && writeDraws == null
        && draws == null) {
      Outlook outlook = published.outlook();
      if (outlook.reason() != null) {
        throw new RunFailure(ExitCode.USAGE, outlook.reason());
      }
      published.evaluation().cities().forEach(city -> add(listing, city, outlook));
    } else {
      add(listing, published, published.ranks(seed, replications));
    }
    print.print(listing, console);
    return ExitCode.OK.status();
  }

  /** A row an uncertainty; {@code --replications} is here the number of base rows. */
  private Listing sensitivity(PublishedPeriod published) throws IOException {
    if (region != null) {
      published.row(region);
    }
    RankTest test = published.ranks(seed, null);
    SobolIndices found;
    try {
      found =
          test.sensitivity(Optional.ofNullable(region), replications == null ? ROWS : replications);
    } catch (InvalidValueException e) {
      throw new RunFailure(ExitCode.USAGE, e.text());
    }
    Listing listing =
        new Listing()
            .text("uncertainty", "不确定因素", "uncertainty")
            .number("first", "单独", "alone")
            .number("first_low", "下限", "from")
            .number("first_high", "上限", "to")
            .number("total", "合计", "in all")
            .number("total_low", "下限", "from")
            .number("total_high", "上限", "to");
    for (int i = 0; i < found.factors().size(); i++) {
      SobolIndices.Factor factor = found.factors().get(i);
      listing.row(
          test.uncertainties().get(i),
          number(factor.first()),
          number(factor.firstBounds().low()),
          number(factor.firstBounds().high()),
          number(factor.total()),
          number(factor.totalBounds().low()),
          number(factor.totalBounds().high()));
    }
    return listing;
  }

  private static void add(Listing listing, Evaluation.CityRow city, Outlook outlook) {
    Optional<Outlook.RankRange> ranks = outlook.city(city.code()).map(Outlook.CityOutlook::ranks);
    listing.row(
        city.code(),
        city.name(),
        city.rank(),
        ranks.map(Outlook.RankRange::median).orElse(null),
        ranks.map(Outlook.RankRange::low).orElse(null),
        ranks.map(Outlook.RankRange::high).orElse(null),
        ranks.map(Outlook.RankRange::failures).orElse(null));
  }

  /** Draws are either made or read. */
  private void check() {
    if (draws != null && (seed != null || replications != null || writeDraws != null)) {
      throw new RunFailure(
          ExitCode.USAGE,
          new Bilingual(
              "--draws：如何抽取由文件决定，不能再写 --seed、--replications、--write-draws",
              "--draws: the file says what is drawn; leave out --seed, --replications,"
                  + " --write-draws"));
    }
    if (sensitivity && (draws != null || writeDraws != null)) {
      throw new RunFailure(
          ExitCode.USAGE,
          new Bilingual(
              "--sensitivity 自行抽取，不用 --draws 和 --write-draws 的表",
              "--sensitivity draws in its own way, without a table"));
    }
    if (threads != null && (threads < 1 || threads > MOST_THREADS)) {
      throw new RunFailure(
          ExitCode.USAGE,
          Bilingual.of(
              "--threads：应为 1 至 %d，却是 %d",
              "--threads: must lie from 1 to %d, but was %d", MOST_THREADS, threads));
    }
  }

  private RankDistribution drawn(RankTest test) throws IOException {
    int on = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    if (draws != null) {
      return test.replay(DrawFile.read(draws), on);
    }
    if (writeDraws != null) {
      DrawFile.write(test.draws(), Target.outside(common.out(), "--write-draws", writeDraws));
    }
    return test.run(on);
  }

  private void add(Listing listing, PublishedPeriod published, RankTest test) throws IOException {
    RankDistribution drawn;
    try {
      drawn = drawn(test);
    } catch (InvalidValueException e) {
      throw new RunFailure(ExitCode.USAGE, e.text());
    }
    List<String> codes = test.cities();
    for (Evaluation.CityRow city : published.evaluation().cities()) {
      int unit = codes.indexOf(city.code());
      if (unit < 0) {
        listing.row(city.code(), city.name(), city.rank(), null, null, null, null);
      } else {
        Interval interval = drawn.interval(unit);
        listing.row(
            city.code(),
            city.name(),
            city.rank(),
            place(drawn.median(unit)),
            place(interval.low()),
            place(interval.high()),
            drawn.failures(unit));
      }
    }
  }

  /** Six decimals, without needless noughts. */
  static BigDecimal number(double value) {
    BigDecimal rounded =
        new BigDecimal(value).setScale(DECIMALS, RoundingMode.HALF_EVEN).stripTrailingZeros();
    return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
  }

  /** A quantile of ranks; two decimals are more than there is to tell. */
  static BigDecimal place(double place) {
    BigDecimal rounded =
        new BigDecimal(place).setScale(2, RoundingMode.HALF_EVEN).stripTrailingZeros();
    return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
  }
}

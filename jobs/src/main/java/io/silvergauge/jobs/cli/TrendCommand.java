package io.silvergauge.jobs.cli;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.evaluation.Outlook;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.jobs.evaluate.ExitCode;
import io.silvergauge.jobs.evaluate.RunFailure;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code trend}: why a city's standing is another than in the period before, without Spark. */
@Command(name = "trend", mixinStandardHelpOptions = true)
final class TrendCommand implements Callable<Integer> {
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
    Outlook.ScoreChange change = published.outlook().city(region).orElseThrow().change();
    if (change == null) {
      throw new RunFailure(
          ExitCode.USAGE,
          new Bilingual(
              "上一时期或本时期没有水平得分，无从比较",
              "there is no standing in this period or the one before, so there is nothing to"
                  + " compare"));
    }
    if (change.reason() != null) {
      throw new RunFailure(ExitCode.USAGE, change.reason());
    }
    Listing listing =
        new Listing()
            .text("cause", "原因", "cause")
            .text("indicator", "指标", "indicator")
            .text("name", "名称", "name")
            .number("points", "分值", "points");
    listing.row("before", null, Bilingual.same(change.since()), change.before());
    for (Outlook.ChangePart part : change.parts()) {
      listing.row(
          part.cause(),
          part.indicator(),
          part.indicator() == null ? null : published.name(part.indicator()),
          part.points());
    }
    listing.row("after", null, Bilingual.same(published.evaluation().period()), change.after());
    print.print(listing, console);
    return ExitCode.OK.status();
  }
}

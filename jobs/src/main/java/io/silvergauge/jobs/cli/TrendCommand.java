package io.silvergauge.jobs.cli;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.evaluation.Outlook;
import io.silvergauge.indicators.evaluation.SchemeView;
import io.silvergauge.jobs.evaluate.ExitCode;
import io.silvergauge.jobs.evaluate.RunFailure;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code trend}: why a city's standing is another than in the period before, without Spark. */
@Command(name = "trend", mixinStandardHelpOptions = true)
final class TrendCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "REGION", descriptionKey = "parameter.explain-region")
  private String region;

  @Parameters(index = "1", paramLabel = "PERIOD", descriptionKey = "option.period-one")
  private String period;

  @Option(
      names = "--print",
      defaultValue = "table",
      paramLabel = "AS",
      descriptionKey = "option.print")
  private Listing.Shape shape;

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
          part.indicator() == null ? null : name(published, part.indicator()),
          part.points());
    }
    listing.row("after", null, Bilingual.same(published.evaluation().period()), change.after());
    listing.print(console, shape);
    return ExitCode.OK.status();
  }

  private static Bilingual name(PublishedPeriod published, String indicator) {
    return published
        .evaluation()
        .scheme()
        .indicator(indicator)
        .map(SchemeView.IndicatorView::name)
        .orElse(Bilingual.same(indicator));
  }
}

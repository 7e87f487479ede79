package io.silvergauge.jobs.cli;

import io.silvergauge.indicators.document.InvalidValueException;
import io.silvergauge.indicators.evaluation.RankTest;
import io.silvergauge.indicators.robustness.WhatIf;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.jobs.evaluate.ExitCode;
import io.silvergauge.jobs.evaluate.RunFailure;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code whatif}: what each other choice alone would make of the ranks, without Spark. */
@Command(name = "whatif", mixinStandardHelpOptions = true)
final class WhatIfCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "PERIOD", descriptionKey = "option.period-one")
  private Period period;

  @Option(names = "--region", paramLabel = "REGION", descriptionKey = "option.whatif-region")
  private String region;

  @Mixin private PrintOption print;
  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Console console = Console.of(spec.commandLine(), common);
    PublishedPeriod published = PublishedPeriod.read(common.out(), period);
    Integer rank = region == null ? null : published.row(region).rank();
    RankTest test = published.ranks(null, null);
    int unit = test.cities().indexOf(region == null ? "" : region);
    Listing listing =
        new Listing()
            .text("step", "环节", "step")
            .text("choice", "改为", "choice")
            .number("mean_shift", "平均变动", "mean shift")
            .number("largest_shift", "最大变动", "largest")
            .number("lost", "失去名次", "lost");
    if (region != null) {
      listing.number("rank", "现名次", "rank").number("rank_then", "改后名次", "rank then");
    }
    for (WhatIf one : cases(test)) {
      if (region == null) {
        listing.row(
            one.step(),
            one.choice(),
            RobustnessCommand.place(one.meanShift()),
            one.largestShift(),
            one.lost());
      } else {
        OptionalInt then = unit < 0 ? OptionalInt.empty() : one.ranks().get(unit);
        listing.row(
            one.step(),
            one.choice(),
            RobustnessCommand.place(one.meanShift()),
            one.largestShift(),
            one.lost(),
            rank,
            then.isPresent() ? Integer.valueOf(then.getAsInt()) : null);
      }
    }
    print.print(listing, console);
    return ExitCode.OK.status();
  }

  private static List<WhatIf> cases(RankTest test) {
    try {
      return test.oneAtATime();
    } catch (InvalidValueException e) {
      throw new RunFailure(ExitCode.USAGE, e.text());
    }
  }
}

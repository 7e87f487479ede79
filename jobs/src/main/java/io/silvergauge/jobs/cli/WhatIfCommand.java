package io.silvergauge.jobs.cli;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.InvalidValueException;
import io.silvergauge.indicators.evaluation.OtherWeights;
import io.silvergauge.indicators.evaluation.RankTest;
import io.silvergauge.indicators.evaluation.SchemeView;
import io.silvergauge.indicators.robustness.LeastChange;
import io.silvergauge.indicators.robustness.WhatIf;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.jobs.evaluate.ExitCode;
import io.silvergauge.jobs.evaluate.RunFailure;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
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

  @Option(names = "--weights", paramLabel = "FROM", descriptionKey = "option.whatif-weights")
  private OtherWeights.Source weights;

  @Option(
      names = "--aggregation",
      split = ",",
      paramLabel = "METHOD",
      descriptionKey = "option.whatif-aggregation")
  private List<String> aggregations = List.of();

  @Option(
      names = "--normalisation",
      split = ",",
      paramLabel = "METHOD",
      descriptionKey = "option.whatif-normalisation")
  private List<String> normalisations = List.of();

  @Option(names = "--rank", paramLabel = "N", descriptionKey = "option.whatif-rank")
  private Integer wanted;

  @Mixin private PrintOption print;
  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Console console = Console.of(spec.commandLine(), common);
    PublishedPeriod published = PublishedPeriod.read(common.out(), period);
    Integer rank = region == null ? null : published.row(region).rank();
    RankTest test = published.ranks(null, null);
    if (wanted != null) {
      print.print(steps(published, test), console);
      return ExitCode.OK.status();
    }
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
    for (WhatIf one : cases(test, console)) {
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

  /** A group that has no such weights is named, never left out in silence. */
  private static List<WhatIf> reweighted(
      RankTest test, OtherWeights.Source source, Console console) {
    List<WhatIf> cases = new ArrayList<>();
    for (OtherWeights.Reweighted group : test.weighed(source)) {
      group
          .lacks()
          .ifPresent(
              why -> console.say(Bilingual.of("维度“%s”：%s", "group '%s': %s", group.group(), why)));
      group.ranks().ifPresent(cases::add);
    }
    return cases;
  }

  /** What was asked for; one choice of the scheme at a time where nothing was. */
  private List<WhatIf> cases(RankTest test, Console console) {
    try {
      if (weights == null && aggregations.isEmpty() && normalisations.isEmpty()) {
        return test.oneAtATime();
      }
      List<WhatIf> cases = new ArrayList<>(test.instead(aggregations, normalisations));
      if (weights != null) {
        cases.addAll(reweighted(test, weights, console));
      }
      return cases;
    } catch (InvalidValueException e) {
      throw new RunFailure(ExitCode.USAGE, e.text());
    }
  }

  /** What each indicator alone would have to come to for a rank. */
  private Listing steps(PublishedPeriod published, RankTest test) {
    if (region == null || weights != null || !aggregations.isEmpty() || !normalisations.isEmpty()) {
      throw new RunFailure(
          ExitCode.USAGE,
          new Bilingual(
              "--rank 须与 --region 同用，且不与其他选择同用",
              "--rank goes with --region, and with no other choice"));
    }
    List<LeastChange.Step> steps;
    try {
      steps = test.reaching(region, wanted);
    } catch (InvalidValueException e) {
      throw new RunFailure(ExitCode.USAGE, e.text());
    }
    Listing listing =
        new Listing()
            .text("indicator", "指标", "indicator")
            .text("name", "名称", "name")
            .text("verdict", "结论", "verdict")
            .number("from", "现为", "from")
            .number("to", "须为", "to")
            .text("unit", "单位", "unit");
    for (LeastChange.Step step : steps) {
      Optional<SchemeView.IndicatorView> view =
          published.evaluation().scheme().indicator(step.indicator());
      listing.row(
          step.indicator(),
          published.name(step.indicator()),
          verdict(step.verdict()),
          number(step.from()),
          number(step.to()),
          test.isByValues() ? view.map(SchemeView.IndicatorView::unit).orElse("") : "score");
    }
    return listing;
  }

  private static Listing.Code verdict(LeastChange.Verdict verdict) {
    return new Listing.Code(
        verdict.name().toLowerCase(Locale.ROOT),
        switch (verdict) {
          case REACHES -> new Bilingual("可达到", "reaches it");
          case THERE_ALREADY -> new Bilingual("已达到", "there already");
          case NOT_ENOUGH -> new Bilingual("不足", "not enough");
          case NO_VALUE -> new Bilingual("无数据", "no value");
        });
  }

  private static BigDecimal number(OptionalDouble value) {
    return value.isPresent() ? RobustnessCommand.number(value.getAsDouble()) : null;
  }
}

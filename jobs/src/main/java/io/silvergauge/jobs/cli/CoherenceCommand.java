package io.silvergauge.jobs.cli;

import io.silvergauge.indicators.composite.Coherence;
import io.silvergauge.indicators.composite.Correlation;
import io.silvergauge.indicators.composite.Treatment;
import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.InvalidValueException;
import io.silvergauge.indicators.evaluation.CoherenceAudit;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.jobs.evaluate.ExitCode;
import io.silvergauge.jobs.evaluate.RunFailure;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code coherence}: whether the indicators of a published standing belong together. */
@Command(name = "coherence", mixinStandardHelpOptions = true)
final class CoherenceCommand implements Callable<Integer> {
  private static final Map<String, Bilingual> MEASURES =
      Map.of(
          "correlation", new Bilingual("相关系数", "correlation"),
          "with_group", new Bilingual("与所在维度", "with its group"),
          "cronbach_alpha", new Bilingual("克隆巴赫 α", "Cronbach's α"),
          "eigenvalue", new Bilingual("特征值", "eigenvalue"),
          "explained_share", new Bilingual("解释份额", "explained share"),
          "loading", new Bilingual("载荷", "loading"),
          "effective_weight", new Bilingual("有效权重", "effective weight"),
          "skewness", new Bilingual("偏度", "skewness"),
          "kurtosis", new Bilingual("峰度", "kurtosis"),
          "treated", new Bilingual("处理后", "if treated"));

  @Parameters(index = "0", paramLabel = "PERIOD", descriptionKey = "option.period-one")
  private Period period;

  @Option(names = "--flagged", descriptionKey = "option.flagged")
  private boolean flagged;

  @Mixin private PrintOption print;
  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  private final Listing listing =
      new Listing()
          .text("measure", "量", "measure")
          .text("group", "维度", "group")
          .text("one", "甲", "one")
          .text("other", "乙", "other")
          .number("value", "值", "value")
          .number("reported", "原值", "reported")
          .number("cities", "城市数", "cities")
          .text("flag", "提示", "flag");

  @Override
  public Integer call() throws IOException {
    Console console = Console.of(spec.commandLine(), common);
    PublishedPeriod published = PublishedPeriod.read(common.out(), period);
    CoherenceAudit audit;
    try {
      audit = CoherenceAudit.of(published.evaluation().scheme(), published.cities());
    } catch (InvalidValueException e) {
      throw new RunFailure(ExitCode.USAGE, e.text());
    }
    audit.groups().forEach(this::group);
    if (!flagged) {
      audit
          .weights()
          .forEach((node, share) -> row("effective_weight", "", node, "", share, null, null));
    }
    audit.shapes().forEach(one -> shape(one, audit.cities()));
    print.print(listing, console);
    return ExitCode.OK.status();
  }

  private void group(CoherenceAudit.GroupAudit group) {
    Coherence found = group.coherence();
    found.pairs().forEach(pair -> pair("correlation", group, pair));
    found.withWhole().forEach(pair -> pair("with_group", group, pair));
    if (flagged) {
      return;
    }
    found.alpha().ifPresent(alpha -> row("cronbach_alpha", group.id(), "", "", alpha, null, null));
    for (int i = 0; i < found.components().size(); i++) {
      Coherence.Component component = found.components().get(i);
      String number = Integer.toString(i + 1);
      row("eigenvalue", group.id(), "", number, component.eigenvalue(), null, null);
      row("explained_share", group.id(), "", number, component.share(), null, null);
      for (int part = 0; part < group.parts().size(); part++) {
        double loading = component.loadings().get(part);
        row("loading", group.id(), group.parts().get(part), number, loading, null, null);
      }
    }
  }

  private void pair(String measure, CoherenceAudit.GroupAudit group, Coherence.Pair pair) {
    if (flagged && pair.flag() == Coherence.Flag.NONE) {
      return;
    }
    Optional<Correlation> found = pair.correlation();
    row(
        measure,
        group.id(),
        group.parts().get(pair.one()),
        pair.other() < 0 ? "" : group.parts().get(pair.other()),
        found.map(Correlation::coefficient).orElse(null),
        found.map(Correlation::units).orElse(null),
        flag(pair.flag()));
  }

  /** Moments, and the values that a treatment would change, with what it would make of them. */
  private void shape(CoherenceAudit.Shape one, List<String> cities) {
    Treatment.Outcome outcome = one.treated().outcome();
    boolean passes = outcome == Treatment.Outcome.PASSES;
    if (flagged && passes) {
      return;
    }
    Listing.Code flag = passes ? null : flag(outcome);
    Optional<Treatment.Moment> moments = one.moments();
    Double skewness = moments.map(Treatment.Moment::skewness).orElse(null);
    Double kurtosis = moments.map(Treatment.Moment::kurtosis).orElse(null);
    row("skewness", "", one.indicator(), "", skewness, one.values(), flag);
    row("kurtosis", "", one.indicator(), "", kurtosis, one.values(), flag);
    for (Treatment.Point point : one.treated().points()) {
      listing.row(
          measure("treated"),
          "",
          one.indicator(),
          cities.get(point.unit()),
          RobustnessCommand.number(point.treated()),
          RobustnessCommand.number(point.reported()),
          null,
          flag);
    }
  }

  private static Listing.Code measure(String code) {
    return new Listing.Code(code, MEASURES.get(code));
  }

  private void row(
      String measure,
      String group,
      String one,
      String other,
      Double value,
      Integer cities,
      Listing.Code flag) {
    listing.row(
        measure(measure),
        group,
        one,
        other,
        value == null ? null : RobustnessCommand.number(value),
        null,
        cities,
        flag);
  }

  private static Listing.Code flag(Coherence.Flag flag) {
    return switch (flag) {
      case NONE -> null;
      case REDUNDANT -> code(flag, "重复", "redundant");
      case CONFLICT -> code(flag, "冲突", "in conflict");
      case SILENT -> code(flag, "沉默", "silent");
      case NOT_COMPUTABLE -> code(flag, "不可计算", "not computable");
    };
  }

  private static Listing.Code flag(Treatment.Outcome outcome) {
    return switch (outcome) {
      case PASSES -> null;
      case TOO_FEW -> code(outcome, "数据过少或相同", "too few values, or all the same");
      case WINSORISED -> code(outcome, "有离群值", "outliers");
      case LOGARITHM -> code(outcome, "偏斜，宜取对数", "skewed, a logarithm would do");
      case STAYS_SKEWED -> code(outcome, "偏斜，处理无效", "skewed, nothing helps");
    };
  }

  private static Listing.Code code(Enum<?> constant, String zh, String en) {
    return new Listing.Code(constant.name().toLowerCase(Locale.ROOT), new Bilingual(zh, en));
  }
}

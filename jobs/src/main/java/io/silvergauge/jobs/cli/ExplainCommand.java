package io.silvergauge.jobs.cli;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.EvaluationJson;
import io.silvergauge.indicators.explanation.Explainer;
import io.silvergauge.indicators.explanation.Explanation;
import io.silvergauge.indicators.scheme.ResultKind;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.jobs.evaluate.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code explain}: follows a figure from its score to the rows it came from, without Spark. */
@Command(name = "explain", mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "REGION", descriptionKey = "parameter.explain-region")
  private String region;

  @Parameters(index = "1", paramLabel = "NODE", descriptionKey = "parameter.explain-node")
  private String node;

  @Parameters(index = "2", paramLabel = "PERIOD", descriptionKey = "option.period-one")
  private Period period;

  @Option(names = "--result", paramLabel = "RESULT", descriptionKey = "option.explain-result")
  private String result;

  @Option(
      names = "--special",
      paramLabel = "NAMES",
      split = ",",
      descriptionKey = "option.special-published")
  private List<String> special = List.of();

  @Option(names = "--as-of", paramLabel = "DATE", descriptionKey = "option.explain-as-of")
  private LocalDate asOf;

  @Option(names = "--depth", paramLabel = "N", descriptionKey = "option.depth")
  private int depth = Integer.MAX_VALUE;

  /** What an explanation is printed as. */
  enum Shape {
    TREE,
    JSON
  }

  @Option(
      names = "--print",
      defaultValue = "tree",
      paramLabel = "tree|json",
      descriptionKey = "option.explain-print")
  private Shape shape;

  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Console console = Console.of(spec.commandLine(), common);
    PublishedPeriod published =
        PublishedPeriod.read(common.out(), period, special, Optional.ofNullable(asOf));
    Evaluation evaluation = published.evaluation();
    Explainer explainer = new Explainer(evaluation, published.city(region));
    Explanation explanation =
        explainer
            .explain(kind(published), node)
            .orElseThrow(
                () -> published.unknown(new Bilingual("节点", "node"), node, explainer.nodes()));
    if (shape == Shape.JSON) {
      console.print(
          new String(EvaluationJson.write(explanation), StandardCharsets.UTF_8).stripTrailing());
    } else {
      new ExplanationTree(console, depth).print(evaluation, explanation);
    }
    return ExitCode.OK.status();
  }

  private ResultKind kind(PublishedPeriod published) {
    List<String> results = published.evaluation().scheme().results();
    String wanted = result == null ? results.get(0) : result;
    for (ResultKind kind : ResultKind.values()) {
      if (kind.code().equals(wanted.toLowerCase(Locale.ROOT))) {
        return kind;
      }
    }
    throw published.unknown(new Bilingual("结果", "result"), wanted, results);
  }
}

package io.silvergauge.jobs.cli;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Suggestion;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.EvaluationJson;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.explanation.Explainer;
import io.silvergauge.indicators.explanation.Explanation;
import io.silvergauge.indicators.scheme.ResultKind;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.jobs.evaluate.ExitCode;
import io.silvergauge.jobs.evaluate.RunFailure;
import io.silvergauge.jobs.store.LocalStorage;
import io.silvergauge.jobs.store.Publications;
import io.silvergauge.jobs.store.Storage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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
  private String period;

  @Option(names = "--result", paramLabel = "RESULT", descriptionKey = "option.explain-result")
  private String result;

  @Option(names = "--as-of", paramLabel = "DATE", descriptionKey = "option.explain-as-of")
  private LocalDate asOf;

  @Option(names = "--depth", paramLabel = "N", descriptionKey = "option.depth")
  private int depth = Integer.MAX_VALUE;

  @Option(names = "--json", descriptionKey = "option.json")
  private boolean json;

  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    RunEnvironment.check();
    RunEnvironment.logsTo(common.out(), common.verbose());
    Console console = Console.of(spec.commandLine(), common);
    Storage published = new LocalStorage(common.out());
    String folder = folder(published);
    Evaluation evaluation =
        EvaluationJson.read(published.read(folder + "/evaluation.json"), Evaluation.class);
    Explainer explainer = new Explainer(evaluation, city(published, folder, evaluation));
    Explanation explanation =
        explainer
            .explain(kind(evaluation), node)
            .orElseThrow(() -> unknown("NODE", node, explainer.nodes()));
    if (json) {
      console.print(
          new String(EvaluationJson.write(explanation), StandardCharsets.UTF_8).stripTrailing());
    } else {
      new ExplanationTree(console, depth).print(evaluation, explanation);
    }
    return ExitCode.OK.status();
  }

  /** The folder of the period in the publication that counts, or in the one of the as-of date. */
  private String folder(Storage published) throws IOException {
    String wanted;
    try {
      wanted = Period.parse(period).toString();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "PERIOD: " + e.getMessage());
    }
    return new Publications(published)
        .folderOf(wanted, asOf == null ? "" : asOf.toString())
        .orElseThrow(
            () ->
                new RunFailure(
                    ExitCode.USAGE,
                    asOf == null
                        ? Bilingual.of(
                            "%s 中没有时期 %s 的评估，请先运行 evaluate",
                            "%s holds no evaluation of %s; run evaluate first",
                            common.out(),
                            wanted)
                        : Bilingual.of(
                            "%s 中没有时期 %s 截至 %s 的评估；可用 evaluate --as-of 重新得到",
                            "%s holds no evaluation of %s as of %s; evaluate --as-of makes it again",
                            common.out(),
                            wanted,
                            asOf)));
  }

  private RegionEvaluation city(Storage published, String folder, Evaluation evaluation)
      throws IOException {
    String file = folder + "/evaluation/" + RegionEvaluation.City.fileName(region) + ".json";
    if (!published.exists(file)) {
      throw unknown(
          "REGION", region, evaluation.cities().stream().map(Evaluation.CityRow::code).toList());
    }
    return EvaluationJson.read(published.read(file), RegionEvaluation.class);
  }

  private ResultKind kind(Evaluation evaluation) {
    String wanted = result == null ? evaluation.scheme().results().get(0) : result;
    for (ResultKind kind : ResultKind.values()) {
      if (kind.code().equals(wanted.toLowerCase(Locale.ROOT))) {
        return kind;
      }
    }
    throw unknown("--result", wanted, evaluation.scheme().results());
  }

  private ParameterException unknown(String name, String found, Collection<String> all) {
    String nearest = Suggestion.nearest(found, all).en();
    return new ParameterException(
        spec.commandLine(),
        "%s: '%s' is not in the evaluation of %s%s".formatted(name, found, period, nearest));
  }
}

package io.silvergauge.jobs.cli;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.InvalidValueException;
import io.silvergauge.jobs.evaluate.ExitCode;
import io.silvergauge.jobs.sample.Quarter;
import io.silvergauge.jobs.sample.SampleGenerator;
import io.silvergauge.jobs.sample.SampleOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code generate}: synthetic provincial files over real regions and census, from a seed. */
@Command(name = "generate", mixinStandardHelpOptions = true)
final class GenerateCommand implements Callable<Integer> {
  @Option(names = "--to", required = true, paramLabel = "FOLDER", descriptionKey = "option.to-data")
  private Path to;

  @Option(
      names = "--facts",
      defaultValue = "facts",
      paramLabel = "FOLDER",
      descriptionKey = "option.facts")
  private Path facts;

  @Option(names = "--seed", paramLabel = "N", descriptionKey = "option.seed")
  private Long seed;

  @Option(names = "--from", paramLabel = "QUARTER", descriptionKey = "option.from")
  private String from;

  @Option(names = "--until", paramLabel = "QUARTER", descriptionKey = "option.until")
  private String until;

  @Option(names = "--cities", split = ",", paramLabel = "CODE", descriptionKey = "option.cities")
  private List<String> cities;

  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    SampleOptions options = options();
    try {
      SampleGenerator.write(facts, to, options);
    } catch (InvalidValueException e) {
      throw Console.mistake(spec, common, e.text());
    }
    Console.of(spec.commandLine(), common)
        .print(Bilingual.of("已写入 %s（合成数据）", "Wrote %s (synthetic data)", to));
    return ExitCode.OK.status();
  }

  private SampleOptions options() {
    SampleOptions usual = SampleOptions.committed();
    try {
      return new SampleOptions(
          seed == null ? usual.seed() : seed,
          from == null ? usual.first() : Quarter.parse(from),
          until == null ? usual.last() : Quarter.parse(until),
          cities == null ? usual.cities() : cities);
    } catch (InvalidValueException e) {
      throw Console.mistake(spec, common, e.text());
    }
  }
}

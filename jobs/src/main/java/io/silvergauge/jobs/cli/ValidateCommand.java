package io.silvergauge.jobs.cli;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.jobs.assessment.Assessment;
import io.silvergauge.jobs.assessment.AssessmentReader;
import io.silvergauge.jobs.evaluate.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code validate}: all faults of scheme, plans, descriptions and lists, at once. */
@Command(name = "validate", mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {
  @Parameters(paramLabel = "ASSESSMENT", descriptionKey = "parameter.assessment")
  private Path folder;

  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Assessment assessment = AssessmentReader.read(folder);
    Console.of(spec.commandLine(), common)
        .print(
            Bilingual.of(
                "有效：方案 %s %s（%d 个指标），%d 个城市，%d 份工作方案，%d 个来源说明，%d 份报送",
                "Valid: scheme %s %s with %d indicators, %d cities, %d plans, %d source"
                    + " descriptions, %d deliveries",
                assessment.scheme().id(),
                assessment.scheme().edition(),
                assessment.scheme().indicators().size(),
                assessment.cities().size(),
                assessment.plans().size(),
                assessment.sources().values().stream().filter(one -> !one.isForm()).count(),
                assessment.deliveries().size()));
    return ExitCode.OK.status();
  }
}

package io.silvergauge.jobs.cli;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.region.Region;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.jobs.assessment.Assessment;
import io.silvergauge.jobs.assessment.AssessmentReader;
import io.silvergauge.jobs.evaluate.ExitCode;
import io.silvergauge.jobs.template.Form;
import io.silvergauge.jobs.template.FormBook;
import io.silvergauge.jobs.template.FormPlanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code template}: the forms that provinces fill in, whose return needs no description. */
@Command(name = "template", mixinStandardHelpOptions = true)
final class TemplateCommand implements Callable<Integer> {
  @Parameters(paramLabel = "ASSESSMENT", descriptionKey = "parameter.assessment")
  private Path folder;

  @Option(names = "--to", required = true, paramLabel = "FOLDER", descriptionKey = "option.to-data")
  private Path to;

  @Option(names = "--period", paramLabel = "PERIOD", descriptionKey = "option.period-form")
  private Period period;

  @Option(names = "--sender", paramLabel = "CODE", descriptionKey = "option.sender")
  private Set<String> senders = new TreeSet<>();

  @Option(names = "--source", paramLabel = "ID", descriptionKey = "option.source-form")
  private Set<String> sources = new TreeSet<>();

  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Assessment assessment = AssessmentReader.read(folder);
    checkSources(assessment);
    FormPlanner planner = new FormPlanner(assessment, period(assessment), sources);
    List<Region> asked = planner.senders();
    checkSenders(asked);
    Console console = Console.of(spec.commandLine(), common);
    Files.createDirectories(to);
    int written = 0;
    for (Region sender : asked) {
      if (senders.isEmpty() || senders.contains(sender.code())) {
        for (Form form : planner.forms(sender)) {
          Files.write(to.resolve(form.fileName()), FormBook.bytes(form, assessment.scheme()));
          written++;
        }
      }
    }
    console.print(Bilingual.of("已写入 %d 份填报表：%s", "Wrote %d forms: %s", written, to));
    return ExitCode.OK.status();
  }

  private Period period(Assessment assessment) {
    return period == null ? assessment.periods().get(assessment.periods().size() - 1) : period;
  }

  private void checkSenders(List<Region> asked) {
    Set<String> known = new TreeSet<>();
    asked.forEach(region -> known.add(region.code()));
    for (String sender : senders) {
      if (!known.contains(sender)) {
        throw Console.mistake(
            spec,
            common,
            Bilingual.of(
                "--sender：“%s”没有重点联系城市；可用：%s",
                "--sender: '%s' has no contact city; there are %s",
                sender,
                String.join(" ", known)));
      }
    }
  }

  private void checkSources(Assessment assessment) {
    Set<String> known = new TreeSet<>(assessment.sources().keySet());
    known.addAll(assessment.scheme().registers().keySet());
    assessment.scheme().indicators().forEach(indicator -> known.add(indicator.department()));
    for (String source : sources) {
      if (!known.contains(source)) {
        throw Console.mistake(
            spec,
            common,
            Bilingual.of(
                "--source：“%s”既不是来源说明、名录，也不是方案中的部门",
                "--source: '%s' is neither a source description, a register nor a department of"
                    + " the scheme",
                source));
      }
    }
  }
}

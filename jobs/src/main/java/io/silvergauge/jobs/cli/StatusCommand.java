package io.silvergauge.jobs.cli;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.evaluation.EvaluationJson;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.jobs.assessment.Assessment;
import io.silvergauge.jobs.assessment.AssessmentReader;
import io.silvergauge.jobs.evaluate.ExitCode;
import io.silvergauge.jobs.run.Due;
import io.silvergauge.jobs.run.Owner;
import io.silvergauge.jobs.run.RunHistory;
import io.silvergauge.jobs.run.RunStatus;
import io.silvergauge.jobs.store.LocalStorage;
import io.silvergauge.jobs.store.Manifest;
import io.silvergauge.jobs.store.Storages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code status}: what is published, who is at work, how the last run ended and what is due. */
@Command(name = "status", mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
  @Parameters(arity = "0..1", paramLabel = "ASSESSMENT", descriptionKey = "parameter.status")
  private Path folder;

  @Option(names = "--as-of", paramLabel = "DATE", descriptionKey = "option.as-of")
  private LocalDate asOf;

  @Option(names = "--json", descriptionKey = "option.json")
  private boolean json;

  @Mixin private FormatOption format;
  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Console console = Console.of(spec.commandLine(), common);
    RunStatus status = RunStatus.of(common.out());
    Optional<Due> due = folder == null ? Optional.empty() : Optional.of(due());
    if (json) {
      console.print(
          new String(EvaluationJson.write(fields(status, due)), StandardCharsets.UTF_8).strip());
    } else {
      print(console, status);
      due.ifPresent(found -> print(console, found));
    }
    return ExitCode.OK.status();
  }

  private Due due() throws IOException {
    Assessment read = AssessmentReader.read(folder);
    Assessment assessment = read.withFormats(format.or(read.formats()));
    return Due.of(
        new Due.Wish(
            assessment,
            assessment.periods(),
            Optional.ofNullable(asOf),
            format.styling().hashes(),
            Main.PROGRAM),
        Storages.open(assessment.store(), assessment.folder(), common.out().resolve("store")),
        new LocalStorage(common.out()));
  }

  private static Map<String, Object> fields(RunStatus status, Optional<Due> due) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("publication", status.publication().isEmpty() ? null : status.publication());
    fields.put("since", status.since().isEmpty() ? null : status.since());
    fields.put("periods", status.manifest().map(Manifest::periods).orElse(null));
    fields.put("run", status.state());
    fields.put("owner", status.owner().orElse(null));
    fields.put("last", status.last().map(RunHistory.Entry::fields).orElse(null));
    fields.put("last_outcome", status.last().map(RunHistory.Entry::outcome).orElse(null));
    if (due.isPresent()) {
      fields.put("due", due.get().periods().stream().map(Period::toString).toList());
      fields.put("reasons", due.get().reasons());
      fields.put("waiting", due.get().waiting());
    }
    return fields;
  }

  private static void print(Console console, RunStatus status) {
    if (status.publication().isEmpty()) {
      console.print(new Bilingual("尚未发布任何内容。", "Nothing is published."));
    } else {
      console.print(
          status.since().isEmpty()
              ? Bilingual.of("已发布：%s", "Published: %s", status.publication())
              : Bilingual.of(
                  "已发布：%s，自 %s", "Published: %s, since %s", status.publication(), status.since()));
    }
    status
        .manifest()
        .ifPresent(
            manifest ->
                manifest
                    .periods()
                    .forEach(
                        (period, entry) ->
                            console.print(
                                Bilingual.of(
                                    "  %s　截至 %s　%s",
                                    "  %s, as of %s, %s", period, entry.asOf(), entry.scheme()))));
    console.print(atWork(status));
    status
        .last()
        .ifPresent(
            run ->
                console.print(
                    Bilingual.of(
                        "上次运行：%s　%s　%s　退出状态 %s",
                        "Last run: %s, %s, %s, exit status %s",
                        run.text("id"),
                        run.text("command"),
                        HistoryCommand.outcome(run),
                        run.text("exit").isEmpty() ? "–" : run.text("exit"))));
  }

  private static Bilingual atWork(RunStatus status) {
    if (status.owner().isEmpty()) {
      return new Bilingual("没有运行正在进行。", "No run is at work.");
    }
    Owner owner = status.owner().get();
    Bilingual who =
        Bilingual.of(
            "%s，主机 %s，进程 %s，自 %s",
            "%s on host %s, process %s, since %s",
            owner.command(),
            owner.host(),
            owner.pid(),
            owner.since());
    return switch (status.state()) {
      case "at work" -> Bilingual.of("正在运行：%s", "At work: %s", who);
      case "died" -> Bilingual.of("已中断（下次运行将接替）：%s", "Died, the next run takes over: %s", who);
      default ->
          Bilingual.of(
              "由另一主机占用，本机无法判断是否仍在运行：%s",
              "Held from another host; whether it is at work cannot be told from here: %s", who);
    };
  }

  private static void print(Console console, Due due) {
    due.waiting().forEach(console::print);
    due.reasons().forEach(console::print);
    console.print(
        due.isNothing()
            ? new Bilingual("没有需要发布的内容。", "Nothing to publish.")
            : Bilingual.of(
                "待评估：%s",
                "Due: %s",
                String.join(", ", due.periods().stream().map(Period::toString).toList())));
  }
}

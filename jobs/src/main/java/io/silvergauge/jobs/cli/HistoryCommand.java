package io.silvergauge.jobs.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.evaluation.EvaluationJson;
import io.silvergauge.jobs.evaluate.ExitCode;
import io.silvergauge.jobs.run.RunHistory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code history}: the newest runs, newest first. */
@Command(name = "history", mixinStandardHelpOptions = true)
final class HistoryCommand implements Callable<Integer> {
  private static final int HASH = 13 + 12;

  @Option(names = "--json", descriptionKey = "option.json")
  private boolean json;

  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Console console = Console.of(spec.commandLine(), common);
    List<RunHistory.Entry> runs = RunHistory.of(common.out());
    if (json) {
      List<JsonNode> fields = runs.stream().map(RunHistory.Entry::told).toList();
      console.print(new String(EvaluationJson.write(fields), StandardCharsets.UTF_8).strip());
    } else if (runs.isEmpty()) {
      console.print(
          Bilingual.of("%s 中没有运行记录。", "There are no records of runs in %s.", common.out()));
    } else {
      List<List<String>> rows = new ArrayList<>();
      rows.add(
          List.of(
              new Bilingual("开始", "started").in(console.language()),
              new Bilingual("命令", "command").in(console.language()),
              new Bilingual("结果", "outcome").in(console.language()),
              new Bilingual("退出", "exit").in(console.language()),
              new Bilingual("秒", "seconds").in(console.language()),
              new Bilingual("读取文件", "files read").in(console.language()),
              new Bilingual("时期", "periods").in(console.language()),
              new Bilingual("发布", "publication").in(console.language())));
      runs.forEach(run -> rows.add(row(run, console)));
      TextTable.lines(rows, List.of(0, 1, 2, 6, 7)).forEach(console::print);
    }
    return ExitCode.OK.status();
  }

  private static List<String> row(RunHistory.Entry run, Console console) {
    String publication = run.text("publication");
    JsonNode milliseconds = run.fields().path("milliseconds");
    return List.of(
        run.text("started").replaceAll("\\.[0-9]+Z$", "Z"),
        run.text("command"),
        outcome(run).in(console.language()),
        or(run.text("exit")),
        milliseconds.isMissingNode() ? "–" : Long.toString((milliseconds.asLong() + 500) / 1000),
        or(run.text("files_read")),
        or(
            String.join(
                ", ",
                StreamSupport.stream(run.fields().path("periods").spliterator(), false)
                    .map(JsonNode::asText)
                    .toList())),
        or(publication.substring(0, Math.min(HASH, publication.length()))));
  }

  private static String or(String text) {
    return text.isEmpty() ? "–" : text;
  }

  /** How a run ended, in words. */
  static Bilingual outcome(RunHistory.Entry run) {
    return switch (run.outcome()) {
      case "published" -> new Bilingual("已发布", "published");
      case "nothing to publish" -> new Bilingual("无新内容", "nothing to publish");
      case "failed" -> new Bilingual("失败", "failed");
      case "stopped" -> new Bilingual("被终止", "stopped");
      case "died" -> new Bilingual("中断", "died");
      case "running" -> new Bilingual("进行中", "at work");
      default -> Bilingual.same(run.outcome());
    };
  }
}

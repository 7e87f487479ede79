package io.silvergauge.jobs.cli;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.evaluation.EvaluationJson;
import io.silvergauge.indicators.scheme.SchemeDiff;
import io.silvergauge.jobs.evaluate.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code scheme diff}: what was added, removed and changed between two rule books. */
@Command(name = "diff", mixinStandardHelpOptions = true)
final class SchemeDiffCommand implements Callable<Integer> {
  private static final int WIDEST = 48;

  @Parameters(index = "0", paramLabel = "BEFORE", descriptionKey = "parameter.scheme-before")
  private String before;

  @Parameters(index = "1", paramLabel = "AFTER", descriptionKey = "parameter.scheme-after")
  private String after;

  @Option(names = "--json", descriptionKey = "option.json")
  private boolean json;

  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Console console = Console.of(spec.commandLine(), common);
    List<SchemeDiff.Change> changes =
        SchemeDiff.of(SchemeCommand.scheme(before), SchemeCommand.scheme(after));
    if (json) {
      console.print(
          new String(EvaluationJson.write(changes), StandardCharsets.UTF_8).stripTrailing());
    } else if (changes.isEmpty()) {
      console.print(new Bilingual("两个方案没有差别", "The two schemes do not differ"));
    } else {
      List<List<String>> rows = new ArrayList<>();
      rows.add(header());
      changes.forEach(change -> rows.add(row(change)));
      TextTable.lines(rows, List.of(0, 1, 2, 3, 4, 5)).forEach(console::print);
    }
    return ExitCode.OK.status();
  }

  private List<String> header() {
    return List.of(
        said("变化", "change"),
        said("部分", "part"),
        said("标识", "id"),
        said("字段", "field"),
        said("之前", "before"),
        said("之后", "after"));
  }

  private List<String> row(SchemeDiff.Change change) {
    Bilingual kind =
        switch (change.change()) {
          case SchemeDiff.ADDED -> new Bilingual("新增", "added");
          case SchemeDiff.REMOVED -> new Bilingual("删除", "removed");
          default -> new Bilingual("修改", "changed");
        };
    return List.of(
        kind.in(common.language()),
        change.part(),
        change.id(),
        change.field(),
        brief(change.before()),
        brief(change.after()));
  }

  /** As much as a line of a terminal takes; {@code --json} has all of it. */
  private static String brief(String text) {
    return text.length() <= WIDEST ? text : text.substring(0, WIDEST - 1) + "…";
  }

  private String said(String zh, String en) {
    return new Bilingual(zh, en).in(common.language());
  }
}

package io.silvergauge.jobs.cli;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.scheme.SchemeDiff;
import io.silvergauge.jobs.evaluate.ExitCode;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code scheme diff}: what was added, removed and changed between two rule books. */
@Command(name = "diff", mixinStandardHelpOptions = true)
final class SchemeDiffCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "BEFORE", descriptionKey = "parameter.scheme-before")
  private String before;

  @Parameters(index = "1", paramLabel = "AFTER", descriptionKey = "parameter.scheme-after")
  private String after;

  @Mixin private PrintOption print;
  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Console console = Console.of(spec.commandLine(), common);
    List<SchemeDiff.Change> changes =
        SchemeDiff.of(SchemeCommand.scheme(before), SchemeCommand.scheme(after));
    if (changes.isEmpty() && print.isTable()) {
      console.print(new Bilingual("两个方案没有差别", "The two schemes do not differ"));
      return ExitCode.OK.status();
    }
    Listing listing =
        new Listing()
            .text("change", "变化", "change")
            .text("part", "部分", "part")
            .text("id", "标识", "id")
            .text("field", "字段", "field")
            .brief("before", "之前", "before")
            .brief("after", "之后", "after");
    changes.forEach(
        one ->
            listing.row(kind(one), one.part(), one.id(), one.field(), one.before(), one.after()));
    print.print(listing, console);
    return ExitCode.OK.status();
  }

  private static Listing.Code kind(SchemeDiff.Change change) {
    Bilingual words =
        switch (change.change()) {
          case SchemeDiff.ADDED -> new Bilingual("新增", "added");
          case SchemeDiff.REMOVED -> new Bilingual("删除", "removed");
          default -> new Bilingual("修改", "changed");
        };
    return new Listing.Code(change.change(), words);
  }
}

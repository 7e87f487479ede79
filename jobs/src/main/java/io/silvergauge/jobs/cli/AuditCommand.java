package io.silvergauge.jobs.cli;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Sha256;
import io.silvergauge.jobs.audit.ReportAudit;
import io.silvergauge.jobs.evaluate.ExitCode;
import io.silvergauge.jobs.evaluate.RunFailure;
import io.silvergauge.jobs.store.LocalStorage;
import io.silvergauge.jobs.store.NamedPublication;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code audit}: whether a finished report follows from itself and is the one that was published.
 */
@Command(name = "audit", mixinStandardHelpOptions = true)
final class AuditCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "REPORT", descriptionKey = "parameter.audit")
  private List<Path> reports;

  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Console console = Console.of(spec.commandLine(), common);
    reports.forEach(AuditCommand::check);
    boolean whole = true;
    boolean told = true;
    for (Path report : reports) {
      byte[] bytes = Files.readAllBytes(report);
      whole &= isPublished(console, report, bytes);
      ReportAudit.Result result = ReportAudit.of(new String(bytes, StandardCharsets.UTF_8));
      whole &= follows(console, report, result);
      told &= result.checked() > 0;
    }
    return (!whole ? ExitCode.DIFFERENCE : told ? ExitCode.OK : ExitCode.USAGE).status();
  }

  private static void check(Path report) {
    if (!Files.isRegularFile(report) || !report.toString().endsWith(".html")) {
      throw new RunFailure(
          ExitCode.USAGE,
          Bilingual.of(
              "%s 不是 HTML 报告文件",
              "%s is no HTML report; name files such as 410100.zh.html", report));
    }
  }

  private boolean isPublished(Console console, Path report, byte[] bytes) throws IOException {
    NamedPublication.Holding found =
        NamedPublication.holding(new LocalStorage(common.out()), Sha256.of(bytes));
    for (String altered : found.altered()) {
      console.print(
          Bilingual.of(
              "%s 的清单与其目录名（清单的哈希值）不符，未予采用",
              "%s: its manifest is not the one its folder is named by; it proves nothing",
              altered));
    }
    console.print(
        found.path().isEmpty()
            ? Bilingual.of(
                "%s：%s 中没有任何发布包含这一内容",
                "%s: no publication in %s holds this content", report, common.out())
            : Bilingual.of("%s：与已发布的 %s 相同", "%s: is the published %s", report, found.path()));
    return !found.path().isEmpty();
  }

  private static boolean follows(Console console, Path report, ReportAudit.Result result) {
    for (ReportAudit.Difference one : result.differences()) {
      console.print(
          Bilingual.of("  %s（%s）：%s", "  %s (%s): %s", one.name(), one.where(), one.said()));
    }
    console.print(
        Bilingual.of(
            "%s：重新计算 %d 个数据，%d 个不符；另有 %d 个报告中没有足够的信息。",
            "%s: worked %d figures out again, %d do not follow; of %d more the report does not say"
                + " enough.",
            report,
            result.checked(),
            result.differences().size(),
            result.untold()));
    if (result.checked() == 0) {
      console.print(
          Bilingual.of(
              "%s 中没有可核算的表格；audit 核算城市报告",
              "%s has no tables that can be worked out again; audit takes the reports of cities",
              report));
    }
    return result.differences().isEmpty();
  }
}

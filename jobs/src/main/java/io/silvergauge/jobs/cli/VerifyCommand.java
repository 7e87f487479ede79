package io.silvergauge.jobs.cli;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Sha256;
import io.silvergauge.jobs.assessment.Assessment;
import io.silvergauge.jobs.assessment.AssessmentReader;
import io.silvergauge.jobs.assessment.Delivery;
import io.silvergauge.jobs.evaluate.ExitCode;
import io.silvergauge.jobs.evaluate.RunFailure;
import io.silvergauge.jobs.run.RunLock;
import io.silvergauge.jobs.store.LocalStorage;
import io.silvergauge.jobs.store.Storage;
import io.silvergauge.jobs.store.Storages;
import io.silvergauge.jobs.store.Verifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code verify}: whether everything that is kept is as it was kept. */
@Command(name = "verify", mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
  @Parameters(arity = "0..1", paramLabel = "ASSESSMENT", descriptionKey = "parameter.verify")
  private Path folder;

  @Option(names = "--repair", descriptionKey = "option.repair")
  private boolean repair;

  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Console console = Console.of(spec.commandLine(), common);
    Optional<Assessment> assessment =
        folder == null ? Optional.empty() : Optional.of(AssessmentReader.read(folder));
    Path usual = common.out().resolve("store");
    Storage store =
        assessment.isPresent()
            ? Storages.open(assessment.get().store(), assessment.get().folder(), usual)
            : new LocalStorage(usual);
    if (!Files.isDirectory(common.out())) {
      throw new RunFailure(
          ExitCode.USAGE,
          Bilingual.of(
              "输出目录 %s 不存在，没有可核验的内容",
              "there is no output folder %s, so nothing to verify", common.out()));
    }
    Verifier verifier = new Verifier(new LocalStorage(common.out()), store);
    boolean elsewhere = assessment.isEmpty() && !Files.isDirectory(usual);
    return repair
        ? repaired(console, verifier, assessment)
        : verified(console, verifier, elsewhere);
  }

  private int verified(Console console, Verifier verifier, boolean elsewhere) throws IOException {
    Verifier.Result result = verifier.verify();
    result.differences().forEach(one -> tell(console, verifier, one));
    if (elsewhere && !result.whole()) {
      console.say(
          Bilingual.of(
              "%s 不存在；如评估目录另设了 store，请一并给出评估目录",
              "there is no %s; where the assessment names a store of its own, name the assessment"
                  + " too",
              common.out().resolve("store")));
    }
    sum(console, result);
    return (result.whole() ? ExitCode.OK : ExitCode.DIFFERENCE).status();
  }

  @SuppressWarnings("try") // the lock is held, not used
  private int repaired(Console console, Verifier verifier, Optional<Assessment> assessment)
      throws IOException {
    try (RunLock held =
        RunLock.take(common.out(), "verify --repair", Duration.ZERO, console::say)) {
      Verifier.Result found = verifier.verify();
      List<Verifier.Difference> mended =
          verifier.repair(found, sha256 -> delivered(assessment, sha256));
      for (Verifier.Difference one : found.differences()) {
        tell(console, verifier, one);
        console.print(mended.contains(one) ? done(one) : left(one, assessment.isPresent()));
      }
      Verifier.Result now = verifier.verify();
      List<Verifier.Difference> left =
          now.differences().stream().filter(one -> !one.isMadeAgain()).toList();
      sum(console, new Verifier.Result(now.files(), left));
      int again = now.differences().size() - left.size();
      if (again > 0) {
        console.print(
            Bilingual.of(
                "另有 %d 个缺失的数据包或快照，按相应截至日期重新评估时会由原文件生成。",
                "%d missing packs or snapshots are made again from the files as they came when their"
                    + " periods are evaluated again as of their dates.",
                again));
      }
      return left.stream().noneMatch(Verifier.Difference::matters)
          ? ExitCode.OK.status()
          : ExitCode.DIFFERENCE.status();
    }
  }

  /** The file with a hash among those that came. */
  private static Optional<byte[]> delivered(Optional<Assessment> assessment, String sha256)
      throws IOException {
    if (assessment.isEmpty()) {
      return Optional.empty();
    }
    for (Delivery delivery : assessment.get().deliveries()) {
      Path file = assessment.get().data().resolve(delivery.path());
      if (delivery.sha256().equals(sha256) && Files.isRegularFile(file)) {
        byte[] content = Files.readAllBytes(file);
        if (Sha256.of(content).equals(sha256)) {
          return Optional.of(content);
        }
      }
    }
    for (Map.Entry<String, String> written : assessment.get().files().entrySet()) {
      Path file = assessment.get().folder().resolve(written.getKey());
      if (written.getValue().equals(sha256) && Files.isRegularFile(file)) {
        byte[] content = Files.readAllBytes(file);
        if (Sha256.of(content).equals(sha256)) {
          return Optional.of(content);
        }
      }
    }
    return Optional.empty();
  }

  private static void tell(Console console, Verifier verifier, Verifier.Difference one) {
    console.print(Bilingual.of("%s：%s", "%s: %s", one.kind().text(), verifier.location(one)));
  }

  private static Bilingual done(Verifier.Difference one) {
    return switch (one.part()) {
      case PACK, SNAPSHOT ->
          one.isMadeAgain()
              ? new Bilingual(
                  "  其残余部分已移除，下次运行时重新生成",
                  "  what was left of it is removed; the next run makes it again")
              : new Bilingual("  已移除，下次运行时重新生成", "  removed; the next run makes it again");
      case PUBLICATION, INPUT ->
          one.kind() == Verifier.Kind.LEFTOVER
              ? new Bilingual("  已移除", "  removed")
              : new Bilingual("  已由相同内容恢复", "  put back from the same content elsewhere");
    };
  }

  private static Bilingual left(Verifier.Difference one, boolean assessmentGiven) {
    if (one.part() == Verifier.Part.INPUT && !assessmentGiven) {
      return new Bilingual(
          "  未修复：请给出评估目录，以便从报送文件恢复",
          "  not repaired: name the assessment folder, so that it can be put back from the delivery");
    }
    return one.part() == Verifier.Part.INPUT
        ? new Bilingual(
            "  未修复：报送文件中也没有相同内容，请从备份恢复",
            "  not repaired: no delivery has this content; restore it from a backup")
        : new Bilingual(
            "  未修复：请重新评估该时期，或从备份恢复",
            "  not repaired: evaluate the period again or restore it from a backup");
  }

  private static void sum(Console console, Verifier.Result result) {
    long wrong = result.differences().stream().filter(Verifier.Difference::matters).count();
    long left = result.differences().size() - wrong;
    console.print(
        Bilingual.of(
            "核验 %d 个文件：%d 处不符，%d 处残留。",
            "Verified %d files: %d differences, %d leftovers.", result.files(), wrong, left));
  }
}

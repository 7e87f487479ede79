package io.silvergauge.jobs.cli;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.evaluation.Signing;
import io.silvergauge.jobs.assessment.Assessment;
import io.silvergauge.jobs.assessment.AssessmentReader;
import io.silvergauge.jobs.assessment.Delivery;
import io.silvergauge.jobs.evaluate.ExitCode;
import io.silvergauge.jobs.evaluate.RunFailure;
import io.silvergauge.jobs.ingest.BatchKeys;
import io.silvergauge.jobs.ingest.ReadingContext;
import io.silvergauge.jobs.run.RunLock;
import io.silvergauge.jobs.store.DiskUse;
import io.silvergauge.jobs.store.LocalStorage;
import io.silvergauge.jobs.store.Manifest;
import io.silvergauge.jobs.store.Publications;
import io.silvergauge.jobs.store.Retention;
import io.silvergauge.jobs.store.Storage;
import io.silvergauge.jobs.store.Storages;
import io.silvergauge.jobs.store.StoreUsers;
import io.silvergauge.jobs.store.Verifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tidy}: removes old publications, and of the store what none that is kept needs. */
@Command(name = "tidy", mixinStandardHelpOptions = true)
final class TidyCommand implements Callable<Integer> {
  private static final int NAMED = 3;

  @Parameters(paramLabel = "ASSESSMENT", descriptionKey = "parameter.assessment")
  private Path folder;

  @Option(names = "--keep", paramLabel = "N", required = true, descriptionKey = "option.keep")
  private int keep;

  @Option(names = "--dry-run", descriptionKey = "option.dry-run-tidy")
  private boolean dryRun;

  @Mixin private WaitOption wait;
  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Console console = Console.of(spec.commandLine(), common);
    if (keep < 1) {
      throw Console.mistake(
          spec,
          common,
          Bilingual.of(
              "--keep：至少保留 1 个发布，而不是 %s", "--keep: at least 1 publication is kept, not %s", keep));
    }
    Assessment assessment = AssessmentReader.read(folder);
    if (!Files.isDirectory(common.out())) {
      throw new RunFailure(
          ExitCode.USAGE,
          Bilingual.of(
              "输出目录 %s 不存在，没有可清理的内容",
              "there is no output folder %s, so nothing to tidy", common.out()));
    }
    return (dryRun ? foretell(console, assessment) : tidy(console, assessment)).status();
  }

  private ExitCode foretell(Console console, Assessment assessment) throws IOException {
    tell(console, plan(console, assessment), true);
    return ExitCode.OK;
  }

  @SuppressWarnings("try") // the lock is held, not used
  private ExitCode tidy(Console console, Assessment assessment) throws IOException {
    try (RunLock held = RunLock.take(common.out(), "tidy", wait.duration(), console::say)) {
      Publications publications = new Publications(output());
      publications.putBack();
      Retention.Plan plan = plan(console, assessment);
      tell(console, plan, false);
      publications.discardStaged();
      new Retention(output(), store(assessment)).remove(plan);
      return ExitCode.OK;
    }
  }

  private Storage output() {
    return new LocalStorage(common.out());
  }

  private Path usualStore() {
    return common.out().resolve("store");
  }

  private Storage store(Assessment assessment) {
    return Storages.open(assessment.store(), assessment.folder(), usualStore());
  }

  /** What goes. Nothing does where something is not as it was kept. */
  private Retention.Plan plan(Console console, Assessment assessment) throws IOException {
    checkCounts();
    Storage store = store(assessment);
    Verifier verifier = new Verifier(output(), store);
    Verifier.Result found = verifier.verify();
    if (!found.whole()) {
      Verifier.Difference first =
          found.differences().stream()
              .filter(Verifier.Difference::matters)
              .findFirst()
              .orElseThrow();
      throw new RunFailure(
          ExitCode.DIFFERENCE,
          Bilingual.of(
              "%s：%s；内容与原来不符时不清理任何内容，请先运行 verify",
              "%s: %s; nothing is removed where something is not as it was kept: run verify first",
              first.kind().text(),
              verifier.location(first)));
    }
    checkIsOf(assessment);
    boolean alone = assessment.store().isEmpty();
    List<String> others = new StoreUsers(store).others(common.out());
    if (alone && !others.isEmpty()) {
      alone = false;
      console.say(
          Bilingual.of(
              "存储 %s 也供 %s 使用，不作清理",
              "the store %s serves %s as well: nothing of it is removed",
              usualStore(),
              String.join(", ", others)));
    } else if (!alone) {
      console.say(
          Bilingual.of(
              "存储 %s 由评估目录另行指定，可能供几个输出目录共用，不作清理",
              "the store %s, which the assessment names, may serve several output folders:"
                  + " nothing of it is removed",
              assessment.store()));
    }
    return new Retention(output(), store)
        .plan(
            new Retention.Wanted(
                keep,
                assessment.signatures().stream()
                    .map(Signing.Signature::sha256)
                    .collect(Collectors.toSet()),
                batches(assessment),
                assessment.deliveries().stream().map(Delivery::sha256).collect(Collectors.toSet()),
                alone));
  }

  /** Of whatever was delivered, replaced or not: lists of revisions compare it. */
  private static Set<String> batches(Assessment assessment) {
    BatchKeys keys = ReadingContext.of(assessment.scheme(), assessment.regions()).keys();
    return assessment.deliveries().stream()
        .map(one -> keys.of(one, assessment.sources().get(one.slot().source())))
        .collect(Collectors.toSet());
  }

  /**
   * That it is known which publication counts: a restore may have made something else of the link.
   */
  private void checkCounts() throws IOException {
    Path link = common.out().resolve(Publications.CURRENT);
    if (Files.exists(link) && !new Publications(output()).isNamed()) {
      throw new RunFailure(
          ExitCode.USAGE,
          Bilingual.of(
              "%s 不是指向 publications/ 中某个发布的相对链接，不知哪个发布有效；请删除后运行 evaluate",
              "%s is no relative link to one of publications/, so nobody knows which counts:"
                  + " remove it and evaluate",
              link));
    }
  }

  /** That what is published comes of this assessment, whose deliveries tell what is needed. */
  private void checkIsOf(Assessment assessment) throws IOException {
    Optional<Manifest> current = new Publications(output()).current();
    if (current.isEmpty()) {
      return;
    }
    Set<String> delivered =
        assessment.deliveries().stream().map(Delivery::sha256).collect(Collectors.toSet());
    Optional<String> other =
        current.get().snapshots().values().stream()
            .flatMap(List::stream)
            .filter(file -> !file.tellsOfVisits() && !delivered.contains(file.sha256()))
            .map(Manifest.FileEntry::path)
            .findFirst();
    if (other.isPresent()) {
      throw new RunFailure(
          ExitCode.USAGE,
          Bilingual.of(
              "%s 中的发布不是由评估 %s 现有的报送文件得到的（其中没有 %s）；请先运行 evaluate",
              "what is published in %s does not come of the assessment %s as it is (it has no %s):"
                  + " evaluate first",
              common.out(),
              assessment.folder(),
              other.get()));
    }
  }

  private void tell(Console console, Retention.Plan plan, boolean only) throws IOException {
    console.print(
        Bilingual.of(
            "保留 %d 个发布：%s", "Kept publications (%d): %s", plan.kept().size(), some(plan.kept())));
    if (plan.isNothing()) {
      console.print(new Bilingual("没有需要清理的内容。", "Nothing to remove."));
      return;
    }
    List<Path> gone = new ArrayList<>();
    plan.publications().forEach(one -> gone.add(common.out().resolve(one)));
    for (List<String> part : List.of(plan.snapshots(), plan.packs(), plan.inputs())) {
      part.forEach(one -> gone.add(usualStore().resolve(one)));
    }
    plan.publications()
        .forEach(
            one ->
                console.print(
                    only
                        ? Bilingual.of("将移除：%s", "Would remove: %s", one)
                        : Bilingual.of("移除：%s", "Removing: %s", one)));
    long snapshots = plan.snapshots().stream().filter(one -> one.endsWith(".json")).count();
    console.print(
        Bilingual.of(
            only
                ? "共将移除 %d 个发布、%d 个快照、%d 个数据包、%d 个输入副本，腾出 %d 字节。"
                : "共移除 %d 个发布、%d 个快照、%d 个数据包、%d 个输入副本，腾出 %d 字节。",
            only
                ? "In all it would remove %d publications, %d snapshots, %d packs and %d copies of"
                    + " inputs and free %d bytes."
                : "In all %d publications, %d snapshots, %d packs and %d copies of inputs, which"
                    + " frees %d bytes.",
            plan.publications().size(),
            snapshots,
            plan.packs().size(),
            plan.inputs().size(),
            DiskUse.freedBy(gone)));
  }

  private static String some(List<String> names) {
    String first = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
    return names.size() <= NAMED ? first : first + ", …";
  }
}

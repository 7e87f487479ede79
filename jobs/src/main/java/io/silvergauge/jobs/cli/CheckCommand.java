package io.silvergauge.jobs.cli;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Sha256;
import io.silvergauge.jobs.assessment.Assessment;
import io.silvergauge.jobs.assessment.AssessmentReader;
import io.silvergauge.jobs.assessment.Delivery;
import io.silvergauge.jobs.assessment.DeliveryList;
import io.silvergauge.jobs.assessment.Slot;
import io.silvergauge.jobs.evaluate.ChaseList;
import io.silvergauge.jobs.evaluate.ExitCode;
import io.silvergauge.jobs.evaluate.RunFailure;
import io.silvergauge.jobs.evaluate.SentFile;
import io.silvergauge.jobs.evaluate.Told;
import io.silvergauge.jobs.ingest.Account;
import io.silvergauge.jobs.ingest.Batch;
import io.silvergauge.jobs.ingest.DeliveryReader;
import io.silvergauge.jobs.ingest.ReadingContext;
import io.silvergauge.jobs.ingest.Reject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code check}: reading and checks only, of an assessment or of files and folders below its {@code
 * data}; nothing is stored. Files that are not registered yet are checked by where they lie.
 */
@Command(name = "check", mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
  @Parameters(paramLabel = "ASSESSMENT|FOLDER|FILE", descriptionKey = "parameter.check")
  private Path path;

  @Option(names = "--strict", descriptionKey = "option.strict-check")
  private boolean strict;

  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Console console = Console.of(spec.commandLine(), common);
    Path wanted = path.toAbsolutePath().normalize();
    Assessment assessment = AssessmentReader.read(assessmentOf(wanted));
    ReadingContext context = ReadingContext.of(assessment.scheme(), assessment.regions());
    Account total = Account.NONE;
    int files = 0;
    int rejects = 0;
    Map<String, Set<String>> regions = new TreeMap<>();
    for (Delivery delivery : deliveries(assessment)) {
      Path file = assessment.data().resolve(delivery.path()).toAbsolutePath().normalize();
      if (!file.startsWith(wanted) && !wanted.equals(root(assessment))) {
        continue;
      }
      SentFile sent = SentFile.read(assessment.data(), delivery);
      Optional<Reject> unread = sent.refused();
      if (unread.isPresent()) {
        tell(console, unread.get());
        rejects++;
        continue;
      }
      if (sent.changed().isPresent()) {
        console.print(
            Bilingual.of(
                "FILE_CHANGED  %s：文件与登记的不一致，以下检查的是现有文件",
                "FILE_CHANGED  %s: not the file that was registered; what follows is of the file as"
                    + " it is",
                delivery.path()));
        rejects++;
      }
      Batch batch =
          DeliveryReader.read(
              sent.content(),
              delivery,
              assessment.sources().get(delivery.slot().source()),
              context);
      regions.put(delivery.path(), batch.regions());
      files++;
      total = total.plus(batch.account());
      for (Reject reject : batch.rejects()) {
        rejects += reject.reason().isRemark() ? 0 : 1;
        tell(console, reject);
      }
    }
    for (String path : assessment.unregistered()) {
      Path file = assessment.data().resolve(path).toAbsolutePath().normalize();
      if (slotOf(assessment, path).isEmpty()
          && (file.startsWith(wanted) || wanted.equals(root(assessment)))) {
        console.print(
            Bilingual.of(
                "FILE_UNREGISTERED  %s：未登记，所在位置也看不出时期、报送方和来源（应如"
                    + " 2023Q4/410000/<来源>.xlsx，来源为：%s），未检查",
                "FILE_UNREGISTERED  %s: not registered, and its place does not tell period, sender"
                    + " and source (2023Q4/410000/<source>.xlsx would, with a source of: %s), so not"
                    + " checked",
                path,
                String.join(", ", assessment.sources().keySet())));
        rejects++;
      }
    }
    if (wanted.equals(root(assessment))) {
      assessment
          .asOf(Optional.empty())
          .map(asOf -> Told.chaseLines(new ChaseList(assessment, asOf).of(regions)))
          .orElse(List.of())
          .forEach(console::print);
    }
    if (files == 0 && rejects == 0) {
      throw new RunFailure(
          ExitCode.USAGE,
          Bilingual.of("%s 下没有可检查的报送", "there is no delivery to check in %s", path));
    }
    console.print(
        Bilingual.of(
            "%d 个文件：读取 %d 条记录，采用 %d，拒绝 %d，另列 %d",
            "%d files: %d records read, %d accepted, %d rejected, %d set aside",
            files,
            total.read(),
            total.accepted(),
            total.rejected(),
            total.setAside()));
    return strict && rejects > 0 ? ExitCode.WITH_REJECTS.status() : ExitCode.OK.status();
  }

  private static void tell(Console console, Reject reject) {
    console.print(reject.reason() + "  " + reject.message().in(console.language()));
  }

  /** The nearest folder above that holds an {@code assessment.yaml}. */
  private Path assessmentOf(Path start) {
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.isRegularFile(folder.resolve("assessment.yaml"))) {
        return folder;
      }
    }
    throw new RunFailure(
        ExitCode.USAGE,
        Bilingual.of(
            "%s 不在评估目录中（找不到 assessment.yaml）",
            "%s is not in an assessment folder (there is no assessment.yaml above it)", path));
  }

  private static Path root(Assessment assessment) {
    return assessment.folder().toAbsolutePath().normalize();
  }

  /**
   * The registered deliveries but for withdrawals, which hold no data, and the unregistered files
   * whose place tells their slot.
   */
  private static List<Delivery> deliveries(Assessment assessment) throws IOException {
    List<Delivery> deliveries = new ArrayList<>(assessment.deliveries());
    deliveries.removeIf(delivery -> delivery.mode() == Delivery.Mode.WITHDRAW);
    for (String path : assessment.unregistered()) {
      Optional<Slot> slot = slotOf(assessment, path);
      if (slot.isPresent()) {
        deliveries.add(
            new Delivery(
                path,
                Sha256.of(Files.readAllBytes(assessment.data().resolve(path))),
                slot.get().sender(),
                LocalDate.MAX,
                slot.get(),
                Delivery.Mode.FULL));
      }
    }
    return deliveries;
  }

  /** The slot that the place of a file tells, where there is a description for it. */
  private static Optional<Slot> slotOf(Assessment assessment, String path) {
    return DeliveryList.slotOf(path)
        .filter(slot -> assessment.sources().containsKey(slot.source()));
  }
}

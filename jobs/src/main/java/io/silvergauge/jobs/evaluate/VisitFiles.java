package io.silvergauge.jobs.evaluate;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Sha256;
import io.silvergauge.indicators.verification.VisitRound;
import io.silvergauge.jobs.assessment.Assessment;
import io.silvergauge.jobs.store.Manifest;
import io.silvergauge.jobs.store.Snapshot;
import io.silvergauge.jobs.store.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Keeps what visits found as what was delivered is kept: by its hash, named by the snapshot. */
final class VisitFiles {
  private VisitFiles() {}

  /**
   * Copies the files of rounds into the store.
   *
   * @throws RunFailure where one was changed since the assessment was read
   */
  static List<Snapshot.VisitFile> keep(
      Assessment assessment, List<VisitRound> rounds, Storage store) throws IOException {
    Map<String, Snapshot.VisitFile> files = new TreeMap<>();
    for (VisitRound round : rounds) {
      for (VisitRound.Part part : List.of(round.sample(), round.sheet())) {
        byte[] content = Files.readAllBytes(assessment.folder().resolve(part.file()));
        if (!Sha256.of(content).equals(part.sha256())) {
          throw new RunFailure(
              ExitCode.ENVIRONMENT,
              Bilingual.of(
                  "%s 在读取后被改动；请重新运行",
                  "%s was changed after it was read; please run again", part.file()));
        }
        new Inputs(store).keep(content, part.sha256());
        files.put(
            part.file(),
            new Snapshot.VisitFile(
                part.file(),
                part.sha256(),
                round.id(),
                round.received(),
                part.rows(),
                part.equals(round.sheet()) ? round.visits().size() : 0));
      }
    }
    return new ArrayList<>(files.values());
  }

  /** As a manifest names it: what says nothing yet was set aside. */
  static Manifest.FileEntry entry(Snapshot.VisitFile file) {
    return new Manifest.FileEntry(
        file.path(),
        file.sha256(),
        Manifest.FileEntry.ofVisits(file.sample()),
        file.received(),
        file.rows(),
        file.visits(),
        0,
        (long) file.rows() - file.visits());
  }
}

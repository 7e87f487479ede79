package io.silvergauge.jobs.evaluate;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.jobs.assessment.Assessment;
import io.silvergauge.jobs.assessment.DeliveryList;
import io.silvergauge.jobs.ingest.Reject;
import io.silvergauge.jobs.ingest.RejectReason;
import io.silvergauge.jobs.store.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Files refused without being read (not registered, for one), or whole after reading. */
final class RefusedFiles {
  private final Assessment assessment;
  private final ReadJob.Result read;
  private final List<Reject> gated;

  /**
   * What a reading refused as whole files.
   *
   * @param gated of files so much of which was refused that they count for nothing
   */
  RefusedFiles(Assessment assessment, ReadJob.Result read, List<Reject> gated) {
    this.assessment = assessment;
    this.read = read;
    this.gated = gated;
  }

  /** What was refused of them, to stand beside what was refused of rows. */
  List<Reject> rejects() {
    List<Reject> all = new ArrayList<>(read.refused());
    all.addAll(gated);
    assessment.unregistered().forEach(path -> all.add(unregistered(path)));
    return all;
  }

  /** The same with the slots the files belong to. */
  List<Refused> bySlot() {
    Map<String, Snapshot.Live> byPath = new TreeMap<>();
    read.snapshot().live().forEach(live -> byPath.put(live.path(), live));
    List<Refused> files = new ArrayList<>();
    for (Reject reject : rejects()) {
      Snapshot.Live live = byPath.get(reject.file());
      if (live != null) {
        files.add(new Refused(reject, live.sender(), live.source(), live.period(), 1));
      } else {
        DeliveryList.slotOf(reject.file())
            .ifPresent(
                slot ->
                    files.add(
                        new Refused(
                            reject, slot.sender(), slot.source(), slot.period().toString(), 1)));
      }
    }
    return files;
  }

  private static Reject unregistered(String path) {
    return Reject.ofFile(
        path,
        RejectReason.FILE_UNREGISTERED,
        Bilingual.of(
            "%s：未在 deliveries.csv 中登记，未读取；请登记，或用 --received 指定收到日期",
            "%s: not in deliveries.csv, so not read; please register it or give the date of receipt"
                + " with --received",
            path));
  }
}

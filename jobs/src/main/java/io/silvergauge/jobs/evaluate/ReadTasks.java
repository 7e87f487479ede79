package io.silvergauge.jobs.evaluate;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.jobs.assessment.Delivery;
import io.silvergauge.jobs.ingest.Batch;
import io.silvergauge.jobs.ingest.DeliveryReader;
import io.silvergauge.jobs.ingest.ReadingContext;
import io.silvergauge.jobs.ingest.Reject;
import io.silvergauge.jobs.ingest.RejectReason;
import io.silvergauge.jobs.ingest.SplitFile;
import io.silvergauge.jobs.read.SourceDescription;
import io.silvergauge.jobs.read.TextPart;
import io.silvergauge.jobs.store.PackWriter;
import io.silvergauge.jobs.store.Packs;
import io.silvergauge.jobs.store.Storage;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import scala.Tuple2;

/** What the tasks of {@link ReadJob} do; each may be done twice, and comes to the same. */
final class ReadTasks {
  /** In place of the folder of what was delivered: the copies in the store are read. */
  static final String TAKEN_IN = "";

  private ReadTasks() {}

  /** A file to read, with everything reading needs beside the context. */
  record Work(String key, Delivery delivery, SourceDescription description, long bytes)
      implements Serializable {}

  /** A file that is read in parts. */
  record Split(Work work, SplitFile file) implements Serializable {}

  /** What a task gave; {@code withheld} are the hashes of files of which no copy stays. */
  record Done(List<Packs.Entry> entries, List<Reject> refused, List<String> withheld)
      implements Serializable {}

  static byte[] part(Split split, int number, Storage store, ReadingContext context)
      throws IOException {
    TextPart part = split.file().parts().get(number);
    return Tasks.naming(
        reading(split.work().delivery()),
        () -> split.file().read(part, bytes(split, part, store), context));
  }

  private static byte[] bytes(Split split, TextPart part, Storage store) {
    try {
      return new Inputs(store)
          .read(split.work().delivery().sha256(), part.from(), part.to() - part.from());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Done joined(
      Split split, Iterable<Tuple2<Integer, byte[]>> parts, Storage store, ReadingContext context)
      throws IOException {
    byte[][] inOrder = new byte[split.file().parts().size()][];
    parts.forEach(part -> inOrder[part._1()] = part._2());
    return Tasks.naming(
        reading(split.work().delivery()),
        () -> {
          Batch batch =
              split
                  .file()
                  .joined(Arrays.asList(inOrder), part -> bytes(split, part, store), context);
          List<String> withheld = withheld(batch, split.work().delivery(), store);
          List<Packs.Entry> entries = new Packs(store).write(Map.of(split.work().key(), batch));
          return new Done(new ArrayList<>(entries), List.of(), withheld);
        });
  }

  private static Bilingual reading(Delivery delivery) {
    return Bilingual.of("读取 %s ", "reading %s", delivery.path());
  }

  /** The hash of a file with personal data, of which a mark says that it is withheld. */
  private static List<String> withheld(Batch batch, Delivery delivery, Storage store)
      throws IOException {
    if (batch.rejects().stream().noneMatch(one -> one.reason() == RejectReason.PERSONAL_DATA)) {
      return List.of();
    }
    new Inputs(store).withhold(delivery.sha256());
    return new ArrayList<>(List.of(delivery.sha256()));
  }

  /**
   * Reads the files of a split, in the order of their keys, and keeps what they gave as one pack.
   */
  static Done readSplit(List<Work> split, String data, Storage store, ReadingContext context)
      throws IOException {
    List<Reject> refused = new ArrayList<>();
    List<String> withheld = new ArrayList<>();
    Inputs inputs = new Inputs(store);
    try (PackWriter pack = new Packs(store).open()) {
      for (Work file : split.stream().sorted(Comparator.comparing(Work::key)).toList()) {
        Delivery delivery = file.delivery();
        Optional<Batch> read =
            Tasks.naming(
                reading(delivery),
                () -> {
                  SentFile sent =
                      data.equals(TAKEN_IN)
                          ? SentFile.taken(inputs, delivery)
                          : SentFile.read(Path.of(data), delivery);
                  Optional<Reject> reject = sent.refused().or(sent::changed);
                  if (reject.isPresent()) {
                    refused.add(reject.get());
                    return Optional.empty();
                  }
                  Batch batch =
                      DeliveryReader.read(sent.content(), delivery, file.description(), context);
                  List<String> personal = withheld(batch, delivery, store);
                  withheld.addAll(personal);
                  if (personal.isEmpty() && !data.equals(TAKEN_IN)) {
                    inputs.keep(sent.content(), delivery.sha256());
                  }
                  return Optional.of(batch);
                });
        if (read.isPresent()) {
          pack.add(file.key(), read.get());
        }
      }
      return new Done(new ArrayList<>(pack.end()), refused, withheld);
    }
  }
}

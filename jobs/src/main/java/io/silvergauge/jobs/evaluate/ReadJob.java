package io.silvergauge.jobs.evaluate;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.jobs.assessment.Assessment;
import io.silvergauge.jobs.assessment.Delivery;
import io.silvergauge.jobs.assessment.LiveDelivery;
import io.silvergauge.jobs.ingest.Account;
import io.silvergauge.jobs.ingest.Batch;
import io.silvergauge.jobs.ingest.DeliveryReader;
import io.silvergauge.jobs.ingest.ReadingContext;
import io.silvergauge.jobs.ingest.Reject;
import io.silvergauge.jobs.ingest.RejectReason;
import io.silvergauge.jobs.ingest.SplitFile;
import io.silvergauge.jobs.read.SourceDescription;
import io.silvergauge.jobs.read.TextPart;
import io.silvergauge.jobs.store.DamagedPackException;
import io.silvergauge.jobs.store.Packs;
import io.silvergauge.jobs.store.Snapshot;
import io.silvergauge.jobs.store.Storage;
import io.silvergauge.jobs.store.Verifier;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import scala.Tuple2;

/**
 * Reads the live deliveries that the store does not have yet: one Spark task a split, one pack a
 * task. A large text is split by record: a task a part, and one that joins them.
 */
public final class ReadJob {
  private static final int TASKS_A_CORE = 2;

  /** About so many bytes of small files are read by one task. */
  private static final long SPLIT = 64L << 20;

  private final Assessment assessment;
  private final Storage store;
  private final long splitFrom;

  /** Reads an assessment's deliveries into a store. */
  public ReadJob(Assessment assessment, Storage store) {
    this(assessment, store, SplitFile.FROM);
  }

  /**
   * Reads an assessment's deliveries into a store.
   *
   * @param splitFrom bytes from which on a text without quotes is read in parts
   */
  ReadJob(Assessment assessment, Storage store, long splitFrom) {
    this.assessment = assessment;
    this.store = store;
    this.splitFrom = splitFrom;
  }

  /**
   * What reading left.
   *
   * @param snapshot the live batches
   * @param refused files that could not be taken in: missing, or not what was registered
   * @param filesRead how many files were read now; the others were in the store
   * @param restated where what each delivery of a restated slot says lies, by its path
   */
  public record Result(
      Snapshot snapshot, List<Reject> refused, int filesRead, Map<String, Packs.Entry> restated) {}

  /** A file to read, with everything reading needs beside the context. */
  private record Work(String key, Delivery delivery, SourceDescription description, long bytes)
      implements Serializable {}

  /** A file that is read in parts. */
  private record Split(Work work, SplitFile file) implements Serializable {}

  /** What a task gave. */
  private record Done(List<Packs.Entry> entries, List<Reject> refused) implements Serializable {}

  /**
   * Reads what is not there yet.
   *
   * @param restated deliveries of slots for which more than one came, live or not: what was
   *     replaced is read too, so that it can be said what changed
   */
  public Result run(
      JavaSparkContext spark, List<LiveDelivery> live, List<Delivery> restated, Progress progress)
      throws IOException {
    ReadingContext context = ReadingContext.of(assessment.scheme(), assessment.regions());
    String regionTable = context.regionTable();
    Packs packs = new Packs(store);
    for (String left : packs.tidied()) {
      progress.begin(
          Bilingual.of("清理未完成的运行留下的 %s", "removing %s, left by a run that did not end", left), 1);
      progress.end();
    }
    Map<String, Packs.Entry> known = entries(packs);
    Set<String> before = packs(known.values());
    Map<String, Work> unread = new LinkedHashMap<>();
    Map<Delivery, String> keys = new LinkedHashMap<>();
    Set<String> livePaths = new HashSet<>();
    live.forEach(one -> livePaths.add(one.delivery().path()));
    List<Delivery> wanted = new ArrayList<>(live.stream().map(LiveDelivery::delivery).toList());
    restated.stream()
        .filter(one -> one.mode() != Delivery.Mode.WITHDRAW && !livePaths.contains(one.path()))
        .forEach(wanted::add);
    for (Delivery delivery : wanted) {
      SourceDescription description = assessment.sources().get(delivery.slot().source());
      String key = context.batchKey(delivery, description, regionTable);
      keys.put(delivery, key);
      if (!known.containsKey(key)) {
        unread.put(key, new Work(key, delivery, description, size(delivery)));
      }
    }
    List<Reject> refused = new ArrayList<>();
    for (Done done : read(spark, context, List.copyOf(unread.values()), progress)) {
      done.entries().forEach(entry -> known.put(entry.key(), entry));
      refused.addAll(done.refused());
    }
    refused.removeIf(
        reject -> !livePaths.contains(reject.file())); // what was replaced owes nothing
    refused.sort(Reject.ORDER);
    Map<String, Packs.Entry> earlier = new TreeMap<>();
    for (Delivery delivery : restated) {
      Packs.Entry entry = known.get(keys.getOrDefault(delivery, ""));
      if (entry != null) {
        earlier.put(delivery.path(), entry);
      }
    }
    before.retainAll(packs(earlier.values(), live, keys, known));
    check(packs, before);
    List<Snapshot.Live> entries = new ArrayList<>();
    live.forEach(one -> entries.add(entry(one, keys.get(one.delivery()), known)));
    return new Result(Snapshot.of(entries), refused, unread.size(), earlier);
  }

  private static Map<String, Packs.Entry> entries(Packs packs) throws IOException {
    try {
      return new TreeMap<>(packs.entries());
    } catch (DamagedPackException e) {
      throw new RunFailure(ExitCode.DIFFERENCE, e.text(), e);
    }
  }

  /** What was kept must still be what was kept, or no figure comes of it. */
  private static void check(Packs packs, Set<String> kept) throws IOException {
    try {
      packs.check(kept);
    } catch (DamagedPackException e) {
      throw new RunFailure(ExitCode.DIFFERENCE, e.text(), e);
    }
  }

  private static Set<String> packs(Collection<Packs.Entry> entries) {
    Set<String> packs = new TreeSet<>();
    entries.forEach(entry -> packs.add(entry.pack()));
    return packs;
  }

  /** The packs that this run reads. */
  private static Set<String> packs(
      Collection<Packs.Entry> restated,
      List<LiveDelivery> live,
      Map<Delivery, String> keys,
      Map<String, Packs.Entry> known) {
    Set<String> packs = packs(restated);
    for (LiveDelivery one : live) {
      Packs.Entry entry = known.get(keys.get(one.delivery()));
      if (entry != null) {
        packs.add(entry.pack());
      }
    }
    return packs;
  }

  private List<Done> read(
      JavaSparkContext spark, ReadingContext context, List<Work> unread, Progress progress)
      throws IOException {
    if (unread.isEmpty()) {
      return List.of();
    }
    List<Work> whole = new ArrayList<>();
    ArrayList<Split> large = new ArrayList<>();
    for (Work file : unread) {
      Optional<Split> parts = split(file, context);
      parts.ifPresentOrElse(large::add, () -> whole.add(file));
    }
    List<List<Work>> splits = splits(whole, spark.sc().defaultParallelism() * TASKS_A_CORE);
    int parts = large.stream().mapToInt(one -> one.file().parts().size() + 1).sum();
    progress.begin(
        Bilingual.of("读取 %d 个文件", "reading %d files", unread.size()), splits.size() + parts);
    Broadcast<ReadingContext> shared = spark.broadcast(context);
    String data = assessment.data().toAbsolutePath().toString();
    Storage target = store;
    spark.setJobDescription("read " + unread.size() + " files");
    JavaRDD<Done> tasks =
        spark
            .parallelize(splits, Math.max(1, splits.size()))
            .map(split -> readSplit(split, Path.of(data), target, shared.value()));
    if (!large.isEmpty()) {
      tasks = tasks.union(readLarge(spark, large, target, shared));
    }
    List<Done> done = tasks.collect(); // entries and refusals only: a line a file
    shared.unpersist();
    progress.end();
    return done;
  }

  /**
   * A large text as parts, taken into the store first; none where it must be read whole, which then
   * says why it cannot be read, if so.
   */
  private Optional<Split> split(Work file, ReadingContext context) throws IOException {
    if (file.bytes() < splitFrom) {
      return Optional.empty();
    }
    SentFile sent = SentFile.read(assessment.data(), file.delivery());
    if (sent.refused().or(sent::changed).isPresent()) {
      return Optional.empty();
    }
    byte[] content = sent.content();
    Optional<SplitFile> parts = SplitFile.of(content, file.delivery(), file.description(), context);
    if (parts.isPresent()) {
      keep(content, file.delivery().sha256(), store);
    }
    return parts.map(one -> new Split(file, one));
  }

  /** A task a part; and a task a file that joins what they gave, checks it and keeps it. */
  private static JavaRDD<Done> readLarge(
      JavaSparkContext spark, List<Split> large, Storage store, Broadcast<ReadingContext> shared) {
    List<Tuple2<Integer, Integer>> parts = new ArrayList<>();
    for (int file = 0; file < large.size(); file++) {
      for (int part = 0; part < large.get(file).file().parts().size(); part++) {
        parts.add(new Tuple2<>(file, part));
      }
    }
    ArrayList<Split> files = new ArrayList<>(large);
    return spark
        .parallelize(parts, parts.size())
        .mapToPair(
            at ->
                new Tuple2<>(
                    at._1(),
                    new Tuple2<>(
                        at._2(), part(files.get(at._1()), at._2(), store, shared.value()))))
        .groupByKey(large.size())
        .map(file -> joined(files.get(file._1()), file._2(), store, shared.value()));
  }

  private static byte[] part(Split split, int number, Storage store, ReadingContext context)
      throws IOException {
    TextPart part = split.file().parts().get(number);
    return split.file().read(part, bytes(split, part, store), context);
  }

  private static byte[] bytes(Split split, TextPart part, Storage store) {
    String input = input(split.work().delivery().sha256());
    try {
      return store.read(input, part.from(), part.to() - part.from());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Done joined(
      Split split, Iterable<Tuple2<Integer, byte[]>> parts, Storage store, ReadingContext context)
      throws IOException {
    byte[][] inOrder = new byte[split.file().parts().size()][];
    parts.forEach(part -> inOrder[part._1()] = part._2());
    Batch batch =
        split.file().joined(Arrays.asList(inOrder), part -> bytes(split, part, store), context);
    if (holdsPersonalData(batch)) {
      forget(split.work().delivery().sha256(), store);
    }
    List<Packs.Entry> entries = new Packs(store).write(Map.of(split.work().key(), batch));
    return new Done(new ArrayList<>(entries), List.of());
  }

  private static String input(String sha256) {
    return "inputs/" + sha256;
  }

  /**
   * Keeps a file's bytes, so that one that changes underneath makes no difference. A copy that is
   * kept already may have been damaged since, and what is read in parts is read from it: it is held
   * against its hash, and these bytes, which were, take its place where it is not what it was.
   */
  private static void keep(byte[] content, String sha256, Storage store) throws IOException {
    String path = input(sha256);
    if (!store.exists(path) || !store.sha256(path).equals(sha256)) {
      store.write(path, content);
    }
  }

  private static boolean holdsPersonalData(Batch batch) {
    return batch.rejects().stream().anyMatch(one -> one.reason() == RejectReason.PERSONAL_DATA);
  }

  /** Of a file with personal data no copy stays; a mark in its place says why. */
  private static void forget(String sha256, Storage store) throws IOException {
    store.write(input(sha256) + Verifier.WITHHELD, Verifier.withheldText());
    if (store.exists(input(sha256))) {
      store.delete(input(sha256));
    }
  }

  /**
   * Groups files so that every group has about the same number of bytes: some groups a core, and
   * more where one would hold too much at a time.
   */
  private static List<List<Work>> splits(List<Work> files, int usual) {
    long all = files.stream().mapToLong(Work::bytes).sum();
    int count = Math.min(files.size(), Math.max(usual, Math.toIntExact(all / SPLIT + 1)));
    if (count == 0) {
      return List.of();
    }
    List<List<Work>> splits = new ArrayList<>();
    long[] bytes = new long[count];
    for (int i = 0; i < count; i++) {
      splits.add(new ArrayList<>());
    }
    List<Work> largestFirst = new ArrayList<>(files);
    largestFirst.sort(Comparator.comparingLong(Work::bytes).reversed().thenComparing(Work::key));
    for (Work file : largestFirst) {
      int lightest = 0;
      for (int i = 1; i < count; i++) {
        lightest = bytes[i] < bytes[lightest] ? i : lightest;
      }
      splits.get(lightest).add(file);
      bytes[lightest] += file.bytes() + 1;
    }
    return splits;
  }

  /** Reads the files of a split and keeps what they gave as one pack. */
  private static Done readSplit(List<Work> split, Path data, Storage store, ReadingContext context)
      throws IOException {
    Map<String, Batch> batches = new TreeMap<>();
    List<Reject> refused = new ArrayList<>();
    for (Work file : split) {
      SentFile sent = SentFile.read(data, file.delivery());
      Optional<Reject> reject = sent.refused().or(sent::changed);
      if (reject.isPresent()) {
        refused.add(reject.get());
        continue;
      }
      byte[] content = sent.content();
      Batch batch = DeliveryReader.read(content, file.delivery(), file.description(), context);
      if (holdsPersonalData(batch)) {
        forget(file.delivery().sha256(), store);
      } else {
        keep(content, file.delivery().sha256(), store);
      }
      batches.put(file.key(), batch);
    }
    List<Packs.Entry> entries = batches.isEmpty() ? List.of() : new Packs(store).write(batches);
    return new Done(new ArrayList<>(entries), refused);
  }

  private long size(Delivery delivery) throws IOException {
    Path file = assessment.data().resolve(delivery.path());
    return Files.isRegularFile(file) ? Files.size(file) : 0;
  }

  private static Snapshot.Live entry(
      LiveDelivery live, String key, Map<String, Packs.Entry> known) {
    Delivery delivery = live.delivery();
    Packs.Entry entry = known.get(key);
    return new Snapshot.Live(
        delivery.slot().toString(),
        live.order(),
        delivery.path(),
        delivery.sha256(),
        delivery.sender(),
        delivery.slot().source(),
        delivery.slot().period().toString(),
        delivery.received().toString(),
        delivery.mode().code(),
        entry == null ? "" : key,
        entry == null ? "" : entry.pack(),
        entry == null ? Account.NONE : entry.account());
  }
}

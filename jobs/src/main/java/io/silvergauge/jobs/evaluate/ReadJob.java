package io.silvergauge.jobs.evaluate;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.jobs.assessment.Assessment;
import io.silvergauge.jobs.assessment.Delivery;
import io.silvergauge.jobs.assessment.LiveDelivery;
import io.silvergauge.jobs.evaluate.ReadTasks.Done;
import io.silvergauge.jobs.evaluate.ReadTasks.Split;
import io.silvergauge.jobs.evaluate.ReadTasks.Work;
import io.silvergauge.jobs.ingest.Account;
import io.silvergauge.jobs.ingest.BatchKeys;
import io.silvergauge.jobs.ingest.ReadingContext;
import io.silvergauge.jobs.ingest.Reject;
import io.silvergauge.jobs.ingest.SplitFile;
import io.silvergauge.jobs.read.SourceDescription;
import io.silvergauge.jobs.store.DamagedPackException;
import io.silvergauge.jobs.store.Packs;
import io.silvergauge.jobs.store.Snapshot;
import io.silvergauge.jobs.store.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
  private final Inputs inputs;
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
    this.inputs = new Inputs(store);
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
    BatchKeys batchKeys = context.keys();
    Packs packs = new Packs(store);
    for (String left : packs.tidied()) {
      progress.begin(
          Bilingual.of("清理未完成的运行留下的 %s", "removing %s, left by a run that did not end", left), 1);
      progress.end();
    }
    inputs.forgetWithheld();
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
      String key = batchKeys.of(delivery, description);
      keys.put(delivery, key);
      if (!known.containsKey(key)) {
        unread.put(key, new Work(key, delivery, description, size(delivery)));
      }
    }
    List<Reject> refused = new ArrayList<>();
    for (Done done : read(spark, context, List.copyOf(unread.values()), progress)) {
      done.entries().forEach(entry -> known.put(entry.key(), entry));
      refused.addAll(done.refused());
      for (String sha256 : done.withheld()) {
        inputs.forget(sha256);
      }
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
    boolean alone = spark.sc().isLocal();
    List<Done> given = new ArrayList<>();
    List<Work> whole = new ArrayList<>();
    ArrayList<Split> large = new ArrayList<>();
    for (Work file : unread) {
      Optional<Split> parts = split(file, context);
      if (parts.isPresent()) {
        large.add(parts.get());
      } else if (alone) {
        whole.add(file);
      } else {
        takeIn(file.delivery())
            .ifPresentOrElse(
                reject -> given.add(new Done(List.of(), List.of(reject), List.of())),
                () -> whole.add(file));
      }
    }
    List<List<Work>> splits = splits(whole, spark.sc().defaultParallelism() * TASKS_A_CORE);
    int parts = large.stream().mapToInt(one -> one.file().parts().size() + 1).sum();
    progress.begin(
        Bilingual.of("读取 %d 个文件", "reading %d files", unread.size()), splits.size() + parts);
    String data = alone ? assessment.data().toAbsolutePath().toString() : ReadTasks.TAKEN_IN;
    Storage target = store;
    spark.setJobDescription("read " + unread.size() + " files");
    try (Parcels parcels = Parcels.of(spark, true)) {
      Broadcast<Parcels.Parcel<ReadingContext>> shared = spark.broadcast(parcels.lasting(context));
      JavaRDD<Done> small =
          spark
              .parallelize(splits, Math.max(1, splits.size()))
              .map(
                  split ->
                      parcels.work(
                          () ->
                              ReadTasks.readSplit(split, data, target, shared.value().content())));
      JavaRDD<Done> tasks =
          large.isEmpty() ? small : small.union(readLarge(spark, large, target, shared, parcels));
      given.addAll(
          Tasks.given(
              new Bilingual("读取文件", "reading files"),
              store,
              tasks::collect)); // entries and refusals only: a line a file
      shared.unpersist();
    }
    progress.end();
    return given;
  }

  /**
   * Puts a file where every machine of a cluster finds it; only this one need see the folder in
   * which it was handed in.
   *
   * @return why it is not taken in, if so
   */
  private Optional<Reject> takeIn(Delivery delivery) throws IOException {
    SentFile sent = SentFile.read(assessment.data(), delivery);
    Optional<Reject> refused = sent.refused().or(sent::changed);
    if (refused.isEmpty()) {
      inputs.keep(sent.content(), delivery.sha256());
    }
    return refused;
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
      inputs.keep(content, file.delivery().sha256());
    }
    return parts.map(one -> new Split(file, one));
  }

  /** A task a part; and a task a file that joins what they gave, checks it and keeps it. */
  private static JavaRDD<Done> readLarge(
      JavaSparkContext spark,
      List<Split> large,
      Storage store,
      Broadcast<Parcels.Parcel<ReadingContext>> shared,
      Parcels parcels) {
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
                        at._2(),
                        ReadTasks.part(
                            files.get(at._1()), at._2(), store, shared.value().content()))))
        .groupByKey(large.size())
        .map(
            file ->
                parcels.work(
                    () ->
                        ReadTasks.joined(
                            files.get(file._1()), file._2(), store, shared.value().content())));
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

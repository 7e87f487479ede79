package io.silvergauge.jobs.evaluate;

import io.silvergauge.indicators.outcome.Delivered;
import io.silvergauge.indicators.register.RegisterRecord;
import io.silvergauge.indicators.register.Sent;
import io.silvergauge.indicators.register.SentRecord;
import io.silvergauge.indicators.statistic.LeafSum;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.indicators.statistic.Statistic;
import io.silvergauge.jobs.store.Packs;
import io.silvergauge.jobs.store.Snapshot;
import io.silvergauge.jobs.store.Storage;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import scala.Tuple2;

/** Sorts what a pack has by the cities whose figures it can be in. */
final class PackShares {
  /** The key under which what no city uses is gathered. */
  static final String NO_CITY = "";

  /** Of a pack with more records than this, several tasks read a part each. */
  private static final long RECORDS_A_TASK = 500_000;

  private final EvaluationRules rules;
  private final Parcels parcels;
  private final TreeMap<String, Share> byCity = new TreeMap<>();
  private final List<Tuple2<String, Parcels.Parcel<Share>>> handedOver = new ArrayList<>();
  private final Map<String, Unused> unused = new HashMap<>();
  private final Set<Kind> used = new HashSet<>();
  private final Map<String, Set<String>> citiesTouching = new HashMap<>();

  /** What says of a record whether a figure can use it: all records of a kind, or none. */
  private record Kind(String sender, String register, String region, Period period, boolean told) {}

  private PackShares(EvaluationRules rules, Parcels parcels) {
    this.rules = rules;
    this.parcels = parcels;
  }

  /**
   * What one task reads.
   *
   * @param pack the pack's id
   * @param part which part of it, from 0
   * @param parts how many parts it has
   * @param live its live batches, by key
   */
  record Work(String pack, int part, int parts, Map<String, Snapshot.Live> live)
      implements Serializable {}

  /** Everything that is live. */
  static List<Work> works(Snapshot snapshot) {
    Map<String, TreeMap<String, Snapshot.Live>> byPack = new TreeMap<>();
    for (Snapshot.Live live : snapshot.live()) {
      if (!live.pack().isEmpty()) {
        byPack.computeIfAbsent(live.pack(), pack -> new TreeMap<>()).put(live.batch(), live);
      }
    }
    List<Work> works = new ArrayList<>();
    byPack.forEach(
        (pack, live) -> {
          long records =
              live.values().stream().mapToLong(batch -> batch.account().accepted()).sum();
          int parts = Math.toIntExact(records / RECORDS_A_TASK + 1);
          for (int part = 0; part < parts; part++) {
            works.add(new Work(pack, part, parts, live));
          }
        });
    return works;
  }

  /**
   * The sums that an evaluated period can need, the records and what was refused, by the cities to
   * whose leaves they belong: few lists a city, so that what they share travels once; and what no
   * figure uses.
   */
  static List<Tuple2<String, Parcels.Parcel<Share>>> of(
      Work work, Storage store, EvaluationRules rules, Parcels parcels) throws IOException {
    return new PackShares(rules, parcels)
        .of(work, new Packs(store).part(work.part(), work.parts()));
  }

  private List<Tuple2<String, Parcels.Parcel<Share>>> of(Work work, Packs packs)
      throws IOException {
    Map<String, Snapshot.Live> live = work.live();
    packs.eachSum(
        work.pack(),
        live.keySet(),
        new Reached(rules)::test,
        keyed -> add(keyed.sum(), live.get(keyed.batch())));
    Map<String, Sent> registers = new HashMap<>();
    for (Packs.KeyedRecord keyed : packs.records(work.pack(), live.keySet())) {
      Snapshot.Live of = live.get(keyed.batch());
      Sent register = registers.computeIfAbsent(keyed.batch(), batch -> rules.sent(of));
      add(new SentRecord(register, of.order(), keyed.record()), of);
    }
    List<Refused> refused = new ArrayList<>();
    packs.eachReject(
        work.pack(),
        live.keySet(),
        keyed -> {
          Snapshot.Live of = live.get(keyed.batch());
          refused.add(new Refused(keyed.reject(), of.sender(), of.source(), of.period(), 1));
        });
    rules.refusals().byCity(refused).forEach((city, own) -> share(city).refused().addAll(own));
    if (!unused.isEmpty()) {
      share(NO_CITY).unused().addAll(UnusedFinder.together(unused.values()));
    }
    byCity.forEach(this::handOver);
    return handedOver;
  }

  private void add(LeafSum sum, Snapshot.Live live) {
    rules.unused().find(sum, live.path(), live.sender()).ifPresent(this::leave);
    Delivered delivered = new Delivered(sum, live.source(), live.slot(), live.order());
    for (String city : rules.citiesOf().getOrDefault(sum.region(), List.of())) {
      share(city).delivered().add(delivered);
    }
  }

  private void add(SentRecord sent, Snapshot.Live live) {
    RegisterRecord record = sent.record();
    Kind kind =
        new Kind(
            live.sender(), record.register(), record.region(), record.period(), record.isTold());
    if (!used.contains(kind)) {
      Optional<Unused> found = rules.unused().find(record, live.path(), live.sender());
      found.ifPresent(this::leave);
      if (found.isEmpty()) {
        used.add(kind);
      }
    }
    for (String city : citiesTouching.computeIfAbsent(record.region(), rules::citiesTouching)) {
      share(city).records().add(sent);
    }
  }

  private void leave(Unused one) {
    unused.merge(one.key(), one, Unused::plus);
  }

  /** The share to which something of a city is added; one that is full is handed over before. */
  private Share share(String city) {
    Share share = byCity.get(city);
    if (share != null && !share.isFull()) {
      return share;
    }
    if (share != null) {
      handOver(city, share);
    }
    Share next = new Share();
    byCity.put(city, next);
    return next;
  }

  private void handOver(String city, Share share) {
    handedOver.add(new Tuple2<>(city, parcels.of(share)));
  }

  /** Which statistics of which periods an evaluated period can need, each asked once. */
  private static final class Reached {
    private final EvaluationRules rules;
    private final Map<String, Map<Period, Boolean>> known = new HashMap<>();

    Reached(EvaluationRules rules) {
      this.rules = rules;
    }

    boolean test(String id, Period period) {
      return known
          .computeIfAbsent(id, one -> new HashMap<>())
          .computeIfAbsent(period, one -> ask(id, one));
    }

    private boolean ask(String id, Period period) {
      Statistic statistic = rules.scheme().statistics().get(id);
      return statistic != null
          && rules.periods().stream().anyMatch(p -> rules.scheme().reaches(statistic, p, period));
    }
  }
}

package io.silvergauge.jobs.run;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.jobs.assessment.Assessment;
import io.silvergauge.jobs.assessment.Delivery;
import io.silvergauge.jobs.assessment.LiveDelivery;
import io.silvergauge.jobs.store.Manifest;
import io.silvergauge.jobs.store.Publications;
import io.silvergauge.jobs.store.Storage;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What is to be evaluated now, and why. A period is due once it has closed by the evaluation's
 * date, something was delivered for it, and what is published of it was not made from just what is
 * there. Told without Spark.
 *
 * @param periods the periods to evaluate, in order of time
 * @param asOf date up to which deliveries count; empty where there are none
 * @param reasons why, a line a cause
 * @param waiting which periods are not due yet, and what for
 */
public record Due(
    List<Period> periods,
    Optional<LocalDate> asOf,
    List<Bilingual> reasons,
    List<Bilingual> waiting) {
  private static final int NAMED = 5;

  public Due {
    periods = List.copyOf(periods);
    reasons = List.copyOf(reasons);
    waiting = List.copyOf(waiting);
  }

  /**
   * What an evaluation is asked to make.
   *
   * @param assessment with the formats that pages are asked for in
   * @param periods which of its periods
   * @param asOf the date, if one is given
   * @param look hashes of the templates of pages and documents, by name
   * @param program name and version of the program
   */
  public record Wish(
      Assessment assessment,
      List<Period> periods,
      Optional<LocalDate> asOf,
      Map<String, String> look,
      String program) {
    public Wish {
      periods = List.copyOf(periods);
      look = new TreeMap<>(look);
    }

    /** The same for other periods. */
    public Wish of(List<Period> others) {
      return new Wish(assessment, others, asOf, look, program);
    }
  }

  /** What is due. */
  public static Due of(Wish wish, Storage store, Storage output) throws IOException {
    Optional<LocalDate> asOf = wish.assessment().asOf(wish.asOf());
    if (asOf.isEmpty()) {
      return new Due(
          List.of(),
          asOf,
          List.of(),
          List.of(new Bilingual("尚无任何报送", "there are no deliveries yet")));
    }
    List<LiveDelivery> live = LiveDelivery.asOf(wish.assessment().deliveries(), asOf.get());
    List<Period> closed = new ArrayList<>();
    List<Bilingual> waiting = new ArrayList<>();
    for (Period period : wish.periods()) {
      if (period.lastDay().isAfter(asOf.get())) {
        waiting.add(
            Bilingual.of(
                "%s：于 %s 结束，截至日期为 %s",
                "%s: closes on %s, the evaluation is as of %s",
                period,
                period.lastDay(),
                asOf.get()));
      } else if (live.stream().noneMatch(one -> overlaps(period, one))) {
        waiting.add(Bilingual.of("%s：尚无该时期的报送", "%s: nothing was delivered for it yet", period));
      } else {
        closed.add(period);
      }
    }
    return of(wish, asOf.get(), closed, waiting, store, output);
  }

  private static boolean overlaps(Period period, LiveDelivery one) {
    Period reported = one.delivery().slot().period();
    return !reported.lastDay().isBefore(period.firstDay())
        && !reported.firstDay().isAfter(period.lastDay());
  }

  private static Due of(
      Wish wish,
      LocalDate asOf,
      List<Period> closed,
      List<Bilingual> waiting,
      Storage store,
      Storage output)
      throws IOException {
    Publications publications = new Publications(output);
    List<String> lacking = publications.lacking();
    Basis recorded = Basis.read(output);
    Optional<String> now = basis(wish, asOf, store);
    List<Period> due =
        closed.stream()
            .filter(
                period ->
                    !lacking.isEmpty()
                        || now.isEmpty()
                        || !now.get().equals(recorded.periods().get(period.toString())))
            .toList();
    List<Bilingual> reasons = new ArrayList<>();
    if (!lacking.isEmpty()) {
      reasons.add(
          Bilingual.of(
              "已发布的文件被改动或缺失：%s", "published files are changed or missing: %s", some(lacking)));
    }
    Optional<Manifest> before = publications.current();
    Map<Bilingual, List<String>> causes = new LinkedHashMap<>();
    for (Period period : due) {
      for (Bilingual cause : causes(wish, asOf, before, period, recorded, now.isEmpty())) {
        causes.computeIfAbsent(cause, key -> new ArrayList<>()).add(period.toString());
      }
    }
    causes.forEach(
        (cause, periods) ->
            reasons.add(Bilingual.of("%s：%s", "%s: %s", String.join(", ", periods), cause)));
    return new Due(due, Optional.of(asOf), reasons, waiting);
  }

  /** Hash of what evaluating would read now; empty where a file is yet to be read. */
  static Optional<String> basis(Wish wish, LocalDate asOf, Storage store) throws IOException {
    return Basis.of(wish.assessment(), store, asOf, wish.look(), wish.program());
  }

  /**
   * Remembers what was just published, so that the same is not due again.
   *
   * @param evaluated the periods that were evaluated comprehensively; none of a special evaluation
   * @param before what {@link #recorded} gave before the evaluation
   */
  public static void remember(
      Wish wish,
      LocalDate asOf,
      List<Period> evaluated,
      Basis before,
      Storage store,
      Storage output)
      throws IOException {
    Optional<String> now = evaluated.isEmpty() ? Optional.empty() : basis(wish, asOf, store);
    Basis.write(output, before, Basis.of(now, evaluated));
  }

  /** What is remembered of what is published. */
  public static Basis recorded(Storage output) throws IOException {
    return Basis.read(output);
  }

  /**
   * Why a period is due, as far as its manifest tells; at least one cause.
   *
   * @param unread whether a file is yet to be read, or to be read again
   */
  private static List<Bilingual> causes(
      Wish wish,
      LocalDate asOf,
      Optional<Manifest> before,
      Period period,
      Basis recorded,
      boolean unread) {
    Manifest.PeriodEntry published =
        before.map(found -> found.periods().get(period.toString())).orElse(null);
    if (published == null) {
      return List.of(new Bilingual("尚未发布", "not published yet"));
    }
    List<Bilingual> causes = new ArrayList<>();
    files(
            before.orElseThrow().snapshots().getOrDefault(published.snapshot(), List.of()),
            wish,
            asOf)
        .ifPresent(causes::add);
    Map<String, String> written = new TreeMap<>(wish.assessment().files());
    written.remove("data/deliveries.csv");
    written.putAll(wish.look());
    Set<String> differ = different(written, published.assessment());
    if (!differ.isEmpty()) {
      causes.add(Bilingual.of("有变动：%s", "changed: %s", some(differ)));
    }
    if (!published.asOf().equals(asOf.toString())) {
      causes.add(
          Bilingual.of("截至 %s，已发布的截至 %s", "as of %s, published as of %s", asOf, published.asOf()));
    }
    String made = published.madeBy(before.orElseThrow().program()).program();
    if (!made.equals(wish.program())) {
      causes.add(Bilingual.of("由 %s 发布，现为 %s", "published by %s, now %s", made, wish.program()));
    }
    if (causes.isEmpty() && unread) {
      causes.add(
          new Bilingual(
              "存储中没有本版本程序对全部报送的读取结果，将重新读取",
              "the store does not have all deliveries as this version of the program reads them;"
                  + " they are read again"));
    }
    if (causes.isEmpty()) {
      causes.add(
          recorded.periods().containsKey(period.toString())
              ? new Bilingual(
                  "报告格式、未登记或无法接收的文件与发布时不同",
                  "formats, or files that are not registered or cannot be taken in, are not as they"
                      + " were")
              : new Bilingual("没有记录其发布时的依据", "what it was published from is not recorded"));
    }
    return causes;
  }

  /** What was delivered since, and what no longer counts. */
  private static Optional<Bilingual> files(
      List<Manifest.FileEntry> published, Wish wish, LocalDate asOf) {
    Set<String> sent =
        wish.assessment().deliveries().stream().map(Delivery::path).collect(Collectors.toSet());
    Map<String, String> before = new TreeMap<>();
    published.stream()
        .filter(file -> !file.slot().isEmpty() && isDelivery(file, sent))
        .forEach(file -> before.put(file.path(), file.sha256()));
    Map<String, String> now = new TreeMap<>();
    LiveDelivery.asOf(wish.assessment().deliveries(), asOf)
        .forEach(one -> now.put(one.delivery().path(), one.delivery().sha256()));
    Set<String> differ = different(now, before);
    return differ.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Bilingual.of(
                "%s 份报送有新增或变动：%s",
                "deliveries that are new or changed (%s): %s", differ.size(), some(differ)));
  }

  /** Of a snapshot's files those of visits have no slot of a delivery. */
  private static boolean isDelivery(Manifest.FileEntry file, Set<String> sent) {
    return sent.contains(file.path()) || file.slot().split("/", -1).length == 4;
  }

  private static Set<String> different(Map<String, String> one, Map<String, String> other) {
    Set<String> names = new TreeSet<>(one.keySet());
    names.addAll(other.keySet());
    names.removeIf(name -> one.containsKey(name) && one.get(name).equals(other.get(name)));
    return names;
  }

  private static Bilingual some(Iterable<String> names) {
    List<String> all = new ArrayList<>();
    names.forEach(all::add);
    String first = String.join(", ", all.subList(0, Math.min(NAMED, all.size())));
    return all.size() <= NAMED
        ? Bilingual.same(first)
        : Bilingual.of("%s，另有 %s 个", "%s and %s more", first, all.size() - NAMED);
  }

  /** Whether there is nothing to do. */
  public boolean isNothing() {
    return periods.isEmpty();
  }
}

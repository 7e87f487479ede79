package io.silvergauge.indicators.evaluation;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.InvalidValueException;
import io.silvergauge.indicators.document.Sha256;
import io.silvergauge.indicators.finding.Finding;
import io.silvergauge.indicators.score.RankPolicy;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Evaluations of some cities each, made by several institutes under one rule book, as one: ranks,
 * peers and intervals are worked out anew from all cities together, all else stays as it is. Parts
 * of an evaluation merged are that evaluation again. Nobody has signed it: signatures of the parts
 * do not hold for the whole.
 */
public final class Merge {
  private final List<Part> parts;
  private final Evaluation first;

  private Merge(List<Part> parts) {
    this.parts = parts;
    this.first = parts.get(0).evaluation();
  }

  /**
   * An evaluation of some cities.
   *
   * @param name what messages call it
   * @param cities all of them
   */
  public record Part(String name, Evaluation evaluation, List<RegionEvaluation> cities) {
    public Part {
      cities = List.copyOf(cities);
    }
  }

  /**
   * All together.
   *
   * @param cities by code
   */
  public record Merged(Evaluation evaluation, List<RegionEvaluation> cities) {
    public Merged {
      cities = List.copyOf(cities);
    }
  }

  /**
   * Merges.
   *
   * @param parts one or more
   * @throws InvalidValueException naming the part that does not belong: another rule book, period
   *     or subject, or a city that another part has
   */
  public static Merged of(List<Part> parts) {
    Merge merge = new Merge(List.copyOf(parts));
    merge.check();
    return merge.merged();
  }

  private void check() {
    Map<String, String> seen = new TreeMap<>();
    for (Part part : parts) {
      Evaluation other = part.evaluation();
      same(part, "时期", "period", first.period(), other.period());
      same(part, "方案散列", "scheme hash", first.scheme().sha256(), other.scheme().sha256());
      same(part, "专项", "special evaluation", first.folder(), other.folder());
      if (!first.scheme().equals(other.scheme())) {
        throw refused(
            part,
            new Bilingual(
                "方案散列相同而内容不同，可能由不同版本的程序发布；请用同一版本重新评估",
                "its scheme has the same hash but says something else, so another version of the"
                    + " program published it; evaluate both with one version"));
      }
      if (parts.size() > 1) {
        beside(part);
      }
      for (RegionEvaluation city : part.cities()) {
        String code = city.region().code();
        String before = seen.put(code, part.name());
        if (before != null) {
          throw refused(
              part, Bilingual.of("城市“%s”在 %s 中已有", "city '%s' is in %s already", code, before));
        }
      }
    }
  }

  /** What follows the values of all cities is not put together from parts. */
  private static void beside(Part part) {
    for (SchemeView.IndicatorView indicator : part.evaluation().scheme().indicators()) {
      boolean ofGroup =
          indicator.imputation().filter(one -> one.method().startsWith("group")).isPresent();
      if (indicator.relative().isPresent() || ofGroup) {
        throw refused(
            part,
            Bilingual.of(
                "指标“%s”的得分或插补取自各自城市的数值，合并后须重新评估",
                "scores or imputed values of indicator '%s' are taken from each part's own cities;"
                    + " evaluate all cities together",
                indicator.id()));
      }
    }
  }

  private void same(Part part, String zh, String en, String wanted, String found) {
    if (!wanted.equals(found)) {
      throw refused(
          part,
          Bilingual.of(
              "%s为 %s，而 %s 中为 %s",
              "its %s is %s, that of %s is %s",
              new Bilingual(zh, en),
              found,
              parts.get(0).name(),
              wanted));
    }
  }

  private static InvalidValueException refused(Part part, Bilingual why) {
    return new InvalidValueException(
        Bilingual.of("%s 不能合并：%s", "%s cannot be merged: %s", part.name(), why));
  }

  private Merged merged() {
    SchemeView scheme = first.scheme();
    List<RegionEvaluation> all = new ArrayList<>();
    parts.forEach(part -> all.addAll(part.cities()));
    List<RegionEvaluation> cities = earlierRanks(Comparison.ranked(scheme, all));
    Map<String, Evaluation.DeliveryRow> deliveries = new TreeMap<>();
    Set<Finding> findings = new LinkedHashSet<>();
    long rejects = 0;
    for (Part part : parts) {
      rejects += part.evaluation().rejects();
      for (Evaluation.DeliveryRow one : part.evaluation().deliveries()) {
        if (deliveries.put(one.path() + " " + one.sha256(), one) != null) {
          rejects -= one.rejected(); // a file of the province that several were given
        }
      }
      findings.addAll(part.evaluation().findings());
    }
    Evaluation merged =
        new Evaluation(
            Evaluation.MODEL,
            first.name(),
            joined(parts.stream().map(part -> part.evaluation().notice()).toList()),
            first.period(),
            parts.stream()
                .map(part -> part.evaluation().asOf())
                .max(Comparator.naturalOrder())
                .orElseThrow(),
            snapshot(),
            first.conduct(),
            scheme,
            Comparison.rows(cities),
            List.copyOf(deliveries.values()),
            StrictMath.max(StrictMath.toIntExact(rejects), most()),
            findings.stream().sorted(Comparator.comparing(Finding::id)).toList(),
            outlook(scheme, cities),
            senders());
    // Those who signed a part did not see the other parts: whatever they signed, this is a draft.
    Signing draft = new Signing(Signing.content(merged, cities), List.of(), List.of());
    return new Merged(merged.signed(draft), cities);
  }

  /** The senders of all parts, each with its cities of all of them. */
  private List<Evaluation.SenderRow> senders() {
    Map<String, Evaluation.SenderRow> senders = new TreeMap<>();
    for (Part part : parts) {
      for (Evaluation.SenderRow one : part.evaluation().senders()) {
        senders.merge(
            one.code(),
            one,
            (left, right) ->
                new Evaluation.SenderRow(
                    left.code(),
                    left.name(),
                    Stream.concat(left.cities().stream(), right.cities().stream())
                        .distinct()
                        .sorted()
                        .toList()));
      }
    }
    return List.copyOf(senders.values());
  }

  /** What any part alone refused is refused of the whole. */
  private int most() {
    return parts.stream().mapToInt(part -> part.evaluation().rejects()).max().orElseThrow();
  }

  /** What changed a city's score is its own; ranks and what would change them are not. */
  private Outlook outlook(SchemeView scheme, List<RegionEvaluation> cities) {
    Map<String, Outlook.ScoreChange> changes = new TreeMap<>();
    for (Part part : parts) {
      Optional.ofNullable(part.evaluation().outlook()).stream()
          .flatMap(outlook -> outlook.cities().stream())
          .filter(city -> city.change() != null)
          .forEach(city -> changes.put(city.code(), city.change()));
    }
    Outlook anew = OutlookMaker.of(scheme, cities, List.of());
    return anew.with(changes);
  }

  /** Ranks of earlier periods among all cities, from the totals the cities' histories have. */
  private List<RegionEvaluation> earlierRanks(List<RegionEvaluation> cities) {
    Map<String, Map<String, BigDecimal>> standings = new TreeMap<>();
    for (RegionEvaluation city : cities) {
      for (RegionEvaluation.Totals total : city.history()) {
        if (total.standing() != null) {
          standings
              .computeIfAbsent(total.period(), period -> new TreeMap<>())
              .put(city.region().code(), total.standing());
        }
      }
    }
    RankPolicy policy = first.scheme().ranking().policy();
    Map<String, Map<String, Integer>> ranks = new TreeMap<>();
    standings.forEach((period, totals) -> ranks.put(period, policy.ranks(totals)));
    return cities.stream()
        .map(
            city ->
                city.with(
                    city.indicators(),
                    city.history().stream()
                        .map(
                            total ->
                                total.ranked(
                                    ranks
                                        .getOrDefault(total.period(), Map.of())
                                        .get(city.region().code())))
                        .toList()))
        .toList();
  }

  private static Bilingual joined(List<Bilingual> texts) {
    Map<String, Bilingual> distinct = new LinkedHashMap<>();
    texts.stream()
        .filter(text -> !text.zh().isEmpty())
        .forEach(text -> distinct.put(text.zh(), text));
    return new Bilingual(
        distinct.values().stream().map(Bilingual::zh).collect(Collectors.joining(" ")),
        distinct.values().stream().map(Bilingual::en).collect(Collectors.joining(" ")));
  }

  private String snapshot() {
    String all =
        parts.stream()
            .map(part -> part.evaluation().snapshot())
            .sorted()
            .distinct()
            .collect(Collectors.joining("\n"));
    return parts.size() == 1 ? first.snapshot() : Sha256.of(all.getBytes(StandardCharsets.UTF_8));
  }
}

package io.silvergauge.indicators.evaluation;

import io.silvergauge.indicators.composite.Coherence;
import io.silvergauge.indicators.composite.Column;
import io.silvergauge.indicators.composite.EffectiveWeights;
import io.silvergauge.indicators.composite.Treatment;
import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.InvalidValueException;
import io.silvergauge.indicators.scheme.Group;
import io.silvergauge.indicators.scheme.ResultKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Whether the standing measures one thing: for each group how its parts go together, what share of
 * the whole each part is, and which indicators a few cities govern. Made from what is published;
 * nothing published depends on it.
 *
 * @param cities codes of the cities that have a standing, sorted: those it rests on
 * @param groups dimensions and last the total, each with at least one part that has scores
 * @param weights share of the whole of every node that weighs, from 0 to 1; the indicators' add up
 *     to 1
 * @param shapes of the values of the indicators that have a yardstick, in scheme order
 */
public record CoherenceAudit(
    List<String> cities, List<GroupAudit> groups, Map<String, Double> weights, List<Shape> shapes) {
  private static final String STANDING = ResultKind.STANDING.code();
  private static final int FEWEST = 3;

  /**
   * A group.
   *
   * @param id its id
   * @param parts ids of the indicators and groups that weigh in it, groups first
   * @param scores of the parts, in their order; a row a city
   * @param coherence how they go together, by their places in {@code parts}
   */
  public record GroupAudit(
      String id, List<String> parts, List<Column> scores, Coherence coherence) {
    public GroupAudit {
      parts = List.copyOf(parts);
      scores = List.copyOf(scores);
    }
  }

  /**
   * How an indicator's values are spread over the cities, and what a treatment would do. Fixed
   * posts hold a value beyond them as they are, so nothing is treated.
   *
   * @param indicator its id
   * @param values how many cities have one
   * @param moments skewness and kurtosis; empty with fewer than four values, or all the same
   * @param treated what would be done, and which values would be changed, by their cities' places
   */
  public record Shape(
      String indicator,
      int values,
      Optional<Treatment.Moment> moments,
      Treatment.Treated treated) {}

  public CoherenceAudit {
    cities = List.copyOf(cities);
    groups = List.copyOf(groups);
    shapes = List.copyOf(shapes);
  }

  /**
   * Audits a finished evaluation.
   *
   * @param all its cities; those without a standing take no part
   * @throws InvalidValueException with fewer than three cities that have a standing
   */
  public static CoherenceAudit of(SchemeView scheme, List<RegionEvaluation> all) {
    List<RegionEvaluation> cities =
        all.stream()
            .filter(city -> OutlookMaker.total(city, STANDING).isPresent())
            .sorted(Comparator.comparing(city -> city.region().code()))
            .toList();
    if (cities.size() < FEWEST) {
      throw new InvalidValueException(
          Bilingual.of(
              "有水平得分的城市只有 %d 个，相关系数至少需要 %d 个",
              "%d cities have a standing, and a correlation needs %d", cities.size(), FEWEST));
    }
    List<GroupAudit> groups = new ArrayList<>();
    scheme.groups().forEach(group -> audit(scheme, group, cities).ifPresent(groups::add));
    return new CoherenceAudit(
        cities.stream().map(city -> city.region().code()).toList(),
        groups,
        new ScoredIndex(scheme, STANDING, false, cities)
            .index()
            .map(EffectiveWeights::of)
            .orElse(Map.of()),
        shapes(scheme, cities));
  }

  /** The parts of a group that weigh and have a score in some city; their scores as columns. */
  private static Optional<GroupAudit> audit(
      SchemeView scheme, SchemeView.GroupView group, List<RegionEvaluation> cities) {
    List<String> parts = new ArrayList<>();
    scheme.groups().stream()
        .filter(one -> one.within().equals(group.id()) && !one.id().equals(Group.TOTAL))
        .filter(one -> one.weight().signum() > 0)
        .forEach(one -> parts.add(one.id()));
    scheme.indicators().stream()
        .filter(one -> one.dimension().equals(group.id()) && one.adds() == null)
        .filter(one -> one.weight().signum() > 0)
        .forEach(one -> parts.add(one.id()));
    List<String> scored = parts.stream().filter(part -> scores(part, cities).count() > 0).toList();
    List<Column> columns = scored.stream().map(part -> scores(part, cities)).toList();
    return scored.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new GroupAudit(
                group.id(), scored, columns, Coherence.of(columns, scores(group.id(), cities))));
  }

  private static Column scores(String node, List<RegionEvaluation> cities) {
    return column(
        cities.stream()
            .map(city -> city.score(STANDING, node).map(NodeScore::score).orElse(null))
            .toList());
  }

  private static List<Shape> shapes(SchemeView scheme, List<RegionEvaluation> cities) {
    List<Shape> shapes = new ArrayList<>();
    for (SchemeView.IndicatorView indicator : scheme.indicators()) {
      Column values = column(cities.stream().map(city -> value(indicator.id(), city)).toList());
      if (indicator.takesPart() && values.count() > 0) {
        shapes.add(
            new Shape(
                indicator.id(),
                values.count(),
                Treatment.moments(values),
                Treatment.USUAL.apply(values)));
      }
    }
    return shapes;
  }

  private static BigDecimal value(String indicator, RegionEvaluation city) {
    return city.indicators().stream()
        .filter(one -> one.id().equals(indicator))
        .findFirst()
        .map(IndicatorResult::amount)
        .orElse(null);
  }

  private static Column column(List<BigDecimal> values) {
    return Column.of(
        values.stream()
            .map(
                value ->
                    value == null ? OptionalDouble.empty() : OptionalDouble.of(value.doubleValue()))
            .toList());
  }
}

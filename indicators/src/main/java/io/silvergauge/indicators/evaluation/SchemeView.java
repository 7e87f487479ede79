package io.silvergauge.indicators.evaluation;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.scheme.Group;
import io.silvergauge.indicators.scheme.Indicator;
import io.silvergauge.indicators.scheme.Scheme;
import io.silvergauge.indicators.score.Posts;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The scheme as an evaluation carries it, so that a report needs no other file.
 *
 * @param id the scheme's id
 * @param edition its edition
 * @param sha256 hash of its file
 * @param name its names
 * @param notice what every report says about it
 * @param fullScore score of full marks
 * @param scoreDecimals decimals with which scores are printed
 * @param results which results are worked out
 * @param publishFrom percent of the weight from which a total is published
 * @param peersAtLeast how many cities of one level make a group of peers
 * @param ranking how standings become ranks
 * @param grades grade bands from the best down
 * @param groups dimensions and last the total
 * @param indicators in the order of the scheme
 * @param profiles beside the plan
 * @param statistics names and units of the statistics, by id
 */
public record SchemeView(
    String id,
    String edition,
    String sha256,
    Bilingual name,
    Bilingual notice,
    BigDecimal fullScore,
    int scoreDecimals,
    List<String> results,
    BigDecimal publishFrom,
    int peersAtLeast,
    RankingView ranking,
    List<GradeView> grades,
    List<GroupView> groups,
    List<IndicatorView> indicators,
    List<ProfileView> profiles,
    List<StatisticView> statistics)
    implements Serializable {
  /** How standings become ranks. */
  public record RankingView(String on, int decimals, String ties) implements Serializable {}

  /** A grade band. */
  public record GradeView(String id, Bilingual name, BigDecimal from) implements Serializable {}

  /** A dimension or the total; {@code within} is empty for the total. */
  public record GroupView(
      String id, Bilingual name, BigDecimal weight, String aggregation, String within)
      implements Serializable {}

  /** An indicator's definition; {@code posts} is null where it takes no part in the standing. */
  public record IndicatorView(
      String id,
      Bilingual name,
      String dimension,
      String kind,
      String unit,
      String better,
      BigDecimal weight,
      int decimals,
      String scoring,
      String missing,
      PostsView posts,
      String document,
      String clause,
      String department,
      List<String> evidence,
      List<String> statistics,
      Bilingual note)
      implements Serializable {}

  /** The common yardstick. */
  public record PostsView(BigDecimal zero, BigDecimal full, String transform)
      implements Serializable {}

  /** A profile. */
  public record ProfileView(String id, Bilingual name) implements Serializable {}

  /** A statistic. */
  public record StatisticView(String id, Bilingual name, String unit) implements Serializable {}

  /** The view of a scheme. */
  public static SchemeView of(Scheme scheme) {
    return new SchemeView(
        scheme.id(),
        scheme.edition(),
        scheme.sha256(),
        scheme.name(),
        scheme.notice(),
        scheme.fullScore(),
        scheme.scoreDecimals(),
        scheme.results().stream().sorted().map(result -> result.code()).toList(),
        scheme.publishFrom(),
        scheme.peersAtLeast(),
        new RankingView(
            lower(scheme.ranking().on()),
            scheme.ranking().decimals(),
            lower(scheme.ranking().ties())),
        scheme.grades().bands().stream()
            .map(grade -> new GradeView(grade.id(), grade.name(), grade.from()))
            .toList(),
        scheme.groups().stream().map(SchemeView::group).toList(),
        scheme.indicators().stream().map(SchemeView::indicator).toList(),
        scheme.profiles().stream()
            .map(profile -> new ProfileView(profile.id(), profile.name()))
            .toList(),
        new TreeMap<>(scheme.statistics())
            .values().stream().map(s -> new StatisticView(s.id(), s.name(), s.unit())).toList());
  }

  /** The definition of an indicator, if the scheme has it. */
  public Optional<IndicatorView> indicator(String wanted) {
    return indicators.stream().filter(indicator -> indicator.id().equals(wanted)).findFirst();
  }

  private static GroupView group(Group group) {
    return new GroupView(
        group.id(), group.name(), group.weight(), lower(group.aggregation()), group.within());
  }

  private static IndicatorView indicator(Indicator indicator) {
    return new IndicatorView(
        indicator.id(),
        indicator.name(),
        indicator.dimension(),
        indicator.measure().kind(),
        indicator.unit(),
        indicator.higherIsBetter() ? "higher" : "lower",
        indicator.weight(),
        indicator.decimals(),
        indicator.scoring().name(),
        lower(indicator.missing()),
        indicator.yardstick().map(SchemeView::posts).orElse(null),
        indicator.source().document(),
        indicator.source().clause(),
        indicator.department(),
        indicator.evidence(),
        indicator.measure().inputs().stream().sorted().toList(),
        indicator.note());
  }

  private static PostsView posts(Posts posts) {
    return new PostsView(posts.zero(), posts.full(), lower(posts.transform()));
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}

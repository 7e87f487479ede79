package io.silvergauge.indicators.evaluation;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.scheme.Classification;
import io.silvergauge.indicators.scheme.Group;
import io.silvergauge.indicators.scheme.Imputing;
import io.silvergauge.indicators.scheme.Indicator;
import io.silvergauge.indicators.scheme.Measure;
import io.silvergauge.indicators.scheme.RegisterMeasure;
import io.silvergauge.indicators.scheme.Relative;
import io.silvergauge.indicators.scheme.Robustness;
import io.silvergauge.indicators.scheme.Scheme;
import io.silvergauge.indicators.scheme.Steps;
import io.silvergauge.indicators.score.Posts;
import io.silvergauge.indicators.score.RankPolicy;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The scheme as an evaluation carries it, so that a report needs no other file.
 *
 * @param id the scheme's id
 * @param edition its edition
 * @param validFrom first day on which it applies; null where none is set
 * @param validTo last day on which it applies; null where none is set
 * @param bases names and editions of the schemes it extends, the nearest first
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
 * @param policies what it says beside, in words
 * @param statistics names and units of the statistics, by id
 * @param classifications by what cities are told apart when results are compared
 * @param robustness by what changes ranks and grades are put to the test; null where nothing is
 */
public record SchemeView(
    String id,
    String edition,
    String validFrom,
    String validTo,
    List<String> bases,
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
    PolicyView policies,
    List<StatisticView> statistics,
    List<ClassificationView> classifications,
    Robustness robustness)
    implements Serializable {
  /** How standings become ranks. */
  public record RankingView(String on, int decimals, String ties) implements Serializable {
    /** The same as arithmetic. */
    RankPolicy policy() {
      return new RankPolicy(
          RankPolicy.Basis.valueOf(on.toUpperCase(Locale.ROOT)),
          decimals,
          RankPolicy.Ties.valueOf(ties.toUpperCase(Locale.ROOT)));
    }
  }

  /** A grade band. */
  public record GradeView(String id, Bilingual name, BigDecimal from) implements Serializable {}

  /**
   * A dimension or the total.
   *
   * @param id its id
   * @param name its names
   * @param weight weight within the group above it
   * @param aggregation how the scores below it become its own
   * @param within id of the group above it; empty for the total
   * @param publishFrom percent of its weight from which its score is published
   * @param cap its highest score, in percent of full marks
   */
  public record GroupView(
      String id,
      Bilingual name,
      BigDecimal weight,
      String aggregation,
      String within,
      BigDecimal publishFrom,
      BigDecimal cap)
      implements Serializable {
    public GroupView {
      publishFrom = publishFrom == null ? BigDecimal.ZERO : publishFrom; // older ones have none
      cap = cap == null ? BigDecimal.valueOf(100) : cap;
    }
  }

  /**
   * What a scheme says beside indicators and weights.
   *
   * @param statuses what value statuses are worth; only those that are not worth all
   * @param vetoes what holds a dimension or the total down, in words
   * @param planLimits how far a plan may leave the scheme, in words
   * @param screening how many values a city needs to have a standing, in words; null where nothing
   *     is asked
   * @param visits what becomes of figures that visits looked into, in words; null where what was
   *     reported is scored, and in publications of older versions
   */
  public record PolicyView(
      List<StatusView> statuses,
      List<Bilingual> vetoes,
      Bilingual planLimits,
      Bilingual screening,
      List<Bilingual> visits)
      implements Serializable {
    /** Of publications from before there were policies. */
    static final PolicyView NONE =
        new PolicyView(List.of(), List.of(), Bilingual.EMPTY, null, null);

    public PolicyView {
      statuses = List.copyOf(statuses);
      vetoes = List.copyOf(vetoes);
      visits = visits == null ? null : List.copyOf(visits);
    }
  }

  /**
   * What a value's status is worth.
   *
   * @param status the status's code
   * @param percent percent of the indicator's score that counts
   * @param deduct points taken off the total besides
   */
  public record StatusView(String status, BigDecimal percent, BigDecimal deduct)
      implements Serializable {}

  /**
   * An indicator's definition; {@code posts} is null where it has a relative yardstick or takes no
   * part in the standing, {@code steps} where its values stand for themselves, {@code rule} says
   * the scoring rule in words, {@code adds} is null unless it adds points instead of weighing,
   * {@code paired} where nothing is set against anything.
   */
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
      Bilingual rule,
      BigDecimal adds,
      String missing,
      PostsView posts,
      StepsView steps,
      String document,
      String clause,
      String department,
      List<String> evidence,
      List<String> statistics,
      Bilingual note,
      Boolean paired)
      implements Serializable {
    /** Whether units that lack numerator or denominator are left out of its figure. */
    public boolean leavesOutUnpaired() {
      return Boolean.TRUE.equals(paired);
    }

    /** Its relative yardstick; empty where it has posts, or takes no part in the standing. */
    public Optional<Relative> relative() {
      return Optional.ofNullable(steps).map(StepsView::relative);
    }

    /** How its gaps are filled in the standing; empty where they are not. */
    public Optional<Imputing> imputation() {
      return Optional.ofNullable(steps).map(StepsView::imputation);
    }

    /** Whether it takes part in the standing. */
    public boolean takesPart() {
      return posts != null || relative().isPresent();
    }

    IndicatorView weighing(BigDecimal own) {
      return new IndicatorView(
          id,
          name,
          dimension,
          kind,
          unit,
          better,
          own,
          decimals,
          scoring,
          rule,
          adds,
          missing,
          posts,
          steps,
          document,
          clause,
          department,
          evidence,
          statistics,
          note,
          paired);
    }
  }

  /** The common yardstick; {@code lambda} is null but for the transform {@code box_cox}. */
  public record PostsView(BigDecimal zero, BigDecimal full, String transform, BigDecimal lambda)
      implements Serializable {}

  /**
   * What becomes of an indicator's values beside those of all cities.
   *
   * @param relative its yardstick where it has no posts; null where it has some
   * @param imputation how its gaps are filled; null where they are not
   * @param treatment how its outliers are drawn in; null where they are not
   */
  public record StepsView(Relative relative, Imputing imputation, Steps.Treating treatment)
      implements Serializable {}

  /** A profile. */
  public record ProfileView(String id, Bilingual name) implements Serializable {}

  /**
   * A statistic; {@code maxAge} says for how many months a value is carried forward, 0 for not at
   * all, null in publications that do not say.
   */
  public record StatisticView(String id, Bilingual name, String unit, Integer maxAge)
      implements Serializable {}

  /**
   * By what cities are told apart.
   *
   * @param id its id
   * @param name its names
   * @param document where it comes from; may be empty
   * @param clause the clause there; may be empty
   * @param note what has to be said of it; may be empty
   * @param unit unit of what is measured; empty where classes name regions
   * @param statistics what is measured is worked out of these
   * @param classes in the order in which they are shown
   */
  public record ClassificationView(
      String id,
      Bilingual name,
      String document,
      String clause,
      Bilingual note,
      String unit,
      List<String> statistics,
      List<ClassView> classes)
      implements Serializable {
    static ClassificationView of(Classification one) {
      return new ClassificationView(
          one.id(),
          one.name(),
          one.source().document(),
          one.source().clause(),
          one.note(),
          one.unit(),
          one.measure() == null ? List.of() : one.measure().inputs().stream().sorted().toList(),
          one.classes().stream().map(in -> new ClassView(in.id(), in.name(), in.from())).toList());
    }

    /** The class with this id, if it has one. */
    public Optional<ClassView> find(String wanted) {
      return classes.stream().filter(one -> one.id().equals(wanted)).findFirst();
    }
  }

  /** A class; {@code from} is its lowest value, null where it names regions. */
  public record ClassView(String id, Bilingual name, BigDecimal from) implements Serializable {}

  public SchemeView {
    bases = bases == null ? List.of() : List.copyOf(bases); // older publications have none
    policies = policies == null ? PolicyView.NONE : policies;
    classifications = classifications == null ? List.of() : List.copyOf(classifications);
  }

  /** The scheme as a city's plan has it: with its own indicators and weights. */
  public SchemeView with(RegionEvaluation.PlanView plan) {
    if (plan.indicators().isEmpty() && plan.weights().isEmpty()) {
      return this;
    }
    List<IndicatorView> all = new ArrayList<>();
    for (IndicatorView indicator : indicators) {
      all.add(
          plan.weights().stream()
              .filter(own -> own.indicator().equals(indicator.id()))
              .findFirst()
              .map(own -> indicator.weighing(own.weight()))
              .orElse(indicator));
    }
    all.addAll(plan.indicators());
    return new SchemeView(
        id,
        edition,
        validFrom,
        validTo,
        bases,
        sha256,
        name,
        notice,
        fullScore,
        scoreDecimals,
        results,
        publishFrom,
        peersAtLeast,
        ranking,
        grades,
        groups,
        all,
        profiles,
        policies,
        statistics,
        classifications,
        robustness);
  }

  /** The view of a scheme. */
  public static SchemeView of(Scheme scheme) {
    return new SchemeView(
        scheme.id(),
        scheme.edition(),
        scheme.validFrom().isEmpty() ? null : scheme.validFrom(),
        scheme.validTo().isEmpty() ? null : scheme.validTo(),
        scheme.bases(),
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
        PolicyWords.view(scheme),
        statistics(scheme),
        scheme.classifications().stream().map(ClassificationView::of).toList(),
        scheme.robustness().asked() ? scheme.robustness() : null);
  }

  /** The statistics, and the registers of which single records are asked. */
  private static List<StatisticView> statistics(Scheme scheme) {
    List<StatisticView> views = new ArrayList<>();
    scheme
        .statistics()
        .values()
        .forEach(s -> views.add(new StatisticView(s.id(), s.name(), s.unit(), s.maxAge())));
    scheme.indicators().stream()
        .map(Indicator::measure)
        .filter(RegisterMeasure.class::isInstance)
        .map(measure -> ((RegisterMeasure) measure).selection().register())
        .distinct()
        .sorted()
        .map(register -> scheme.registers().get(register))
        .forEach(
            register ->
                views.add(
                    new StatisticView(
                        RegisterMeasure.input(register.id()),
                        register.name(),
                        RegisterMeasure.RECORDS,
                        0)));
    return views;
  }

  private static List<String> inputs(Measure measure) {
    return measure instanceof RegisterMeasure listed
        ? List.of(RegisterMeasure.input(listed.selection().register()))
        : measure.inputs().stream().sorted().toList();
  }

  /** The definition of an indicator, if the scheme has it. */
  public Optional<IndicatorView> indicator(String wanted) {
    return indicators.stream().filter(indicator -> indicator.id().equals(wanted)).findFirst();
  }

  private static GroupView group(Group group) {
    return new GroupView(
        group.id(),
        group.name(),
        group.weight(),
        lower(group.aggregation()),
        group.within(),
        group.publishFrom(),
        group.cap());
  }

  static IndicatorView indicator(Indicator indicator) {
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
        indicator.scoring().words(),
        indicator.isBonus() ? indicator.adds() : null,
        lower(indicator.missing()),
        indicator.yardstick().map(SchemeView::posts).orElse(null),
        steps(indicator.steps()),
        indicator.source().document(),
        indicator.source().clause(),
        indicator.department(),
        indicator.evidence(),
        inputs(indicator.measure()),
        indicator.note(),
        indicator.measure() instanceof Measure.Ratio ratio ? ratio.paired() : null);
  }

  private static PostsView posts(Posts posts) {
    boolean power = posts.transform() == Posts.Transform.BOX_COX;
    return new PostsView(
        posts.zero(), posts.full(), lower(posts.transform()), power ? posts.lambda() : null);
  }

  private static StepsView steps(Steps steps) {
    return steps.none()
        ? null
        : new StepsView(
            steps.relative().stream().findFirst().orElse(null),
            steps.imputing().stream().findFirst().orElse(null),
            steps.treating().stream().findFirst().orElse(null));
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}

package io.silvergauge.reports.html;

import io.silvergauge.indicators.evaluation.IndicatorResult;
import io.silvergauge.indicators.evaluation.IndicatorResult.JudgementResult;
import io.silvergauge.indicators.evaluation.PeerRange;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.evaluation.SchemeView;
import io.silvergauge.indicators.evaluation.SchemeView.GroupView;
import io.silvergauge.indicators.evaluation.SchemeView.IndicatorView;
import io.silvergauge.indicators.outcome.Verdict;
import io.silvergauge.indicators.scheme.Profile;
import io.silvergauge.reports.chart.BulletBars;
import io.silvergauge.reports.chart.Datum;
import io.silvergauge.reports.chart.PeerSpine;
import io.silvergauge.reports.chart.Scale;
import io.silvergauge.reports.text.Wording;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the charts of a dimension: its indicators against their targets and among the peers. */
final class DimensionCharts {
  private static final String PERCENT = "%";
  private static final double WHOLE = 100;

  private final SchemeView scheme;
  private final RegionEvaluation region;
  private final Wording wording;

  DimensionCharts(SchemeView scheme, RegionEvaluation region, Wording wording) {
    this.scheme = scheme;
    this.region = region;
    this.wording = wording;
  }

  List<Picture> pictures(GroupView group) {
    String name = wording.name(group.name());
    int number = scheme.groups().indexOf(group) + 1;
    List<BulletBars.Row> bullets = new ArrayList<>();
    List<PeerSpine.Row> spine = new ArrayList<>();
    for (IndicatorResult result : region.indicators()) {
      scheme
          .indicator(result.id())
          .filter(indicator -> indicator.dimension().equals(group.id()))
          .ifPresent(
              indicator -> {
                bullets.add(bullet(indicator, result));
                spine(indicator, result).ifPresent(spine::add);
              });
    }
    List<Picture> pictures = new ArrayList<>();
    pictures.add(
        Picture.of(
            new BulletBars(
                wording.say("chart.bullets.title", "dimension", name), bullets, bulletWords()),
            "bullets" + number));
    if (!spine.isEmpty()) {
      pictures.add(
          Picture.of(
              new PeerSpine(
                  wording.say("chart.spine.title", "dimension", name), spine, spineWords()),
              "spine" + number));
    }
    return pictures;
  }

  private BulletBars.Words bulletWords() {
    return new BulletBars.Words(
        wording.say("chart.bullets.met"),
        wording.say("chart.bullets.short"),
        wording.say("chart.bullets.value"),
        planned(),
        scheme.profiles().size() == 1
            ? wording.name(scheme.profiles().get(0).name())
            : wording.say("chart.bullets.others"),
        wording.say("chart.missing"));
  }

  private PeerSpine.Words spineWords() {
    return new PeerSpine.Words(
        wording.say("chart.own.value"),
        wording.say("chart.spine.band"),
        wording.say("chart.peers"),
        wording.say("chart.spine.better"));
  }

  /** What the targets of the plan are called. */
  private String planned() {
    boolean own = !region.plan().status().equals("scheme");
    return wording.say(own ? "indicators.plan" : "indicators.plan.scheme");
  }

  private BulletBars.Row bullet(IndicatorView indicator, IndicatorResult result) {
    Amounts amounts = new Amounts(indicator, wording);
    return new BulletBars.Row(
        wording.name(indicator.name()),
        datum(amounts, result),
        held(result),
        scale(indicator, result),
        asked(amounts, result),
        targets(result, true),
        targets(result, false),
        amounts.yesNo());
  }

  private static Datum datum(Amounts amounts, IndicatorResult result) {
    return result.amount() == null
        ? new Datum.Gap(amounts.reason(result.reason()))
        : new Datum.Amount(
            result.amount().doubleValue(), amounts.value(result.amount(), result.judgements()));
  }

  private static BulletBars.Held held(IndicatorResult result) {
    return result.judgements().stream()
        .filter(judgement -> judgement.profile().equals(Profile.PLAN))
        .filter(judgement -> judgement.target() != null)
        .map(
            judgement ->
                judgement.verdict().equals(Verdict.MET.code())
                    ? BulletBars.Held.MET
                    : BulletBars.Held.SHORT)
        .findFirst()
        .orElse(BulletBars.Held.NOT_ASKED);
  }

  /** Percentages from 0 to 100; anything else as far as value, targets and peers reach. */
  private static Scale scale(IndicatorView indicator, IndicatorResult result) {
    List<Double> all =
        Stream.concat(
                Stream.of(
                    result.amount() == null ? BigDecimal.ZERO : result.amount(),
                    result.peers() == null ? BigDecimal.ZERO : result.peers().greatest()),
                result.judgements().stream()
                    .map(JudgementResult::target)
                    .filter(target -> target != null))
            .map(BigDecimal::doubleValue)
            .toList();
    double least = Math.min(0, all.stream().mapToDouble(Double::doubleValue).min().orElse(0));
    double most = all.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    if (indicator.unit().equals(PERCENT)) {
      return new Scale(least, Math.max(WHOLE, most));
    }
    return new Scale(least, most > 0 ? most * 1.1 : 1);
  }

  private String asked(Amounts amounts, IndicatorResult result) {
    return result.judgements().stream()
        .filter(judgement -> judgement.target() != null)
        .map(
            judgement ->
                wording.say(
                    "chart.asked",
                    "name",
                    called(judgement.profile()),
                    "target",
                    amounts.target(judgement)))
        .collect(Collectors.joining(wording.say("list.clause")));
  }

  private String called(String profile) {
    return profile.equals(Profile.PLAN)
        ? planned()
        : scheme.profiles().stream()
            .filter(one -> one.id().equals(profile))
            .map(one -> wording.name(one.name()))
            .findFirst()
            .orElse(profile);
  }

  private static List<Double> targets(IndicatorResult result, boolean plan) {
    return result.judgements().stream()
        .filter(judgement -> judgement.profile().equals(Profile.PLAN) == plan)
        .map(JudgementResult::target)
        .filter(target -> target != null)
        .map(BigDecimal::doubleValue)
        .toList();
  }

  /** None where nothing is measured, or where there is nobody to be compared with. */
  private Optional<PeerSpine.Row> spine(IndicatorView indicator, IndicatorResult result) {
    Amounts amounts = new Amounts(indicator, wording);
    PeerRange peers = result.peers();
    if (amounts.yesNo() || peers == null || peers.count() < 2) {
      return Optional.empty();
    }
    boolean higher = indicator.better().equals("higher");
    Datum.Amount least = end("chart.spine.least", amounts, peers.least());
    Datum.Amount greatest = end("chart.spine.greatest", amounts, peers.greatest());
    return Optional.of(
        new PeerSpine.Row(
            wording.name(indicator.name()),
            datum(amounts, result),
            higher ? least : greatest,
            (higher ? peers.lowerQuartile() : peers.upperQuartile()).doubleValue(),
            end("chart.median", amounts, peers.median()),
            (higher ? peers.upperQuartile() : peers.lowerQuartile()).doubleValue(),
            higher ? greatest : least));
  }

  private Datum.Amount end(String key, Amounts amounts, BigDecimal value) {
    return new Datum.Amount(
        value.doubleValue(), wording.say(key, "value", amounts.value(value, List.of())));
  }
}

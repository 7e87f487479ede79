package io.silvergauge.jobs.evaluate;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.evaluation.IndicatorResult;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.outcome.Reason;
import io.silvergauge.indicators.statistic.Fraction;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.jobs.ingest.Reject;
import io.silvergauge.jobs.store.Snapshot;
import java.math.BigDecimal;
import java.util.List;

/** What has to hold before anything is published; what does not ends the run with its reason. */
final class PublicationGates {
  private static final int CAUSES_SHOWN = 10;

  private PublicationGates() {}

  /** Every record of every file must be accounted for before anything is published. */
  static void checkAccounts(Snapshot snapshot) {
    for (Snapshot.Live live : snapshot.live()) {
      if (!live.account().balanced()) {
        throw new RunFailure(
            ExitCode.INTERNAL,
            Bilingual.of(
                "%s：记录数不符（读取 %d，采用 %d，拒绝 %d，另列 %d），不予发布",
                "%s: the records do not add up (read %d, accepted %d, rejected %d, set aside %d);"
                    + " nothing is published",
                live.path(),
                live.account().read(),
                live.account().accepted(),
                live.account().rejected(),
                live.account().setAside()));
      }
    }
  }

  /**
   * A period in which no city has any result is never published as an empty ranking; what was
   * refused in it is the likely cause and is told.
   */
  static void checkGate(Period period, List<RegionEvaluation> cities, RejectTally rejects) {
    boolean any =
        cities.stream()
            .flatMap(city -> city.indicators().stream())
            .anyMatch(indicator -> indicator.amount() != null);
    if (any) {
      return;
    }
    Bilingual causes = Bilingual.EMPTY;
    for (Reject reject : rejects.first().stream().limit(CAUSES_SHOWN).toList()) {
      causes =
          Bilingual.of("%s%n  %s  %s", "%s%n  %s  %s", causes, reject.reason(), reject.message());
    }
    throw new RunFailure(
        ExitCode.GATE,
        Bilingual.of(
            "%s：没有任何城市的任何指标可以计算，不予发布；请检查该时期的报送和截至日期%s",
            "%s: no indicator of any city can be computed, so nothing is published; please check"
                + " the period's deliveries and the as-of date%s",
            period,
            causes));
  }

  /** A period of which too few figures could be worked out is not published. */
  static void checkCoverage(Period period, List<RegionEvaluation> cities, BigDecimal least) {
    List<IndicatorResult> apply =
        cities.stream()
            .flatMap(city -> city.indicators().stream())
            .filter(one -> !Reason.NOT_APPLICABLE.code().equals(one.reason()))
            .toList();
    long worked = apply.stream().filter(one -> one.amount() != null).count();
    Fraction percent = Fraction.of(100 * worked).dividedBy(Fraction.of(Math.max(1, apply.size())));
    if (percent.compareTo(Fraction.of(least)) < 0) {
      throw new RunFailure(
          ExitCode.GATE,
          Bilingual.of(
              "%s：%d 个指标值中只有 %d 个可以计算（%s%%），低于下限 %s%%，不予发布",
              "%s: of %d figures %d can be computed (%s %%), below the limit of %s %%, so nothing is"
                  + " published",
              period,
              apply.size(),
              worked,
              percent.rounded(2).toPlainString(),
              least.toPlainString()));
    }
  }
}

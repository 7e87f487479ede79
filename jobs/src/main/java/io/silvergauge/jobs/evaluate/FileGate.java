package io.silvergauge.jobs.evaluate;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.statistic.Fraction;
import io.silvergauge.jobs.ingest.Account;
import io.silvergauge.jobs.ingest.Reject;
import io.silvergauge.jobs.ingest.RejectReason;
import io.silvergauge.jobs.store.Snapshot;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Refuses files of which too many records were rejected: the rest of them is not trusted. */
final class FileGate {
  private static final Fraction HUNDRED = Fraction.of(100);

  private FileGate() {}

  /**
   * What is left.
   *
   * @param snapshot without the values of the files that are refused
   * @param refused one reject for each of them
   */
  record Result(Snapshot snapshot, List<Reject> refused) {}

  /**
   * Holds the files of a snapshot against a limit.
   *
   * @param limit percent of accepted and rejected records together that may be rejected
   */
  static Result pass(Snapshot snapshot, BigDecimal limit) {
    List<Snapshot.Live> live = new ArrayList<>();
    List<Reject> refused = new ArrayList<>();
    for (Snapshot.Live one : snapshot.live()) {
      Fraction share = rejected(one.account());
      if (share.compareTo(Fraction.of(limit)) <= 0) {
        live.add(one);
      } else {
        live.add(without(one));
        refused.add(refused(one, share, limit));
      }
    }
    return refused.isEmpty()
        ? new Result(snapshot, refused)
        : new Result(Snapshot.of(live), refused);
  }

  /** Percent of the data records that are rejected. */
  private static Fraction rejected(Account account) {
    long records = account.accepted() + account.rejected();
    return records == 0
        ? Fraction.ZERO
        : Fraction.of(account.rejected()).times(HUNDRED).dividedBy(Fraction.of(records));
  }

  private static Snapshot.Live without(Snapshot.Live live) {
    Account account = live.account();
    return new Snapshot.Live(
        live.slot(),
        live.order(),
        live.path(),
        live.sha256(),
        live.sender(),
        live.source(),
        live.period(),
        live.received(),
        live.mode(),
        "",
        "",
        new Account(
            account.read(), 0, account.accepted() + account.rejected(), account.setAside()));
  }

  private static Reject refused(Snapshot.Live live, Fraction share, BigDecimal limit) {
    return Reject.ofFile(
        live.path(),
        RejectReason.FILE_REJECTED_OVER,
        Bilingual.of(
            "%s：%d 条记录中有 %d 条被拒绝（%s%%），超过上限 %s%%，整个文件不予采用；请更正后重新报送",
            "%s: of %d records %d are rejected (%s %%), above the limit of %s %%, so the whole file"
                + " is refused; please correct it and send it again",
            live.path(),
            live.account().accepted() + live.account().rejected(),
            live.account().rejected(),
            share.rounded(2).toPlainString(),
            limit.toPlainString()));
  }
}

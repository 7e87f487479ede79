package io.silvergauge.jobs.ingest;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.jobs.read.NumberText;
import io.silvergauge.jobs.read.SourceDescription;
import java.math.BigDecimal;
import java.util.Optional;

/** Holds columns of a row against their total. */
final class RowSums extends RowPart {
  RowSums(RowState row) {
    super(row);
  }

  /** Columns against their total; not where one of them is no number. */
  void check(SourceDescription.RowCheck check) {
    BigDecimal sum = BigDecimal.ZERO;
    for (String part : check.parts()) {
      Optional<BigDecimal> number = number(part);
      if (number.isEmpty()) {
        return;
      }
      sum = sum.add(number.get());
    }
    Optional<BigDecimal> total = number(check.total());
    if (total.isPresent() && sum.subtract(total.get()).abs().compareTo(check.within()) > 0) {
      reject(
          check.total(),
          cell(check.total()),
          RejectReason.PARTS_NOT_TOTAL,
          Bilingual.of(
              "“%s”至“%s”共 %d 列合计 %s，与“%s”的 %s 相差 %s（允许 %s）；请核对该行是否错列",
              "the %3$d columns from '%1$s' to '%2$s' add up to %4$s, which is %7$s off the %6$s"
                  + " of '%5$s' (%8$s is allowed); please check whether the row is shifted",
              check.parts().get(0),
              check.parts().get(check.parts().size() - 1),
              check.parts().size(),
              sum.toPlainString(),
              check.total(),
              total.get().toPlainString(),
              sum.subtract(total.get()).toPlainString(),
              check.within().toPlainString()));
    }
  }

  private Optional<BigDecimal> number(String column) {
    try {
      return header.place(column).isEmpty()
          ? Optional.empty()
          : Optional.of(NumberText.parse(cell(column)).value());
    } catch (NumberText.NotANumberException e) {
      return Optional.empty(); // a symbol, or refused elsewhere
    }
  }
}

package io.silvergauge.jobs.template;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.region.Region;
import io.silvergauge.indicators.register.Register;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.indicators.statistic.Statistic;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What one sender is asked for in one workbook.
 *
 * @param source id of the built-in description that reads its return
 * @param sender who is to fill it in
 * @param period period it is for
 * @param due last day on which it is in time, where one is known
 * @param sheets its sheets of figures; empty for a form of a register
 * @param register the register it is of; empty for a form of figures
 * @param regions the units a register's records can lie in, by code; empty for a form of figures
 */
public record Form(
    String source,
    Region sender,
    Period period,
    Optional<LocalDate> due,
    List<Table> sheets,
    Optional<Register> register,
    List<Region> regions) {
  /**
   * A sheet of figures.
   *
   * @param name its Chinese and English name; the Chinese one is unique in the form
   * @param statistics the statistics it asks for, in order
   * @param regions the regions that report them, by code
   * @param items whether each statistic is an item that is in place or not, a row each
   */
  public record Table(
      Bilingual name, List<Statistic> statistics, List<Region> regions, boolean items) {
    public Table {
      statistics = List.copyOf(statistics);
      regions = List.copyOf(regions);
    }
  }

  public Form {
    sheets = List.copyOf(sheets);
    regions = List.copyOf(regions);
  }

  /** The name under which it is sent out; its return is named by its source. */
  public String fileName() {
    return String.join(
            "-", source.replace('_', '-'), sender.code(), period.toString().replace('/', '_'))
        + ".xlsx";
  }
}

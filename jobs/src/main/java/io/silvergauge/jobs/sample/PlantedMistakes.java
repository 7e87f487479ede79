package io.silvergauge.jobs.sample;

import java.util.List;
import java.util.function.Consumer;

/**
 * The mistakes in the sample, each of a kind that provincial files really have; all other cells are
 * sound. A mistake whose file is not in the sample asked for, or has no such region, is left out.
 */
final class PlantedMistakes {
  /**
   * One mistake.
   *
   * @param region the region whose row is spoilt, or the sender for a whole file
   */
  record Mistake(
      String period, String sender, String source, String region, Consumer<Table> edit) {}

  static final List<Mistake> ALL =
      List.of(
          nursingBedsAboveAllBeds("2023Q4", "370613"),
          cell("2023Q4", "210224", "care_workers_trained", "-12"),
          cell("2023Q4", "220184", "code", "220381"),
          cell("2023Q4", "330225", "care_workers", "约300"),
          cell("2023Q4", "530126", "disabled_elderly", ""),
          mistake(
              "2023Q4",
              "civil_affairs",
              "610118",
              table -> table.repeat("610118", "communities_with_day_care", "31")),
          mistake(
              "2023Q4",
              "civil_affairs",
              "520181",
              table -> table.repeat("520181", "code", "520181")),
          mistake(
              "2023Q4",
              "visits",
              "460105",
              table -> table.set("460105", "2023-12", "period", "2023-13")),
          cell("2023Q3", "420102", "lottery_funds", "1523.1234567"),
          mistake(
              "2022Q2",
              "civil_affairs",
              "450181",
              table -> {
                table.set("450181", "", "name", "横县");
                table.set("450181", "", "code", "450127");
              }),
          mistake(
              "2023Q4",
              "care_institutions",
              "460106",
              table -> table.set("460106", "", "credit_code", "52460106MJ00000019")),
          mistake("2022Q3", "civil_affairs", "620000", Table::clear),
          mistake("2023Q2", "civil_affairs", "350000", table -> table.drop("social_workers")),
          mistake(
              "2023H1",
              "institutions_mechanism",
              "360100",
              table -> table.set("360100", "普惠性养老服务政策体系", "item", "普惠养老产业基金")));

  private PlantedMistakes() {}

  /** Spoils a table by the mistakes declared for its place. */
  static void plant(Table table, String period, Province province, String source) {
    for (Mistake mistake : ALL) {
      if (mistake.period().equals(period)
          && mistake.sender().equals(province.code())
          && mistake.source().equals(source)
          && has(province, mistake.region())) {
        mistake.edit().accept(table);
      }
    }
  }

  private static boolean has(Province province, String region) {
    return region.equals(province.code())
        || province.cities().stream().anyMatch(city -> city.code().equals(region))
        || province.reporters().stream().anyMatch(one -> one.unit().code().equals(region));
  }

  private static Mistake nursingBedsAboveAllBeds(String period, String region) {
    return mistake(
        period,
        "civil_affairs",
        region,
        table -> {
          long beds = Long.parseLong(table.get(region, "", "institution_beds"));
          table.set(region, "", "nursing_beds", Long.toString(beds + 37));
        });
  }

  private static Mistake cell(String period, String region, String key, String cell) {
    return mistake(period, "civil_affairs", region, table -> table.set(region, "", key, cell));
  }

  private static Mistake mistake(
      String period, String source, String region, Consumer<Table> edit) {
    return new Mistake(period, region.substring(0, 2) + "0000", source, region, edit);
  }
}

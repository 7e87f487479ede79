package io.silvergauge.jobs.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes the generated part of an assessment folder, from seed and facts alone: {@code regions/},
 * {@code cities.csv} and {@code data/}.
 *
 * <p>Codes and census figures are real; everything the provinces report is synthetic. Descriptions,
 * plans and {@code assessment.yaml} are written by hand and stand beside it.
 */
public final class SampleGenerator {
  private static final List<SourceTable> SOURCES =
      List.of(
          new CivilAffairs(),
          new Visits(),
          new Planning(),
          new Health(),
          new Mechanisms(),
          new CareInstitutions(),
          new Checklist(),
          new Estates(),
          new TrainingInstitutions(),
          new Enterprises(),
          new Departments(),
          new Declarations(),
          new Submissions());

  private static final String NATION = "000000";

  private static final LocalDate CENSUS_RECEIVED = LocalDate.of(2021, 6, 1);

  private SampleGenerator() {}

  /**
   * Writes a sample; files of the same names are replaced, others left alone.
   *
   * @param factsFolder the folder with the census, the codes and the list of sample cities
   * @param target the assessment folder, made if it is missing
   * @throws IOException if the target cannot be written
   * @throws IllegalArgumentException if a city is in neither the codes nor the census
   */
  public static void write(Path factsFolder, Path target, SampleOptions options)
      throws IOException {
    Facts facts = new Facts(factsFolder);
    List<SampleCity> cities = facts.cities(options.cities());
    writeLists(new RegionLists(facts, cities), target);
    DeliveryFolder folder = new DeliveryFolder(target.resolve("data"));
    deliverCensus(folder, cities, options);
    for (Province province : provinces(facts, cities)) {
      for (SourceTable source : SOURCES) {
        if (source.isSentBy(province)) {
          deliver(folder, province, source, options);
        }
      }
    }
    deliver(folder, new Province(NATION, "全国", cities), new SelectedCases(), options);
    folder.writeList();
  }

  private static void writeLists(RegionLists lists, Path target) throws IOException {
    Files.createDirectories(target.resolve("regions"));
    Files.writeString(
        target.resolve("regions").resolve("regions.csv"), lists.regions(), StandardCharsets.UTF_8);
    Files.writeString(target.resolve("cities.csv"), lists.cities(), StandardCharsets.UTF_8);
  }

  private static void deliverCensus(
      DeliveryFolder folder, List<SampleCity> cities, SampleOptions options) throws IOException {
    ProvinceHabits habits = new ProvinceHabits(NATION, new Draws(options.seed()));
    byte[] bytes = Census.table(cities).bytes(habits);
    folder.deliver("2020", NATION, "census", bytes, CENSUS_RECEIVED);
  }

  private static void deliver(
      DeliveryFolder folder, Province province, SourceTable source, SampleOptions options)
      throws IOException {
    Draws draws = new Draws(options.seed());
    ProvinceHabits habits = new ProvinceHabits(province.code(), draws);
    for (Span span : source.spans(options.first(), options.last())) {
      Table table = table(province, source, span, draws);
      LocalDate received = habits.received(span, source.daysLater());
      if (PlanningWorkbook.isSentBy(province, source)) {
        byte[] workbook = PlanningWorkbook.bytes(table, province, span);
        folder.deliver(
            span.period(),
            province.code(),
            PlanningWorkbook.SOURCE,
            ".xlsx",
            workbook,
            received,
            "full");
        continue;
      }
      for (Restatement one : Restatement.of(span.period(), province, source.source())) {
        Table right = table(province, source, span, draws);
        one.correct(right);
        folder.deliver(
            span.period(),
            province.code(),
            source.source(),
            "-restated.csv",
            right.bytes(habits),
            received.plusDays(one.daysLater()),
            one.mode());
        one.spoil(table);
      }
      folder.deliver(
          span.period(), province.code(), source.source(), table.bytes(habits), received);
    }
  }

  private static Table table(Province province, SourceTable source, Span span, Draws draws) {
    Table table = source.table(province, span, draws);
    PlantedMistakes.plant(table, span.period(), province, source.source());
    return table;
  }

  private static List<Province> provinces(Facts facts, List<SampleCity> cities) {
    Map<String, List<SampleCity>> byProvince = new TreeMap<>();
    for (SampleCity city : cities) {
      byProvince.computeIfAbsent(city.province(), code -> new ArrayList<>()).add(city);
    }
    List<Province> provinces = new ArrayList<>();
    byProvince.forEach(
        (code, members) -> provinces.add(new Province(code, facts.name(code), members)));
    return provinces;
  }
}

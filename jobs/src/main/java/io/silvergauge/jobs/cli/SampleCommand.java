package io.silvergauge.jobs.cli;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Faults;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.indicators.verification.Drawing;
import io.silvergauge.indicators.verification.VisitRound;
import io.silvergauge.jobs.evaluate.ExitCode;
import io.silvergauge.jobs.evaluate.RunFailure;
import io.silvergauge.jobs.round.RoundReader;
import io.silvergauge.jobs.verification.FieldSheet;
import io.silvergauge.jobs.verification.Frame;
import io.silvergauge.jobs.verification.RoundTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sample}: draws units behind an indicator to be looked at, and says what was found. */
@Command(name = "sample", mixinStandardHelpOptions = true)
final class SampleCommand implements Callable<Integer> {
  private static final double PERCENT = 100;

  @Parameters(index = "0", paramLabel = "INDICATOR", descriptionKey = "parameter.sample-indicator")
  private String indicator;

  @Parameters(index = "1", paramLabel = "PERIOD", descriptionKey = "option.period-one")
  private Period period;

  @Option(names = "--region", paramLabel = "CODE", descriptionKey = "option.sample-region")
  private List<String> regions;

  @Option(names = "--size", paramLabel = "N", descriptionKey = "option.sample-size")
  private Integer size;

  @Option(
      names = "--half-width",
      defaultValue = "10",
      paramLabel = "POINTS",
      descriptionKey = "option.sample-half-width")
  private double halfWidth;

  @Option(
      names = "--seed",
      defaultValue = "1",
      paramLabel = "NUMBER",
      descriptionKey = "option.sample-seed")
  private long seed;

  @Option(names = "--to", paramLabel = "FOLDER", descriptionKey = "option.to-data")
  private Path to;

  @Option(names = "--found", paramLabel = "FILE", descriptionKey = "option.sample-found")
  private Path found;

  @Mixin private PrintOption print;
  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if ((to == null) == (found == null)) {
      throw Console.mistake(
          spec,
          common,
          new Bilingual(
              "sample：抽样请用 --to，登记核查结果请用 --found，二者选一",
              "sample: give --to to draw, or --found to say what was found"));
    }
    if (halfWidth <= 0 || halfWidth >= PERCENT || (size != null && size < 1)) {
      throw Console.mistake(
          spec,
          common,
          new Bilingual(
              "sample：--half-width 应大于 0、小于 100 个百分点，--size 至少为 1",
              "sample: --half-width is more than 0 and less than 100 points, --size 1 or more"));
    }
    Console console = Console.of(spec.commandLine(), common);
    PublishedPeriod published = PublishedPeriod.read(common.out(), period);
    if (regions != null) {
      regions.forEach(published::row); // refuses what takes no part
    }
    List<RegionEvaluation> cities = new ArrayList<>();
    for (Evaluation.CityRow row : published.evaluation().cities()) {
      if (regions == null || regions.contains(row.code())) {
        cities.add(published.city(row.code()));
      }
    }
    Frame frame = Frame.of(published.evaluation(), cities, indicator);
    if (frame.units().isEmpty()) {
      throw new RunFailure(
          ExitCode.USAGE,
          Bilingual.of(
              "%s 的指标“%s”没有可抽取的单位：须有分子、分母均已报送的下属单位，或由名录逐条计算",
              "of indicator '%2$s' in %1$s nothing can be drawn: it needs units with numerator and"
                  + " denominator, or a register whose records count one by one",
              period,
              indicator));
    }
    if (found != null) {
      return tell(console, frame);
    }
    int wanted = size == null ? Drawing.size(halfWidth / PERCENT, frame.units().size()) : size;
    List<Frame.Unit> drawn = frame.draw(wanted, seed);
    FieldSheet sheet = new FieldSheet(published.evaluation(), frame, drawn, wanted, seed);
    Map<String, byte[]> files = new TreeMap<>();
    files.put("field-sheet.csv", sheet.csv());
    files.put("field-sheet.xlsx", sheet.xlsx());
    files.put("sample.json", sheet.record());
    Target.outside(common.out(), "--to", to);
    keepWhatIsFilledIn(files);
    Files.createDirectories(to);
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Files.write(to.resolve(file.getKey()), file.getValue());
    }
    console.print(
        Bilingual.of(
            "从 %d 个单位（%d 层）中抽取 %d 个，种子 %d：%s",
            "Drew %3$d of %1$d units in %2$d strata, seed %4$d: %5$s",
            frame.units().size(),
            frame.sizes().size(),
            drawn.size(),
            seed,
            to.resolve("field-sheet.xlsx")));
    return ExitCode.OK.status();
  }

  /** Refuses to write over a file that says something else: it may hold what was found. */
  private void keepWhatIsFilledIn(Map<String, byte[]> files) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path there = to.resolve(file.getKey());
      if (Files.exists(there) && !Arrays.equals(Files.readAllBytes(there), file.getValue())) {
        throw new RunFailure(
            ExitCode.USAGE,
            Bilingual.of(
                "%s 已存在且内容不同，可能已填写核查结果；请用 --to 指定另一个文件夹",
                "%s is there already and says something else, perhaps what was found; name another"
                    + " folder with --to",
                there));
      }
    }
  }

  /** What was found, by stratum, city and in all, beside what was reported. */
  private int tell(Console console, Frame frame) throws IOException {
    Listing listing =
        new Listing()
            .text("stratum", "层", "stratum")
            .number("units", "单位", "units")
            .number("looked", "已核查", "looked at")
            .number("confirmed", "属实", "confirmed")
            .number("part", "属实部分 %", "part that holds %")
            .number("low", "下限", "low")
            .number("high", "上限", "high")
            .number("reported", "上报值", "reported")
            .number("verified", "核实值", "verified")
            .text("differs", "差异显著", "differs");
    RoundTable.of(round(), frame.reported()).forEach(row -> listing.row(row.toArray()));
    print.print(listing, console);
    return ExitCode.OK.status();
  }

  /** What came back, held against the record that was written beside the sheet. */
  private VisitRound round() throws IOException {
    Path record = found.resolveSibling("sample.json");
    if (!Files.isRegularFile(record)) {
      throw new RunFailure(
          ExitCode.USAGE,
          Bilingual.of(
              "没有 %s；抽样记录须与核查表放在一起",
              "there is no %s; the sample's record stays with its sheet", record));
    }
    Faults faults = new Faults();
    Optional<VisitRound> round =
        RoundReader.read(
            "sample.json",
            Files.readAllBytes(record),
            found.getFileName().toString(),
            Files.readAllBytes(found),
            LocalDate.MAX,
            faults);
    if (round.isPresent()
        && !(round.get().indicator().equals(indicator)
            && round.get().period().equals(period.toString()))) {
      faults.add(
          "sample.json",
          0,
          "indicator",
          Bilingual.of(
              "该样本为 %s %s 抽取",
              "this sample was drawn for %s %s", round.get().indicator(), round.get().period()));
    }
    faults.throwIfAny();
    return round.orElseThrow();
  }
}

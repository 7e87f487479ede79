package io.silvergauge.jobs.cli;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Suggestion;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.explanation.Movement;
import io.silvergauge.indicators.explanation.Movements;
import io.silvergauge.jobs.evaluate.ExitCode;
import io.silvergauge.jobs.evaluate.RunFailure;
import io.silvergauge.jobs.store.LocalStorage;
import io.silvergauge.jobs.store.NamedPublication;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code diff}: which figures two publications do not share, by how much and why. */
@Command(name = "diff", mixinStandardHelpOptions = true)
final class DiffCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "A", descriptionKey = "parameter.publication")
  private String first;

  @Parameters(index = "1", paramLabel = "B", descriptionKey = "parameter.publication")
  private String second;

  @Option(names = "--period", paramLabel = "P", descriptionKey = "option.period-diff")
  private String period;

  @Option(names = "--region", paramLabel = "CODE", descriptionKey = "option.region-diff")
  private List<String> regions;

  @Option(
      names = "--print",
      defaultValue = "table",
      paramLabel = "AS",
      descriptionKey = "option.print")
  private Listing.Shape shape;

  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Console console = Console.of(spec.commandLine(), common);
    NamedPublication before = NamedPublication.find(new LocalStorage(common.out()), first);
    NamedPublication after = NamedPublication.find(new LocalStorage(common.out()), second);
    Listing listing =
        new Listing()
            .text("period", "时期", "period")
            .text("region", "行政区划", "region")
            .text("figure", "数据", "figure")
            .text("name", "名称", "name")
            .text("before", "原值", "before")
            .text("after", "新值", "after")
            .number("by", "变动", "by")
            .text("because", "原因", "because");
    Set<String> folders = folders(before, after);
    checkRegions(before, after, folders);
    int moved = 0;
    for (String folder : folders) {
      moved += add(listing, before, after, folder);
    }
    if (moved > 0 || shape != Listing.Shape.TABLE) {
      listing.print(console, shape);
    }
    console.say(
        Bilingual.of(
            "%s → %s：%d 个数据变动。", "%s → %s: %d figures moved.", before.name(), after.name(), moved));
    return ExitCode.OK.status();
  }

  private Set<String> folders(NamedPublication before, NamedPublication after) {
    Set<String> folders = new TreeSet<>(before.folders());
    folders.retainAll(after.folders());
    if (period != null && !folders.isEmpty() && !folders.contains(period)) {
      throw new RunFailure(
          ExitCode.USAGE,
          Bilingual.of(
              "--period：两个发布共同的时期中没有 %s；共有：%s",
              "--period: %s is not among the periods that both publications hold: %s",
              period,
              String.join(", ", folders)));
    }
    if (period != null) {
      folders.retainAll(Set.of(period));
    }
    if (folders.isEmpty()) {
      throw new RunFailure(
          ExitCode.USAGE,
          Bilingual.of(
              "两个发布没有共同的时期：%s 与 %s",
              "the two publications share no period: %s and %s",
              String.join(", ", before.folders()),
              String.join(", ", after.folders())));
    }
    return folders;
  }

  /** A city of which neither has anything was meant otherwise. */
  private void checkRegions(NamedPublication before, NamedPublication after, Set<String> folders)
      throws IOException {
    if (regions == null) {
      return;
    }
    Set<String> known = new TreeSet<>();
    for (String folder : folders) {
      before.evaluation(folder).cities().forEach(city -> known.add(city.code()));
      after.evaluation(folder).cities().forEach(city -> known.add(city.code()));
    }
    for (String region : regions) {
      if (!known.contains(region)) {
        throw new RunFailure(
            ExitCode.USAGE,
            Bilingual.of(
                "--region：两个发布中都没有城市“%s”%s",
                "--region: neither publication has a city '%s'%s",
                region,
                Suggestion.nearest(region, known)));
      }
    }
  }

  private int add(Listing listing, NamedPublication before, NamedPublication after, String folder)
      throws IOException {
    Evaluation old = before.evaluation(folder);
    Evaluation now = after.evaluation(folder);
    Set<String> cities = new LinkedHashSet<>();
    old.cities().forEach(city -> cities.add(city.code()));
    now.cities().forEach(city -> cities.add(city.code()));
    if (regions != null) {
      cities.retainAll(regions);
    }
    int moved = 0;
    for (String city : cities) {
      if (!before.has(folder, city) || !after.has(folder, city)) {
        boolean here = after.has(folder, city);
        listing.row(folder, city, "city", null, here ? "–" : "+", here ? "+" : "–", null, null);
        moved++;
        continue;
      }
      Movements movements =
          new Movements(
              new Movements.Edition(
                  old, before.city(folder, city), before.program(folder), before.written(folder)),
              new Movements.Edition(
                  now, after.city(folder, city), after.program(folder), after.written(folder)));
      for (Movement one : movements.all()) {
        listing.row(
            folder,
            one.region(),
            one.id(),
            one.title(),
            one.before(),
            one.after(),
            one.by(),
            because(one));
        moved++;
      }
    }
    return moved;
  }

  private static Bilingual because(Movement movement) {
    return new Bilingual(
        String.join("；", movement.causes().stream().map(cause -> cause.text().zh()).toList()),
        String.join("; ", movement.causes().stream().map(cause -> cause.text().en()).toList()));
  }
}

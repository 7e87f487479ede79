package io.silvergauge.jobs.cli;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Language;
import io.silvergauge.indicators.evaluation.Edition;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.SchemeView.GroupView;
import io.silvergauge.jobs.evaluate.ExitCode;
import io.silvergauge.jobs.evaluate.Handouts;
import io.silvergauge.jobs.evaluate.RunFailure;
import io.silvergauge.jobs.store.Storage;
import io.silvergauge.reports.Rendering;
import io.silvergauge.reports.ReportFormat;
import io.silvergauge.reports.html.Handout;
import io.silvergauge.reports.html.HandoutKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option {@code --document}: documents beside the reports, written instead of them. */
final class DocumentOption {
  private final Set<HandoutKind> kinds = EnumSet.noneOf(HandoutKind.class);

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--document",
      split = ",",
      paramLabel = "DOCUMENT",
      descriptionKey = "option.document")
  void documents(List<String> wanted) {
    for (String code : wanted) {
      kinds.add(
          HandoutKind.of(code)
              .orElseThrow(
                  () ->
                      new ParameterException(
                          command.commandLine(),
                          "--document: '%s' is not one of: %s"
                              .formatted(code, String.join(", ", HandoutKind.codes())))));
    }
  }

  @Option(names = "--dimension", paramLabel = "ID", descriptionKey = "option.dimension")
  private List<String> dimensions = List.of();

  /** Whether the reports themselves are wanted. */
  boolean reports() {
    return kinds.isEmpty();
  }

  /**
   * Writes what is asked for.
   *
   * @return how many files were written
   * @throws RunFailure if the edition has no such document
   */
  int write(
      PublishedPeriod published,
      Edition edition,
      Set<ReportFormat> formats,
      List<Language> languages,
      List<String> cities,
      Rendering by,
      Storage output)
      throws IOException {
    if (kinds.isEmpty()) {
      return 0;
    }
    Evaluation evaluation = edition.of(published.evaluation());
    List<Handout> wanted = new ArrayList<>();
    for (HandoutKind kind : kinds) {
      List<Handout> own =
          kind.of(evaluation, cities, dimensions(published)).stream()
              .filter(one -> one.isIn(edition))
              .toList();
      if (own.isEmpty()) {
        throw new RunFailure(
            ExitCode.USAGE,
            Bilingual.of(
                "--document：%2$s 版没有 %1$s",
                "--document: there is no %s of the edition '%s'", kind.code(), edition.code()));
      }
      wanted.addAll(own);
    }
    int files =
        new Handouts(
                evaluation,
                code -> edition.of(published.evaluation(), published.city(code)),
                published.sent())
            .write(wanted, formats, languages, by, output, "");
    return files;
  }

  /** Those asked for; else all right below a total. */
  private List<String> dimensions(PublishedPeriod published) {
    List<GroupView> groups = published.evaluation().scheme().groups();
    List<String> all = groups.stream().map(GroupView::id).toList();
    for (String one : dimensions) {
      if (!all.contains(one)) {
        throw published.unknown(new Bilingual("维度", "dimension"), one, all);
      }
    }
    Set<String> totals =
        groups.stream()
            .filter(group -> group.within().isEmpty())
            .map(GroupView::id)
            .collect(Collectors.toSet());
    return dimensions.isEmpty()
        ? groups.stream()
            .filter(group -> totals.contains(group.within()))
            .map(GroupView::id)
            .toList()
        : dimensions;
  }
}

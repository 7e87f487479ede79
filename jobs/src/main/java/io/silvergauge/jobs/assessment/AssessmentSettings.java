package io.silvergauge.jobs.assessment;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Language;
import io.silvergauge.indicators.document.Section;
import io.silvergauge.indicators.evaluation.Edition;
import io.silvergauge.indicators.scheme.Scheme;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.reports.ReportFormat;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What {@code assessment.yaml} says of how it is evaluated and what is written.
 *
 * @param periods the periods, in order of time
 * @param languages languages of the reports
 * @param formats formats of the reports
 * @param editions editions beside the ministry's
 * @param gates when nothing is published
 */
record AssessmentSettings(
    List<Period> periods,
    Set<Language> languages,
    Set<ReportFormat> formats,
    Set<Edition> editions,
    Gates gates) {
  /** Reads them; what is wrong is kept with the section's faults. */
  static AssessmentSettings of(Section root) {
    return new AssessmentSettings(
        periods(root),
        languages(root),
        formats(root),
        editions(root),
        root.optionalSection("gates").map(AssessmentSettings::gates).orElse(Gates.OPEN));
  }

  private static List<Period> periods(Section root) {
    List<Period> periods = new ArrayList<>();
    for (String text : root.texts("periods")) {
      try {
        periods.add(Period.parse(text));
      } catch (IllegalArgumentException e) {
        root.fault(
            "periods",
            Bilingual.of("“%s”无效，应为时期，如 2023Q4", "'%s' is not a period such as 2023Q4", text));
      }
    }
    if (periods.isEmpty()) {
      root.fault("periods", new Bilingual("至少需要一个时期", "at least one period is needed"));
    }
    return periods.stream().distinct().sorted().toList();
  }

  private static Gates gates(Section section) {
    Gates gates =
        new Gates(
            percent(section, "file_rejected_over", Gates.OPEN.fileRejectedOver()),
            percent(section, "run_coverage_below", Gates.OPEN.runCoverageBelow()));
    section.done();
    return gates;
  }

  private static BigDecimal percent(Section section, String name, BigDecimal absent) {
    BigDecimal percent = section.decimal(name, absent);
    if (percent.signum() < 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0) {
      section.fault(
          name,
          Bilingual.of(
              "%s 无效，应为 0 至 100 的百分数",
              "%s is not a percentage from 0 to 100", percent.toPlainString()));
    }
    return percent;
  }

  private static Set<Language> languages(Section root) {
    Set<Language> languages = EnumSet.noneOf(Language.class);
    for (String code : root.texts("languages")) {
      Language.of(code)
          .ifPresentOrElse(
              languages::add,
              () ->
                  root.fault(
                      "languages",
                      Bilingual.of("“%s”无效，可用：zh, en", "'%s' is not one of: zh, en", code)));
    }
    return languages.isEmpty() ? EnumSet.allOf(Language.class) : languages;
  }

  private static Set<Edition> editions(Section root) {
    Set<Edition> editions = EnumSet.noneOf(Edition.class);
    for (String code : root.texts("editions")) {
      Edition.of(code)
          .ifPresentOrElse(
              editions::add,
              () ->
                  root.fault(
                      "editions",
                      Bilingual.of(
                          "“%s”无效，可用：%s",
                          "'%s' is not one of: %s", code, String.join(", ", Edition.codes()))));
    }
    editions.remove(Edition.MINISTRY); // that is what reports/ holds
    return editions;
  }

  private static Set<ReportFormat> formats(Section root) {
    Set<ReportFormat> formats = EnumSet.noneOf(ReportFormat.class);
    for (String code : root.texts("formats")) {
      ReportFormat.of(code)
          .ifPresentOrElse(
              formats::add,
              () ->
                  root.fault(
                      "formats",
                      Bilingual.of(
                          "“%s”无效，可用：%s",
                          "'%s' is not one of: %s",
                          code,
                          String.join(", ", ReportFormat.codes()))));
    }
    return formats.isEmpty()
        ? EnumSet.of(ReportFormat.HTML, ReportFormat.XLSX, ReportFormat.DASHBOARD)
        : formats;
  }

  /** A period outside the edition's own is evaluated by another edition or not at all. */
  void checkValidity(Section root, Scheme scheme) {
    for (Period period : periods) {
      if (!scheme.appliesIn(period)) {
        root.fault(
            "periods",
            Bilingual.of(
                "%s 不在方案 %s %s 的适用期内（%s 至 %s）；须用该时期的版本",
                "%s lies outside the time of scheme %s, edition %s (%s to %s); it needs the edition"
                    + " of its own time",
                period,
                scheme.id(),
                scheme.edition(),
                scheme.validFrom().isEmpty() ? "…" : scheme.validFrom(),
                scheme.validTo().isEmpty() ? "…" : scheme.validTo()));
      }
    }
  }
}

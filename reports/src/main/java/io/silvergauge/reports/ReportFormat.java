package io.silvergauge.reports;

import io.silvergauge.indicators.document.Language;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.reports.dashboard.Dashboards;
import io.silvergauge.reports.docx.WordReports;
import io.silvergauge.reports.html.Handout;
import io.silvergauge.reports.html.HtmlReports;
import io.silvergauge.reports.html.Material;
import io.silvergauge.reports.pdf.PdfReports;
import io.silvergauge.reports.xlsx.Workbooks;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The formats in which reports can be written. */
public enum ReportFormat {
  /** Pages for a browser. */
  HTML("html", "comparison") {
    @Override
    public Optional<byte[]> city(
        Evaluation evaluation, RegionEvaluation region, Language language, Rendering by) {
      return Optional.of(
          new HtmlReports(by.styling().pages())
              .city(evaluation, region, language, by.written())
              .getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Optional<byte[]> explanation(
        Evaluation evaluation, RegionEvaluation region, Language language, Rendering by) {
      return Optional.of(
          new HtmlReports(by.styling().pages())
              .explanation(evaluation, region, language, by.written())
              .getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Optional<byte[]> handout(
        Handout handout, Material material, Language language, Rendering by) {
      return Optional.of(
          new HtmlReports(by.styling().pages())
              .handout(handout, material, language, by.written())
              .getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public byte[] comparison(
        Evaluation evaluation, Iterable<RegionEvaluation> cities, Language language, Rendering by) {
      return new HtmlReports(by.styling().pages())
          .comparison(evaluation, cities, language, by.written())
          .getBytes(StandardCharsets.UTF_8);
    }
  },
  /** Documents for paper. */
  PDF("pdf", "comparison") {
    @Override
    public Optional<byte[]> city(
        Evaluation evaluation, RegionEvaluation region, Language language, Rendering by) {
      return Optional.of(new PdfReports(by.styling().pages()).city(evaluation, region, language));
    }

    @Override
    public Optional<byte[]> handout(
        Handout handout, Material material, Language language, Rendering by) {
      return Optional.of(new PdfReports(by.styling().pages()).handout(handout, material, language));
    }

    @Override
    public byte[] comparison(
        Evaluation evaluation, Iterable<RegionEvaluation> cities, Language language, Rendering by) {
      return new PdfReports(by.styling().pages()).comparison(evaluation, cities, language);
    }
  },
  /** A workbook of everything; none of single cities. */
  XLSX("xlsx", "workbook") {
    @Override
    public Optional<byte[]> city(
        Evaluation evaluation, RegionEvaluation region, Language language, Rendering by) {
      return Optional.empty();
    }

    @Override
    public byte[] comparison(
        Evaluation evaluation, Iterable<RegionEvaluation> cities, Language language, Rendering by) {
      return Workbooks.of(evaluation, cities, language);
    }
  },
  /** Documents for Word. */
  DOCX("docx", "comparison") {
    @Override
    public Optional<byte[]> city(
        Evaluation evaluation, RegionEvaluation region, Language language, Rendering by) {
      return Optional.of(new WordReports(by.styling()).city(evaluation, region, language));
    }

    @Override
    public Optional<byte[]> handout(
        Handout handout, Material material, Language language, Rendering by) {
      return Optional.of(new WordReports(by.styling()).handout(handout, material, language));
    }

    @Override
    public byte[] comparison(
        Evaluation evaluation, Iterable<RegionEvaluation> cities, Language language, Rendering by) {
      return new WordReports(by.styling()).comparison(evaluation, cities, language);
    }
  },
  /** A page of all cities and periods to work with, both languages in one file. */
  DASHBOARD("dashboard", "dashboard") {
    @Override
    public Optional<byte[]> city(
        Evaluation evaluation, RegionEvaluation region, Language language, Rendering by) {
      return Optional.empty();
    }

    @Override
    public byte[] comparison(
        Evaluation evaluation, Iterable<RegionEvaluation> cities, Language language, Rendering by) {
      return Dashboards.of(evaluation, cities, by.written());
    }

    @Override
    public String comparisonFile(Language language) {
      return "dashboard.html";
    }

    @Override
    public boolean isBilingual() {
      return true;
    }
  };

  private final String code;
  private final String comparison;

  ReportFormat(String code, String comparison) {
    this.code = code;
    this.comparison = comparison;
  }

  /** Whether one file on all cities holds both languages, so that it is written once. */
  public boolean isBilingual() {
    return false;
  }

  /** The languages in which the report on all cities is a file of its own. */
  public List<Language> apart(Collection<Language> wanted) {
    return wanted.stream().sorted().limit(isBilingual() ? 1 : wanted.size()).toList();
  }

  /** Its name in files and options, and the ending of its files. */
  public String code() {
    return code;
  }

  /** The format of a code; none where there is no such format. */
  public static Optional<ReportFormat> of(String code) {
    return Arrays.stream(values()).filter(format -> format.code.equals(code)).findFirst();
  }

  /** All codes. */
  public static List<String> codes() {
    return Arrays.stream(values()).map(ReportFormat::code).toList();
  }

  /** Name of the file of a city's report. */
  public String cityFile(String code, Language language) {
    return file(RegionEvaluation.City.fileName(code), language);
  }

  /** Name of the file of a document beside the reports. */
  public String handoutFile(Handout handout, Language language) {
    return file(handout.fileName(), language);
  }

  /** Name of the file of the report on all cities. */
  public String comparisonFile(Language language) {
    return file(comparison, language);
  }

  private String file(String name, Language language) {
    return name + "." + language.code() + "." + code;
  }

  /**
   * The report of one city, as a file of this format; none where the format has none.
   *
   * @param by the pages it may link to, and what it looks like
   */
  public abstract Optional<byte[]> city(
      Evaluation evaluation, RegionEvaluation region, Language language, Rendering by);

  /**
   * What explains the figures of a city's report, as a file of this format; none where figures of
   * this format lead nowhere.
   *
   * @param by the pages it may link to, and what it looks like
   */
  public Optional<byte[]> explanation(
      Evaluation evaluation, RegionEvaluation region, Language language, Rendering by) {
    return Optional.empty();
  }

  /**
   * A document beside the reports, as a file of this format; none where the format has none.
   *
   * @param by the pages it may link to, and what it looks like
   */
  public Optional<byte[]> handout(
      Handout handout, Material material, Language language, Rendering by) {
    return Optional.empty();
  }

  /**
   * The report on all cities, as a file of this format.
   *
   * @param cities every city; only gone through where the format shows more than the comparison
   * @param by the pages it may link to, and what it looks like
   */
  public abstract byte[] comparison(
      Evaluation evaluation, Iterable<RegionEvaluation> cities, Language language, Rendering by);
}

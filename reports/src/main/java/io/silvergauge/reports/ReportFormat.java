package io.silvergauge.reports;

import io.silvergauge.indicators.document.Language;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.reports.html.HtmlReports;
import io.silvergauge.reports.html.Written;
import io.silvergauge.reports.pdf.PdfReports;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The formats in which reports can be written. */
public enum ReportFormat {
  /** Pages for a browser. */
  HTML("html") {
    @Override
    public byte[] city(
        Evaluation evaluation, RegionEvaluation region, Language language, Written written) {
      return new HtmlReports()
          .city(evaluation, region, language, written)
          .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Optional<byte[]> explanation(
        Evaluation evaluation, RegionEvaluation region, Language language, Written written) {
      return Optional.of(
          new HtmlReports()
              .explanation(evaluation, region, language, written)
              .getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public byte[] comparison(Evaluation evaluation, Language language, Written written) {
      return new HtmlReports()
          .comparison(evaluation, language, written)
          .getBytes(StandardCharsets.UTF_8);
    }
  },
  /** Documents for paper. */
  PDF("pdf") {
    @Override
    public byte[] city(
        Evaluation evaluation, RegionEvaluation region, Language language, Written written) {
      return new PdfReports().city(evaluation, region, language);
    }

    @Override
    public byte[] comparison(Evaluation evaluation, Language language, Written written) {
      return new PdfReports().comparison(evaluation, language);
    }
  };

  private final String code;

  ReportFormat(String code) {
    this.code = code;
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

  /**
   * The report of one city, as a file of this format.
   *
   * @param written the pages it may link to
   */
  public abstract byte[] city(
      Evaluation evaluation, RegionEvaluation region, Language language, Written written);

  /**
   * What explains the figures of a city's report, as a file of this format; none where figures of
   * this format lead nowhere.
   *
   * @param written the pages it may link to
   */
  public Optional<byte[]> explanation(
      Evaluation evaluation, RegionEvaluation region, Language language, Written written) {
    return Optional.empty();
  }

  /**
   * The report that compares all cities, as a file of this format.
   *
   * @param written the pages it may link to
   */
  public abstract byte[] comparison(Evaluation evaluation, Language language, Written written);
}

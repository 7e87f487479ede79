package io.silvergauge.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.document.Language;
import io.silvergauge.reports.pdf.Conformance;
import io.silvergauge.reports.pdf.PdfReports;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.verapdf.pdfa.flavours.PDFAFlavour;

class PdfConformanceTest {
  private static byte[] blank() throws IOException {
    try (PDDocument document = new PDDocument();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      document.addPage(new PDPage());
      document.save(bytes);
      return bytes.toByteArray();
    }
  }

  /** A judge that never objects proves nothing. */
  @Test
  void aPageWithNothingSaidOfItDoesNotConform() throws Exception {
    assertThat(Conformance.faults(blank(), PDFAFlavour.PDFA_2_U)).isNotEmpty();
    assertThat(Conformance.faults(blank(), PDFAFlavour.PDFUA_1)).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void reportsCanBeKeptAndReadAloud(Language language) throws Exception {
    byte[] city = new PdfReports().city(Samples.evaluation(), Samples.city(), language);
    byte[] comparison =
        new PdfReports().comparison(Samples.evaluation(), List.of(Samples.city()), language);
    for (byte[] pdf : List.of(city, comparison)) {
      for (PDFAFlavour standard : List.of(PDFAFlavour.PDFA_2_U, PDFAFlavour.PDFUA_1)) {
        assertThat(Conformance.faults(pdf, standard)).as(standard.getId()).isEmpty();
      }
    }
  }
}

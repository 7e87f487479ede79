package io.silvergauge.reports.pdf;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.render.DefaultObjectDrawerFactory;
import com.openhtmltopdf.util.XRLog;
import io.silvergauge.reports.html.PaperPage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Sets a page for paper as PDF. Nothing outside the page is read. */
final class Typesetter {
  private static final float PDF_VERSION = 1.7f;

  static {
    XRLog.setLoggingEnabled(false);
  }

  private Typesetter() {}

  static byte[] set(PaperPage page) {
    DefaultObjectDrawerFactory drawers = new DefaultObjectDrawerFactory();
    drawers.registerDrawer(PaperPage.CHART, new ChartDrawer(page.charts()));
    PaperFonts fonts = PaperFonts.lent();
    try (PDDocument document = new PDDocument()) {
      PdfRendererBuilder builder =
          new PdfRendererBuilder()
              .usePDDocument(document)
              .usePdfVersion(PDF_VERSION)
              .withProducer("SilverGauge")
              .useObjectDrawerFactory(drawers)
              .useExternalResourceAccessControl(
                  (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
              .withW3cDocument(page.parsed(), null);
      fonts.in(document, builder);
      try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
        renderer.createPDFWithoutClosing();
        return saved(document, page);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      fonts.giveBack();
    }
  }

  /** Dated by the evaluation and named by the page, so that the same page gives the same bytes. */
  private static byte[] saved(PDDocument document, PaperPage page) throws IOException {
    Calendar asOf = new GregorianCalendar(TimeZone.getTimeZone(ZoneOffset.UTC), Locale.ROOT);
    asOf.setTimeInMillis(page.asOf().atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli());
    document.getDocumentInformation().setCreationDate(asOf);
    document.getDocumentInformation().setModificationDate(asOf);
    document.setDocumentId(ByteBuffer.wrap(hash(page.xhtml())).getLong());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    document.save(bytes);
    return bytes.toByteArray();
  }

  private static byte[] hash(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}

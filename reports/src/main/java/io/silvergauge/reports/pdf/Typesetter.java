package io.silvergauge.reports.pdf;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
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
import java.util.ArrayList;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Sets a page for paper as PDF that can be kept (PDF/A-2u) and read aloud (PDF/UA-1). Nothing
 * outside the page is read.
 */
final class Typesetter {
  private static final float PDF_VERSION = 1.7f;
  private static final String PRODUCER = "SilverGauge";

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
              .usePdfAConformance(PdfAConformance.PDFA_2_U)
              .usePdfUaAccessibility(true)
              .useColorProfile(ColourProfile.sRgb())
              .withProducer(PRODUCER)
              .useObjectDrawerFactory(drawers)
              .useExternalResourceAccessControl(
                  (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
              .withW3cDocument(linksTold(page.parsed()), null);
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

  /** Who listens to a link hears its words: they stand as its description too. */
  private static Document linksTold(Document page) {
    NodeList found = page.getElementsByTagName("a");
    List<Element> links = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      links.add((Element) found.item(i)); // after a change of the page all are looked for again
    }
    for (Element link : links) {
      if (!link.hasAttribute("title")) {
        link.setAttribute("title", link.getTextContent().strip());
      }
    }
    return page;
  }

  /** Dated by the evaluation and named by the page, so that the same page gives the same bytes. */
  private static byte[] saved(PDDocument document, PaperPage page) throws IOException {
    Calendar asOf = new GregorianCalendar(TimeZone.getTimeZone(ZoneOffset.UTC), Locale.ROOT);
    asOf.setTimeInMillis(page.asOf().atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli());
    PDDocumentInformation told = document.getDocumentInformation();
    told.setCreationDate(asOf);
    told.setModificationDate(asOf);
    PDDocumentCatalog catalog = document.getDocumentCatalog();
    catalog
        .getMetadata()
        .importXMPMetadata(
            PacketOfFacts.of(
                told.getTitle(), told.getSubject(), catalog.getLanguage(), page.asOf(), PRODUCER));
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

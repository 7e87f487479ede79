package io.silvergauge.reports.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import io.silvergauge.reports.chart.ChartFont;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The parsed fonts of a document in the making. Parsing takes longer than setting a report, and a
 * parsed font serves one document at a time: so each pair is lent, given back and lent again, and
 * there are never more pairs than reports set at once.
 */
final class PaperFonts {
  private static final Queue<PaperFonts> FREE = new ConcurrentLinkedQueue<>();
  private static final int NORMAL = 400;
  private static final int BOLD = 700;

  private final TrueTypeFont regular = parsed(ChartFont.REGULAR_FILE);
  private final TrueTypeFont bold = parsed(ChartFont.BOLD_FILE);

  private PaperFonts() {}

  static PaperFonts lent() {
    PaperFonts free = FREE.poll();
    return free == null ? new PaperFonts() : free;
  }

  /** Gives the fonts back, once the document they were lent for is closed. */
  void giveBack() {
    FREE.add(this);
  }

  /** Embeds the fonts in a document, as far as their signs are used. */
  void in(PDDocument document, PdfRendererBuilder builder) throws IOException {
    use(document, builder, regular, NORMAL);
    use(document, builder, bold, BOLD);
  }

  private static void use(
      PDDocument document, PdfRendererBuilder builder, TrueTypeFont font, int weight)
      throws IOException {
    builder.useFont(
        new PDFontSupplier(PDType0Font.load(document, font, true)),
        ChartFont.family(),
        weight,
        FontStyle.NORMAL,
        true);
  }

  private static TrueTypeFont parsed(String file) {
    try (InputStream bytes = ChartFont.class.getClassLoader().getResourceAsStream(file)) {
      TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(bytes));
      // Ligatures, which our texts do not need, cost PDFBox more than all the rest of a report.
      font.setEnableGsub(false);
      return font;
    } catch (IOException e) {
      throw new UncheckedIOException("The font '%s' cannot be read".formatted(file), e);
    }
  }
}

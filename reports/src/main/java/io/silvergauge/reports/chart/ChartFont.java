package io.silvergauge.reports.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The font of all charts, Noto Sans SC, its two faces read once from their artifact: no system font
 * is needed.
 */
public final class ChartFont {
  /** The font as a resource of the class path. */
  public static final String REGULAR_FILE = "fonts/ttf/NotoSansSC/NotoSansSC-Regular.ttf";

  /** Its bold face. */
  public static final String BOLD_FILE = "fonts/ttf/NotoSansSC/NotoSansSC-Bold.ttf";

  static final FontRenderContext EXACT = new FontRenderContext(null, true, true);
  private static final Font REGULAR = read(REGULAR_FILE);
  private static final Font BOLD = read(BOLD_FILE);

  private static final int KEPT = 50_000;
  private static final Map<Measured, Double> WIDTHS = new ConcurrentHashMap<>();

  private record Measured(String text, boolean bold, float size) {}

  static {
    GraphicsEnvironment.getLocalGraphicsEnvironment().registerFont(REGULAR);
  }

  private ChartFont() {}

  /** The name by which charts ask for it. */
  public static String family() {
    return REGULAR.getFamily(Locale.ROOT);
  }

  static Font plain(float size) {
    return REGULAR.deriveFont(size);
  }

  /** The bold face by the name of the family, as the canvas of a document wants it. */
  static Font bold(float size) {
    return REGULAR.deriveFont(Font.BOLD, size);
  }

  /** The face itself, for its measures and outlines. */
  static Font outlined(boolean bold, float size) {
    return (bold ? BOLD : REGULAR).deriveFont(size);
  }

  /** How wide a text is in a font. */
  static double width(String text, Font font) {
    Measured key = new Measured(text, font.isBold(), font.getSize2D());
    Double known = WIDTHS.get(key);
    if (known != null) {
      return known;
    }
    if (WIDTHS.size() >= KEPT) {
      WIDTHS.clear();
    }
    double width = outlined(key.bold(), key.size()).getStringBounds(text, EXACT).getWidth();
    WIDTHS.put(key, width);
    return width;
  }

  private static Font read(String name) {
    try (InputStream bytes = ChartFont.class.getClassLoader().getResourceAsStream(name)) {
      if (bytes == null) {
        throw new IllegalStateException("The font '%s' is not on the class path".formatted(name));
      }
      Path file = Files.createTempFile("silvergauge-font-", ".ttf");
      file.toFile().deleteOnExit();
      Files.copy(bytes, file, StandardCopyOption.REPLACE_EXISTING);
      return Font.createFont(Font.TRUETYPE_FONT, file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (FontFormatException e) {
      throw new IllegalStateException("The font '%s' cannot be read".formatted(name), e);
    }
  }
}

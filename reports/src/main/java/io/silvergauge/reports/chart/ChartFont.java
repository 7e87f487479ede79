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

/** The font of all charts, Noto Sans SC, read once from its artifact: no system font is needed. */
public final class ChartFont {
  /** The font as a resource of the class path. */
  public static final String REGULAR_FILE = "fonts/ttf/NotoSansSC/NotoSansSC-Regular.ttf";

  /** Its bold face. */
  public static final String BOLD_FILE = "fonts/ttf/NotoSansSC/NotoSansSC-Bold.ttf";

  private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);
  private static final Font REGULAR = registered();

  private ChartFont() {}

  /** The name by which charts ask for it. */
  public static String family() {
    return REGULAR.getFamily(Locale.ROOT);
  }

  static Font plain(float size) {
    return REGULAR.deriveFont(size);
  }

  static Font bold(float size) {
    return REGULAR.deriveFont(Font.BOLD, size);
  }

  /** How wide a text is in a font. */
  static double width(String text, Font font) {
    return font.getStringBounds(text, EXACT).getWidth();
  }

  private static Font registered() {
    try (InputStream bytes = ChartFont.class.getClassLoader().getResourceAsStream(REGULAR_FILE)) {
      if (bytes == null) {
        throw new IllegalStateException(
            "The font '%s' is not on the class path".formatted(REGULAR_FILE));
      }
      Path file = Files.createTempFile("silvergauge-font-", ".ttf");
      file.toFile().deleteOnExit();
      Files.copy(bytes, file, StandardCopyOption.REPLACE_EXISTING);
      Font font = Font.createFont(Font.TRUETYPE_FONT, file.toFile());
      GraphicsEnvironment.getLocalGraphicsEnvironment().registerFont(font);
      return font;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (FontFormatException e) {
      throw new IllegalStateException("The font '%s' cannot be read".formatted(REGULAR_FILE), e);
    }
  }
}

package io.silvergauge.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.document.Fault;
import io.silvergauge.indicators.document.Faults;
import io.silvergauge.indicators.document.Language;
import io.silvergauge.indicators.scheme.Scheme;
import io.silvergauge.indicators.scheme.SchemeReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Files of the repository, and texts as if they stood in files. */
public final class TestFiles {
  private TestFiles() {}

  /** The root of the repository; Maven runs a module's tests in the module's own folder. */
  public static Path repository() {
    return Path.of("").toAbsolutePath().getParent();
  }

  /** The rule book that is shipped. */
  public static Path shippedScheme() {
    return repository().resolve("indicators/schemes/contact-cities-2023/scheme.yaml");
  }

  /** A folder below {@code docs/examples}. */
  public static Path example(String name) {
    return repository().resolve("docs/examples").resolve(name);
  }

  /** A file's bytes. */
  public static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A text's bytes as a file holds them. */
  public static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The scheme in a file, which must be without fault. */
  public static Scheme scheme(Path file) {
    return scheme(file.getFileName().toString(), bytes(file));
  }

  /** The scheme in a text, which must be without fault. */
  public static Scheme scheme(String text) {
    return scheme("scheme.yaml", utf8(text));
  }

  private static Scheme scheme(String name, byte[] content) {
    Faults faults = new Faults();
    Scheme scheme = SchemeReader.read(name, content, "0".repeat(64), faults).orElse(null);
    assertThat(said(faults)).isEmpty();
    return scheme;
  }

  /** The faults as a user reads them in English. */
  public static List<String> said(Faults faults) {
    return faults.all().stream().map(fault -> fault.in(Language.EN)).toList();
  }

  /** The faults as a user reads them in Chinese. */
  public static List<String> saidInChinese(Faults faults) {
    return faults.all().stream().map((Fault fault) -> fault.in(Language.ZH)).toList();
  }

  /** A text with one place changed; the place must be there exactly once. */
  public static String changed(String text, String from, String to) {
    assertThat(text.split(Pattern.quote(from), -1)).as("places of '%s'", from).hasSize(2);
    return text.replace(from, to);
  }

  /** The line, from 1, on which a text first holds {@code part}. */
  public static int lineOf(String text, String part) {
    int at = text.indexOf(part);
    assertThat(at).as("place of '%s'", part).isNotNegative();
    return (int) text.substring(0, at).chars().filter(sign -> sign == '\n').count() + 1;
  }
}

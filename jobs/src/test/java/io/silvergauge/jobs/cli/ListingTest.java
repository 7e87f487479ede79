package io.silvergauge.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Language;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListingTest {
  private static List<String> printed(Listing.Shape shape) {
    StringWriter out = new StringWriter();
    Listing listing =
        new Listing().text("standing", "长短", "strength").brief("after", "之后", "after");
    listing.row(new Listing.Code("strong", new Bilingual("长项", "strength")), "x".repeat(50));
    listing.row(null, null);
    listing.print(
        new Console(new PrintWriter(out), new PrintWriter(new StringWriter()), Language.ZH, false),
        shape);
    return out.toString().lines().map(String::strip).toList();
  }

  /** A table tells a person words, and no more than fits; a program gets codes, and all. */
  @ParameterizedTest
  @CsvSource({"TABLE, 长项, –", "CSV, 'strong,', ','", "JSON, '\"standing\" : \"strong\",', null"})
  void tellsAProgramCodesAndAPersonWords(Listing.Shape shape, String first, String none) {
    List<String> lines = printed(shape);
    String whole = "x".repeat(50);
    assertThat(lines)
        .anyMatch(line -> line.startsWith(first))
        .anyMatch(line -> line.contains(none));
    assertThat(String.join("", lines).contains(whole)).isEqualTo(shape != Listing.Shape.TABLE);
    assertThat(String.join("", lines)).contains("x".repeat(47));
  }
}

package io.silvergauge.reports.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.silvergauge.indicators.document.Language;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageTemplatesTest {
  private static PageTemplates with(String name, String text) {
    return PageTemplates.of(Map.of(name, text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String city(PageTemplates templates) {
    return new HtmlReports(templates)
        .city(
            Sample.evaluation(Sample.BOTH),
            Sample.region(Sample.CITY, Sample.results()),
            Language.ZH,
            Written.of(List.of(Language.ZH), List.of()));
  }

  @Test
  void knowsEachTemplateThatComesWithTheProgram() throws IOException, URISyntaxException {
    Path folder = Path.of(PageTemplates.class.getResource("city.peb").toURI()).getParent();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(
              files
                  .map(file -> file.getFileName().toString())
                  .filter(name -> name.endsWith(".peb") || name.endsWith(".css"))
                  .sorted())
          .isEqualTo(PageTemplates.NAMES);
    }
  }

  @Test
  void writesPagesByAnAgencysOwnTemplates() {
    String text =
        PageTemplates.SHIPPED
            .text("layout.peb")
            .replace("<footer>", "<footer><p class=\"agency\">示例评估院</p>");
    assertThat(city(with("layout.peb", text))).contains("<p class=\"agency\">示例评估院</p>");
    assertThat(city(PageTemplates.SHIPPED)).doesNotContain("示例评估院");
  }

  /** The policy names the hash of the sheet that stands in the page, so that browsers apply it. */
  @Test
  void allowsTheStyleSheetOfAnAgency() {
    String shipped = policy(city(PageTemplates.SHIPPED));
    String own = policy(city(with("style.css", "\uFEFFbody { color: #123456 }\r\n")));
    assertThat(own).startsWith("default-src 'none'; style-src 'sha256-").isNotEqualTo(shipped);
    // printf 'body { color: #123456 }\n' | openssl dgst -sha256 -binary | base64
    assertThat(own).contains("'sha256-CWQUYBd7a/06jp0KQjHns5LVZX715o6aldfte8nXT8Q='");
  }

  private static String policy(String page) {
    String from = "Content-Security-Policy\" content=\"";
    int start = page.indexOf(from) + from.length();
    return page.substring(start, page.indexOf('"', start)).replace("&#39;", "'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ page.head.title | raw }}",
        "{% autoescape false %}{{ page.head.title }}{% endautoescape %}",
        "{% filter raw %}{{ page.head.title }}{% endfilter %}",
        "{% set style = page.head.title %}",
        "{{ page.head.title | escape('js') }}",
        "<body onload=\"alert(1)\">",
        "<meta http-equiv=\"refresh\" content=\"0\">",
        "<script>alert(1)</script>",
        "<img src=\"https://example.org/x.png\">",
        "<a href=\"javascript:alert(1)\">x</a>"
      })
  void refusesWhatRunsOrLoadsOrIsNotEscaped(String unsafe) {
    assertThatThrownBy(() -> with("unmet.peb", "<p>x</p>\n" + unsafe))
        .isInstanceOf(TemplateFault.class)
        .hasMessageContaining("unmet.peb, line 2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"@import 'x.css';", "p { background: url(https://example.org) }"})
  void refusesStyleSheetsThatLoad(String unsafe) {
    assertThatThrownBy(() -> with("style.css", unsafe))
        .isInstanceOf(TemplateFault.class)
        .hasMessageContaining("style.css, line 1");
  }

  /** Neither files nor classes are reached, however a template asks. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{{ page.getClass().getName() }}",
        "{{ t.getClass().forName('java.lang.Runtime') }}",
        "{{ page.head.title.getClass() }}",
        "{{ page.head.title.getBytes() }}",
        "{% include '../../../../../../../etc/passwd' %}",
        "{% include '/etc/passwd' %}",
        "{% include 'paper.css' %}"
      })
  void reachesNeitherFilesNorClasses(String escape) {
    assertThatThrownBy(() -> city(with("unmet.peb", escape + "\n")))
        .isInstanceOf(TemplateFault.class)
        .hasMessageContaining("unmet.peb");
  }

  @Test
  void namesFileAndLineOfAFault() {
    assertThatThrownBy(() -> with("city.peb", "<p>\n{% if %}\n"))
        .isInstanceOf(TemplateFault.class)
        .hasMessageContaining("template city.peb, line 2");
    assertThatThrownBy(() -> city(with("unmet.peb", "<p>\n\n{{ page.nothing }}\n")))
        .isInstanceOf(TemplateFault.class)
        .hasMessageContaining("template unmet.peb, line 3")
        .hasMessageContaining("nothing");
    assertThatThrownBy(() -> with("citi.peb", ""))
        .isInstanceOf(TemplateFault.class)
        .hasMessageContaining(
            "template citi.peb: there is no such template; did you mean 'city.peb'");
    assertThatThrownBy(() -> city(with("layout.peb", "<!-- <head> --><html></html>")))
        .isInstanceOf(TemplateFault.class)
        .hasMessageContaining("must begin with <!DOCTYPE html>");
    assertThatThrownBy(() -> city(with("unmet.peb", "{% include 'unmet.peb' %}")))
        .isInstanceOf(TemplateFault.class)
        .hasMessageContaining("without end");
    assertThatThrownBy(() -> PageTemplates.of(Map.of("city.peb", new byte[] {(byte) 0xff})))
        .isInstanceOf(TemplateFault.class)
        .hasMessageContaining("no text in UTF-8");
  }

  @Test
  void goesWithATaskToWhereItIsUsed() throws IOException, ClassNotFoundException {
    PageTemplates own = with("unmet.peb", "<p>eigen</p>\n");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(own);
      out.writeObject(PageTemplates.SHIPPED);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(city((PageTemplates) in.readObject())).isEqualTo(city(own)).contains("eigen");
      assertThat(in.readObject()).isSameAs(PageTemplates.SHIPPED);
    }
  }
}

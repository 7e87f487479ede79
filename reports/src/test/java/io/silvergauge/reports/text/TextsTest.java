package io.silvergauge.reports.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.silvergauge.indicators.document.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextsTest {
  private static final Map<String, String> ZH = Texts.of(Language.ZH).all();
  private static final Map<String, String> EN = Texts.of(Language.EN).all();
  private static final Pattern PLACE = Pattern.compile("\\{[^}]*}");
  private static final Pattern SAID = Pattern.compile("say\\(\\s*\"([a-zA-Z0-9_.]+)\"[,)]");
  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

  /** Kinds whose keys end in a code of the model; the code picks them. */
  private static final Pattern BY_CODE =
      Pattern.compile(
          "(unit|level|province|membership|list|plan|department|status|data|meets|ties|aggregation|better"
              + "|scoring|missing|kind|time|date|word|check|book\\.level|severity|listing\\.state|listing\\.role|behind\\.fact|method|finding|state|overdue|response|decision|outlook\\.by|trend\\.by|explained|refused|remedy|sender|owed|restated)\\..+");

  @Test
  void bothLanguagesHaveTheSameKeys() {
    assertThat(ZH.keySet()).isEqualTo(EN.keySet());
  }

  /** The later of two would silently stand for both. */
  @ParameterizedTest
  @EnumSource(Language.class)
  void writesNoKeyTwice(Language language) throws IOException {
    try (InputStream file = Texts.class.getResourceAsStream(language.code() + ".properties")) {
      assertThat(
              new String(file.readAllBytes(), StandardCharsets.UTF_8)
                  .lines()
                  .filter(line -> line.contains("=") && !line.startsWith("#"))
                  .map(line -> line.substring(0, line.indexOf('='))))
          .hasSizeGreaterThan(1000)
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void bothLanguagesHaveTheSamePlacesToFill() {
    Map<String, TreeSet<String>> zh = new TreeMap<>();
    ZH.forEach((key, text) -> zh.put(key, places(text)));
    Map<String, TreeSet<String>> en = new TreeMap<>();
    EN.forEach((key, text) -> en.put(key, places(text)));
    assertThat(zh).isEqualTo(en);
  }

  @Test
  void englishTextsHoldNoChinese() {
    assertThat(EN)
        .allSatisfy(
            (key, text) -> {
              if (!List.of("page.to.other", "dash.other").contains(key)) {
                assertThat(CHINESE.matcher(text).find()).as(key + "=" + text).isFalse();
              }
            });
  }

  @Test
  void everyTextThatIsSaidExistsAndNoneIsLeftOver() throws IOException {
    String sources = sources();
    List<String> keys =
        SAID.matcher(sources).results().map(result -> result.group(1)).distinct().toList();
    assertThat(keys).hasSizeGreaterThan(50);
    assertThat(ZH.keySet()).containsAll(keys);
    assertThat(ZH.keySet())
        .allSatisfy(
            key -> {
              if (!BY_CODE.matcher(key).matches()) {
                String said = key.replaceFirst("\\.regions$", "");
                assertThat(ZH).containsKey(said);
                assertThat(sources).contains("\"" + said + "\"");
              }
            });
  }

  @Test
  void fillsPlacesOnceAndTakesFillingsAsTheyStand() {
    assertThat(Texts.of(Language.EN).say("amount.of", "part", "{whole} $1 \\", "whole", "{part}"))
        .isEqualTo("{whole} $1 \\ / {part}");
  }

  @Test
  void refusesAnUnknownKeyAndAnOpenPlace() {
    Texts texts = Texts.of(Language.EN);
    assertThatThrownBy(() -> texts.say("no.such.text"))
        .hasMessage("There is no text 'no.such.text'");
    assertThatThrownBy(() -> texts.say("amount.of", "part", 1))
        .hasMessage("Text 'amount.of': nothing fills 'whole'");
  }

  private static TreeSet<String> places(String text) {
    Matcher matcher = PLACE.matcher(text);
    return matcher.results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
  }

  private static String sources() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src", "main"))) {
      return files
          .filter(file -> file.toString().matches(".*\\.(java|peb|js)"))
          .filter(file -> !file.getParent().endsWith("lib"))
          .sorted()
          .map(TextsTest::read)
          .collect(Collectors.joining("\n"));
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

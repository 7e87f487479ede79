package io.silvergauge.indicators.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.silvergauge.indicators.document.InvalidValueException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoteTextTest {
  private static final String FRONT = "author: 李明, date: 2024-01-20\n";

  private static Note note(String text) {
    return NoteText.read("410100", "zh", FRONT + text);
  }

  private static List<String> blocks(String text) {
    return note(text).blocks().stream()
        .map(
            block ->
                block.kind()
                    + block.runs().stream().map(run -> run.style() + "|" + run.text()).toList())
        .toList();
  }

  @Test
  void readsAuthorAndDate() {
    assertThat(note("正文")).extracting(Note::author, Note::date).containsExactly("李明", "2024-01-20");
  }

  @Test
  void readsParagraphsListsAndEmphasis() {
    assertThat(
            blocks(
                """

                第一行
                第二行

                - **床位** 不足
                - *其他*
                1. one
                2) two *three* **four**
                """))
        .containsExactly(
            "paragraph[plain|第一行第二行]",
            "bullet[strong|床位, plain| 不足]",
            "bullet[emphasis|其他]",
            "numbered[plain|one]",
            "numbered[plain|two , emphasis|three, plain| , strong|four]");
  }

  @Test
  void joinsLinesOfLatinTextWithASpace() {
    assertThat(blocks("one\ntwo")).containsExactly("paragraph[plain|one two]");
  }

  /** Whatever else it holds is text: nothing becomes a link, a picture or markup. */
  @Test
  void takesEverythingElseAsText() {
    String hostile = "<script>alert(1)</script> [a](javascript:x) ![b](http://c/d) `e` # f";
    assertThat(blocks(hostile)).containsExactly("paragraph[plain|" + hostile + "]");
  }

  @ParameterizedTest
  @CsvSource({
    "'', the first line must be",
    "'text', the first line must be",
    "'author: a, date: 2024-13-01\nx', '2024-13-01'' is not a date'",
    "'author: a, date: 2024-01-01\n\n', there is no text below it",
  })
  void saysWhatIsWrong(String text, String message) {
    assertThatThrownBy(() -> NoteText.read("410100", "zh", text))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining(message);
  }

  @Test
  void refusesATextThatIsTooLong() {
    assertThatThrownBy(() -> note("a".repeat(20_001))).hasMessageContaining("the limit is 20000");
  }
}

package io.silvergauge.jobs.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.silvergauge.indicators.document.FaultyFilesException;
import io.silvergauge.indicators.document.Language;
import io.silvergauge.indicators.finding.Response;
import io.silvergauge.jobs.SmallAssessment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResponseListTest {
  private static final String HEADER = "city,about,kind,date,author,text_zh,text_en,decision\n";

  @TempDir private Path temp;

  private List<String> faults(SmallAssessment assessment) {
    Path folder = assessment.write(temp);
    FaultyFilesException faults =
        catchThrowableOfType(FaultyFilesException.class, () -> AssessmentReader.read(folder));
    return faults.faults().stream().map(fault -> fault.in(Language.EN)).toList();
  }

  private static SmallAssessment saying(String rows) {
    return new SmallAssessment().file("responses.csv", HEADER + rows);
  }

  @Test
  void readsOneRoundInOrderOfTime() throws IOException {
    Path folder =
        saying(
                """
                110100,110100.target.nursing_share,objection,2024-01-20,市政府,,beds were left out,
                110100,110100.target.nursing_share,decision,2024-01-25,评估组,不成立,not so,rejected
                110100,funds_spent,response,2024-01-10,市政府,说明,,
                """)
            .write(temp);
    List<Response> responses = AssessmentReader.read(folder).responses();
    assertThat(responses)
        .extracting(Response::kind)
        .containsExactly("response", "objection", "decision");
    assertThat(responses.get(1).text().zh()).isEqualTo("beds were left out"); // the only words
    assertThat(responses.get(2).decision()).isEqualTo("rejected");
  }

  @Test
  void namesEveryFaultAtOnce() {
    assertThat(
            faults(
                saying(
                    """
                    119999,nursing_share,response,2024-01-20,甲,文,,
                    110100,nursing_shore,response,2024-01-20,甲,文,,
                    110100,110200.target.beds,response,2024-01-20,甲,文,,
                    110100,nursing_share,reply,2024-01-20,甲,文,,
                    110100,nursing_share,response,2024-01-40,,,,upheld
                    110100,beds_per_1000,decision,2024-01-20,甲,文,,upheld
                    110200,beds_per_1000,objection,2024-01-20,甲,文,,
                    110200,beds_per_1000,objection,2024-01-21,甲,文,,
                    110200,beds_per_1000,decision,2024-01-21,甲,文,,perhaps
                    """)))
        .anyMatch(fault -> fault.contains("there is no region '119999'"))
        .anyMatch(fault -> fault.contains("did you mean 'nursing_share'?"))
        .anyMatch(fault -> fault.contains("'110200.target.beds' is neither an indicator nor"))
        .anyMatch(fault -> fault.contains("'reply' is not one of: decision, objection, response"))
        .anyMatch(fault -> fault.contains("2024-01-40"))
        .anyMatch(fault -> fault.contains("author: must not be empty"))
        .anyMatch(fault -> fault.contains("one of text_zh and text_en must be given"))
        .anyMatch(fault -> fault.contains("stands only where kind is decision"))
        .anyMatch(fault -> fault.contains("a decision needs an objection"))
        .anyMatch(fault -> fault.contains("there is one objection and one decision"))
        .anyMatch(fault -> fault.contains("'perhaps' is not one of: corrected, rejected, upheld"))
        .hasSize(11);
  }

  @Test
  void refusesNotesOfNoCityAndWithoutAnAuthor() {
    assertThat(
            faults(
                new SmallAssessment()
                    .file("notes/999999.zh.md", "author: a, date: 2024-01-20\n\ntext\n")
                    .file("notes/110100.fr.md", "author: a, date: 2024-01-20\n\ntext\n")
                    .file("notes/110100.en.md", "text\n")))
        .anyMatch(fault -> fault.startsWith("notes/999999.zh.md") && fault.contains("cities.csv"))
        .anyMatch(
            fault -> fault.startsWith("notes/110100.fr.md") && fault.contains("must be named"))
        .anyMatch(fault -> fault.startsWith("notes/110100.en.md:1") && fault.contains("first line"))
        .hasSize(3);
  }
}

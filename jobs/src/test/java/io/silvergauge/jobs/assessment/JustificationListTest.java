package io.silvergauge.jobs.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.silvergauge.indicators.check.Justification;
import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.FaultyFilesException;
import io.silvergauge.indicators.document.Language;
import io.silvergauge.jobs.SmallAssessment;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JustificationListTest {
  private static final String HEADER = "check,region,period,text_zh,text_en,by,date\n";

  @TempDir private Path temp;

  private Path folder(String rows) {
    return new SmallAssessment()
        .file(
            "scheme.yaml",
            SmallAssessment.SCHEME
                + """
                checks:
                  - {id: few, level: 1, severity: warning, message: {zh: 少, en: few}, holds: beds >= 60}
                  - {id: seen, level: 1, severity: info, message: {zh: 见, en: seen}, holds: beds >= 60}
                """)
        .file("justifications.csv", HEADER + rows)
        .write(temp);
  }

  private List<String> faults(String rows) {
    Path folder = folder(rows);
    FaultyFilesException faults =
        catchThrowableOfType(FaultyFilesException.class, () -> AssessmentReader.read(folder));
    return faults.faults().stream().map(fault -> fault.in(Language.EN)).toList();
  }

  @Test
  void readsWhatPeopleSayToWarnings() throws IOException {
    Path folder = folder("few,110101,2023Q4,改造中,being rebuilt,县民政局,2024-01-20\n");
    assertThat(AssessmentReader.read(folder).justifications())
        .containsExactly(
            new Justification(
                "few",
                "110101",
                "2023Q4",
                new Bilingual("改造中", "being rebuilt"),
                "县民政局",
                LocalDate.of(2024, 1, 20)));
  }

  @Test
  void namesEveryFaultOfTheListAtOnce() {
    assertThat(
            faults(
                """
                fex,110101,2023Q4,甲,a,乙,2024-01-20
                seen,110101,2023Q4,甲,a,乙,2024-01-20
                few,999999,2023Q4,甲,a,乙,2024-01-20
                few,110101,2022Q4,甲,a,乙,2024-01-20
                few,110121,2023Q4,甲,,乙,2024-01-20
                few,110121,2023Q4,甲,a,乙,2024-13-20
                """))
        .hasSize(7)
        .anySatisfy(fault -> assertThat(fault).contains("no check 'fex'", "did you mean 'few'?"))
        .anySatisfy(fault -> assertThat(fault).contains("'seen' is of severity info"))
        .anySatisfy(fault -> assertThat(fault).contains("there is no region '999999'"))
        .anySatisfy(
            fault -> assertThat(fault).contains("'2022Q4' is not among", "[2023Q3, 2023Q4]"))
        .anySatisfy(fault -> assertThat(fault).contains("text_en", "must not be empty"))
        .anySatisfy(fault -> assertThat(fault).contains("stand twice"))
        .anySatisfy(fault -> assertThat(fault).contains("'2024-13-20' is not a date"));
  }
}

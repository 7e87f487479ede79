package io.silvergauge.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.jobs.Repository;
import io.silvergauge.jobs.SmallAssessment;
import io.silvergauge.jobs.assessment.Assessment;
import io.silvergauge.jobs.assessment.AssessmentReader;
import io.silvergauge.jobs.assessment.Delivery;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistrationTest {
  private static final LocalDate DAY = LocalDate.of(2024, 1, 30);

  @TempDir Path folder;

  private Assessment read() throws IOException {
    return AssessmentReader.read(folder);
  }

  private String list() {
    return Repository.text(folder.resolve("data/deliveries.csv"));
  }

  @Test
  void tellsTheSlotByThePlace() throws IOException {
    new SmallAssessment()
        .file("data/2023Q4/110000/civil.csv", "a")
        .file("data/2023-10/110000/visits.part2.csv", "b")
        .file("data/2023/省厅/long.csv", "c")
        .file("data/2023Q4/110000/unknown.csv", "no such source")
        .file("data/2023Q9/110000/civil.csv", "no such period")
        .file("data/loose.csv", "no place")
        .write(folder);

    assertThat(Registration.register(read(), DAY)).isEqualTo(3);
    assertThat(read().deliveries())
        .extracting(d -> d.path() + " " + d.slot() + " " + d.sender() + " " + d.received())
        .containsExactly(
            "2023-10/110000/visits.part2.csv visits/110000/2023-10/part2 110000 2024-01-30",
            "2023/省厅/long.csv long/省厅/2023/all 省厅 2024-01-30",
            "2023Q4/110000/civil.csv civil/110000/2023Q4/all 110000 2024-01-30");
    assertThat(read().deliveries()).extracting(Delivery::mode).containsOnly(Delivery.Mode.FULL);
    assertThat(read().unregistered())
        .containsExactly("2023Q4/110000/unknown.csv", "2023Q9/110000/civil.csv", "loose.csv");
  }

  @Test
  void leavesTheListAloneWhereThereIsNothingToAdd() throws IOException {
    SmallAssessment.delivered().file("data/loose.csv", "no place").write(folder);
    String before = list();

    assertThat(Registration.register(read(), DAY)).isZero();
    assertThat(list()).isEqualTo(before);
  }

  /** A comma or a quote in a folder's name must not break the list. */
  @Test
  void writesNamesThatAreNotPlain() throws IOException {
    new SmallAssessment()
        .file("data/2023Q4/a,b/civil.csv", "a")
        .file("data/2023Q4/\"c\"/civil.csv", "b")
        .file("data/2023Q4/d e/civil.csv", "c")
        .write(folder);

    assertThat(Registration.register(read(), DAY)).isEqualTo(3);
    assertThat(read().deliveries())
        .extracting(Delivery::sender)
        .containsExactly("\"c\"", "a,b", "d e");
    assertThat(read().unregistered()).isEmpty();
  }

  @Test
  void keepsTheOrderOfColumnsAndEndsEveryLine() throws IOException {
    new SmallAssessment()
        .file("data/deliveries.csv", "\uFEFFsha256,mode,path,received,sender,slot")
        .file("data/2023Q4/110000/civil.csv", "a")
        .write(folder);

    assertThat(Registration.register(read(), DAY)).isEqualTo(1);
    assertThat(list())
        .isEqualTo(
            """
            \uFEFFsha256,mode,path,received,sender,slot
            ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb,full,2023Q4/110000/civil.csv,2024-01-30,110000,civil/110000/2023Q4/all
            """);
  }
}

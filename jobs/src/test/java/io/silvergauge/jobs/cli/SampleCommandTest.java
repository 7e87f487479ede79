package io.silvergauge.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.jobs.Repository;
import io.silvergauge.jobs.SmallAssessment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleCommandTest {
  private static final String EVIDENCE = "ab".repeat(32);

  @TempDir static Path temp;

  private static Path out;

  @BeforeAll
  static void evaluate() {
    out = temp.resolve("out");
    Path assessment = SmallAssessment.delivered().write(temp.resolve("assessment"));
    assertThat(Cli.run("evaluate", assessment, "--out", out, "--period", "2023Q4").status())
        .isZero();
  }

  private static Cli.Ran sample(Object... words) {
    List<Object> all = new ArrayList<>(List.of("sample", "nursing_share", "2023Q4", "--out", out));
    all.addAll(List.of(words));
    return Cli.run(all.toArray());
  }

  @Test
  void drawsTheSameUnitsAndSheetsTwice() {
    Path first = temp.resolve("first");
    Cli.Ran ran = sample("--size", "2", "--seed", "7", "--to", first);
    sample("--size", "2", "--seed", "7", "--to", temp.resolve("second"));

    assertThat(ran.status()).as(ran.err()).isZero();
    assertThat(Repository.hashes(first).keySet())
        .containsExactly("field-sheet.csv", "field-sheet.xlsx", "sample.json");
    assertThat(Repository.hashes(temp.resolve("second"))).isEqualTo(Repository.hashes(first));
    assertThat(Repository.text(first.resolve("sample.json")))
        .contains("\"seed\" : 7", "\"110100\" : 2", "\"as_of\" : \"2024-01-31\"", "\"size\" : 2");
    assertThat(Repository.text(first.resolve("field-sheet.csv")))
        .contains(",110101,,东区,nursing_share,60,100,2023Q4/110000/civil.csv #3,,,,,,");
  }

  /**
   * By hand: 60 of 60 and 70 of 140 beds were found in 110100, so 130 ÷ 200 of its 50 % holds: 32.5
   * %. Both its units were looked at, so nothing is left to chance.
   */
  @Test
  void saysWhatWasFoundBesideWhatWasReported() throws IOException {
    Path to = temp.resolve("found");
    sample("--region", "110100", "--size", "2", "--to", to);
    Path sheet = to.resolve("field-sheet.csv");
    String filled =
        Files.readString(sheet)
            .replaceFirst(
                "(110101,.*civil.csv #3),,,,,,", "$1,confirmed,," + EVIDENCE + ",李明,2024-02-01,")
            .replaceFirst(
                "(110121,.*civil.csv #4),,,,,,", "$1,corrected,70," + EVIDENCE + ",李明,2024-02-01,");
    Files.writeString(sheet, filled);

    Cli.Ran ran = sample("--found", sheet, "--print", "csv");

    assertThat(ran.lines())
        .as(ran.err())
        .startsWith(
            "stratum,units,looked,confirmed,part,low,high,reported,verified,differs",
            "110100,2,2,1,65,65,65,50,32.5,是");
  }

  @Test
  void namesWhatCannotBeRead() throws IOException {
    Path to = temp.resolve("wrong");
    sample("--region", "110100", "--size", "2", "--to", to);
    Path sheet = to.resolve("field-sheet.csv");
    Files.writeString(
        sheet,
        Files.readString(sheet)
            .replaceFirst("civil.csv #3,,,,,,", "civil.csv #3,seen,,,,,")
            .replaceFirst("civil.csv #4,,,,,,", "civil.csv #4,corrected,many,,,,"));

    Cli.Ran ran = sample("--found", sheet);

    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err())
        .contains("'seen' is not one of confirmed, corrected, not_found, false")
        .contains("'many' must be the number that was found")
        .contains("must be the SHA-256 of what shows it");
  }

  @Test
  void writesIntoNoPublication() {
    Path to = out.resolve("current/2023Q4");
    Cli.Ran ran = sample("--size", "2", "--to", to);
    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err()).contains("--to must not lead into a publication: " + to);
    assertThat(to.resolve("sample.json")).doesNotExist();
  }

  @Test
  void refusesIndicatorsWithoutUnits() {
    Cli.Ran ran =
        Cli.run("sample", "policy_in_place", "2023Q4", "--out", out, "--to", temp.resolve("x"));
    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err()).contains("of indicator 'policy_in_place' in 2023Q4 nothing can be drawn");
  }

  @Test
  void keepsSheetsThatWereFilledIn() throws IOException {
    Path to = temp.resolve("kept");
    sample("--region", "110100", "--size", "2", "--to", to);
    assertThat(sample("--region", "110100", "--size", "2", "--to", to).status())
        .as("the same again changes nothing")
        .isZero();
    Path sheet = to.resolve("field-sheet.csv");
    String filled = Files.readString(sheet).replaceFirst("#3,,,,,,", "#3,not_found,,,,,");
    Files.writeString(sheet, filled);

    Cli.Ran ran = sample("--region", "110100", "--size", "2", "--to", to);

    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err()).contains("field-sheet.csv is there already and says something else");
    assertThat(Files.readString(sheet)).isEqualTo(filled);
  }

  @Test
  void namesRowsThatAreNotWhatWasDrawn() throws IOException {
    Path to = temp.resolve("changed");
    sample("--region", "110100", "--size", "2", "--to", to);
    Path sheet = to.resolve("field-sheet.csv");
    String drawn = Files.readString(sheet);
    Files.writeString(sheet, drawn.replace("nursing_share,60,100,", "nursing_shape,61,,"));

    Cli.Ran ran = sample("--found", sheet);

    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err())
        .contains("'nursing_shape' is not what the sample is drawn from, which is 'nursing_share'")
        .contains("'61' is not what the sample is drawn from, which is '60'")
        .contains("'' is not what the sample is drawn from, which is '100'");
  }

  @Test
  void namesTheSecondRowOfAUnit() throws IOException {
    Path to = temp.resolve("joined");
    sample("--region", "110100", "--size", "2", "--to", to);
    Path sheet = to.resolve("field-sheet.csv");
    String drawn = Files.readString(sheet);
    Files.writeString(sheet, drawn + drawn.substring(drawn.indexOf('\n') + 1));

    Cli.Ran ran = sample("--found", sheet);

    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err()).contains("'110101' stands on line").contains("a unit has one row");
  }

  /** By hand: 60 of 60 beds of one of two units: the value stands, but with no interval. */
  @Test
  void saysThatOneLookTellsNothingOfTheRest() throws IOException {
    Path to = temp.resolve("one");
    sample("--region", "110100", "--size", "2", "--to", to);
    Path sheet = to.resolve("field-sheet.csv");
    Files.writeString(
        sheet,
        Files.readString(sheet)
            .replaceFirst("#3,,,,,,", "#3,confirmed,," + EVIDENCE + ",李明,2024-02-01,"));

    Cli.Ran ran = sample("--found", sheet, "--print", "csv");

    assertThat(ran.lines()).as(ran.err()).contains("110100,2,1,1,100,,,50,50,只核查一个，不能推断其余");
  }

  @Test
  void refusesACityThatTakesNoPartBesideOneThatDoes() {
    Cli.Ran ran =
        sample("--region", "110100", "--region", "110109", "--to", temp.resolve("unknown"));

    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err()).contains("has no city '110109'");
  }
}

package io.silvergauge.jobs.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.silvergauge.indicators.document.FaultyFilesException;
import io.silvergauge.jobs.SmallAssessment;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenFileTest {
  @TempDir Path temp;

  private static void lengthen(Path file, long length) throws IOException {
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(length);
    }
  }

  @Test
  void isReadUpToTheLimit() throws IOException {
    Path file = temp.resolve("list.csv");
    lengthen(file, WrittenFile.MAX_BYTES);
    assertThat(WrittenFile.read("list.csv", file)).hasSize(67_108_864);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "assessment.yaml",
        "scheme.yaml",
        "cities.csv",
        "regions/regions.csv",
        "data/deliveries.csv",
        "data/expected.csv",
        "notes/110100.zh.md",
        "plans/110100.yaml",
        "sources/civil.yaml"
      })
  void isNotOpenedWhereItIsLarger(String name) throws IOException {
    Path folder =
        SmallAssessment.delivered()
            .file("plans/110100.yaml", "")
            .file(name, "")
            .write(temp.resolve("a"));
    lengthen(folder.resolve(name), 67_108_865);
    assertThatThrownBy(() -> AssessmentReader.read(folder))
        .isInstanceOf(FaultyFilesException.class)
        .hasMessageContaining(
            name + ": the file has 67108865 bytes; what people write has 67108864 at most");
  }
}

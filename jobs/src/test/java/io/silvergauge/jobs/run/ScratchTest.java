package io.silvergauge.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.jobs.Repository;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchTest {
  @TempDir Path out;

  @Test
  void takesTheNameOfADeadRunAndEmptiesItButNotThatOfAnotherAtWork() throws IOException {
    Path usual;
    try (Scratch first = Scratch.of(out)) {
      usual = first.folder();
    }
    assertThat(usual).doesNotExist();
    Repository.write(usual.resolve("left"), "by a run that died");
    try (Scratch next = Scratch.of(out)) {
      assertThat(next.folder()).isEqualTo(usual).isEmptyDirectory();
      Repository.write(usual.resolve("mine"), "in use");
      Path others;
      try (Scratch other = Scratch.of(out)) { // in another container, for all this one knows
        others = other.folder();
        assertThat(others).isNotEqualTo(usual).isEmptyDirectory();
      }
      assertThat(others).doesNotExist();
      assertThat(usual.resolve("mine")).exists();
    }
  }
}

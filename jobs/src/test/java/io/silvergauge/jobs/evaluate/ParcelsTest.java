package io.silvergauge.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.jobs.LocalSpark;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParcelsTest {
  private static List<String> passed(boolean held, ArrayList<String> given) {
    return LocalSpark.with(
        spark -> {
          try (Parcels parcels = Parcels.of(spark, held)) {
            return spark
                .parallelize(List.of(parcels.of(given)), 1)
                .map(parcel -> parcels.of(parcel.content()))
                .collect()
                .get(0)
                .content();
          }
        });
  }

  @Test
  void passesWhatItIsGivenOnAsItIsInOneProcess() {
    ArrayList<String> given = new ArrayList<>(List.of("110101"));
    assertThat(passed(true, given)).isSameAs(given);
  }

  @Test
  void letsSparkCarryWhatIsTooMuchToHold() {
    ArrayList<String> given = new ArrayList<>(List.of("110101"));
    assertThat(passed(false, given)).isEqualTo(given).isNotSameAs(given);
  }
}

package io.silvergauge.jobs.sample;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.InvalidValueException;
import java.util.List;
import java.util.Objects;

/**
 * What a sample is made of: the seed, the quarters it covers and the cities in it.
 *
 * @param seed the same seed gives the same bytes on any machine
 * @param first the first quarter reported
 * @param last the last quarter reported
 * @param cities six-digit codes of the statistics bureau's 2023 list, prefectures or county-level
 *     units; empty for the 37 units of {@code sample_cities.csv}
 */
public record SampleOptions(long seed, Quarter first, Quarter last, List<String> cities) {
  private static final long COMMITTED_SEED = 2047;

  /** Checks the order of the quarters and the form of the codes. */
  public SampleOptions {
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(last, "last");
    cities = List.copyOf(cities);
    if (first.compareTo(last) > 0) {
      throw new InvalidValueException(
          Bilingual.of(
              "首个季度 %s 晚于最后一个季度 %s",
              "The first quarter %s is after the last quarter %s", first, last));
    }
    for (String code : cities) {
      if (!code.matches("[1-9][0-9]{5}")) {
        throw new InvalidValueException(
            Bilingual.of(
                "“%s”不是行政区划代码；代码为六位数字，如 410100",
                "'%s' is not a region code; a code has six digits, like 410100", code));
      }
    }
  }

  /** The options of the committed {@code sample-input}: 37 units, 2022Q1 to 2023Q4. */
  public static SampleOptions committed() {
    return new SampleOptions(COMMITTED_SEED, new Quarter(2022, 1), new Quarter(2023, 4), List.of());
  }
}

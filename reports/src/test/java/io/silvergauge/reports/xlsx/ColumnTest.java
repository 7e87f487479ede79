package io.silvergauge.reports.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ColumnTest {
  /** Maps of the JDK that cannot be changed have another order in each process. */
  @Test
  void coloursItsCellsByTheSameRulesInTheSameOrderWhateverOrderTheMapHas() {
    Map<String, Tone> map = new LinkedHashMap<>();
    map.put("warning", Tone.CARE);
    map.put("justified", Tone.GOOD);
    map.put("error", Tone.BAD);

    assertThat(Column.toned("check", 10, map).tones().keySet())
        .containsExactly("error", "justified", "warning");
  }
}

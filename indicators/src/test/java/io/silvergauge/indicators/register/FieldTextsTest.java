package io.silvergauge.indicators.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FieldTextsTest {
  @Test
  void isTheMapItWasMadeOfInOrderOfNames() {
    Map<String, String> map = Map.of("b", "2", "a", "1", "c", "");

    Map<String, String> texts = FieldTexts.of(map);

    assertThat(texts).isEqualTo(map).hasSameHashCodeAs(map).hasSize(3);
    assertThat(texts.keySet()).containsExactly("a", "b", "c");
    assertThat(texts.get("c")).isEmpty();
    assertThat(texts.get("d")).isNull();
    assertThat(texts).containsKey("a").doesNotContainKey("d");
    assertThat(texts.getOrDefault("d", "-")).isEqualTo("-");
    assertThat(FieldTexts.of(texts)).isSameAs(texts);
    assertThat(FieldTexts.of(Map.of())).isEmpty();
  }

  @Test
  void ordersNamesOfAMapThatHasAnOrderOfItsOwn() {
    Map<String, String> backwards = new TreeMap<>(Comparator.reverseOrder());
    backwards.put("a", "1");
    backwards.put("b", "2");

    assertThat(FieldTexts.of(backwards).keySet()).containsExactly("a", "b");
  }

  @Test
  void isNeverChanged() {
    Map<String, String> map = new TreeMap<>(Map.of("a", "1"));
    Map<String, String> texts = FieldTexts.of(map);
    map.put("a", "2");

    assertThat(texts).containsExactly(Map.entry("a", "1"));
    assertThatThrownBy(() -> texts.put("a", "3")).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> texts.remove("a")).isInstanceOf(UnsupportedOperationException.class);
  }
}

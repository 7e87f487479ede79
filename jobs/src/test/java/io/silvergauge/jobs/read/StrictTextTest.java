package io.silvergauge.jobs.read;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import io.silvergauge.jobs.read.SourceDescription.Encoding;
import io.silvergauge.jobs.read.StrictText.DamagedTextException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StrictTextTest {
  private static final String TEXT = "行政区划代码,地区\n410102,中原区\n";
  private static final Charset GB18030 = Charset.forName("GB18030");

  static Stream<Arguments> encodings() {
    return Stream.of(
        Arguments.of("UTF-8", "", TEXT.getBytes(UTF_8)),
        Arguments.of("UTF-8", "EFBBBF", TEXT.getBytes(UTF_8)),
        Arguments.of("UTF-16LE", "FFFE", TEXT.getBytes(UTF_16LE)),
        Arguments.of("UTF-16BE", "FEFF", TEXT.getBytes(UTF_16BE)),
        Arguments.of("GB18030", "", TEXT.getBytes(GB18030)),
        Arguments.of("GB18030", "84319533", TEXT.getBytes(GB18030)));
  }

  @ParameterizedTest(name = "{0} with mark {1}")
  @MethodSource("encodings")
  void findsTheEncodingOfEachAndDropsTheMark(String name, String mark, byte[] content)
      throws DamagedTextException {
    assertThat(StrictText.decode(joined(mark, content), Encoding.AUTO)).isEqualTo(TEXT);
  }

  @Test
  void readsCharactersBeyondGbk() throws DamagedTextException {
    String rare = "\uD842\uDFB7龘\u3400"; // 𠮷龘㐀: four bytes each in GB18030, or two
    assertThat(StrictText.decode(rare.getBytes(GB18030), Encoding.GB18030)).isEqualTo(rare);
    assertThat(StrictText.decode(rare.getBytes(UTF_8), Encoding.UTF_8)).isEqualTo(rare);
  }

  @Test
  void holdsToTheEncodingThatIsNamed() {
    assertThatThrownBy(() -> StrictText.decode(TEXT.getBytes(GB18030), Encoding.UTF_8))
        .isInstanceOf(DamagedTextException.class);
    assertThatThrownBy(
            () -> StrictText.decode(joined("FFFE", TEXT.getBytes(UTF_16LE)), Encoding.UTF_8))
        .isInstanceOf(DamagedTextException.class)
        .extracting(e -> ((DamagedTextException) e).offset())
        .isEqualTo(0);
  }

  static Stream<Arguments> damaged() {
    return Stream.of(
        // 区 is E5 8C BA, cut after its first byte
        Arguments.of(Encoding.UTF_8, "61626300E5", 4),
        Arguments.of(Encoding.UTF_8, "E58CBAFF", 3),
        // an overlong nought
        Arguments.of(Encoding.UTF_8, "41C080", 1),
        // half of a surrogate pair
        Arguments.of(Encoding.UTF_8, "4141EDA080", 2),
        Arguments.of(Encoding.GB18030, "C7F8FF", 2),
        Arguments.of(Encoding.GB18030, "C7F841C7", 3),
        // a mark promises UTF-8, so GB18030 is not tried
        Arguments.of(Encoding.AUTO, "EFBBBF41C7F8", 4),
        // UTF-16 with half a character, then with half a surrogate pair
        Arguments.of(Encoding.AUTO, "FFFE410042", 4),
        Arguments.of(Encoding.AUTO, "FEFF0041D842", 4));
  }

  @ParameterizedTest
  @MethodSource("damaged")
  void refusesDamagedBytesWithTheirPlace(Encoding encoding, String hex, int offset) {
    assertThatThrownBy(() -> StrictText.decode(HexFormat.of().parseHex(hex), encoding))
        .asInstanceOf(InstanceOfAssertFactories.type(DamagedTextException.class))
        .satisfies(
            e -> {
              assertThat(e.offset()).isEqualTo(offset);
              assertThat(e).hasMessage("damaged text at byte " + offset);
            });
  }

  /** The encoding that got further is the one the file is in. */
  @Test
  void namesThePlaceThatThePersonWhoSavedTheFileWillFind() {
    byte[] utf8 = "地区：中原区，二七区，管城回族区".getBytes(UTF_8);
    byte[] damagedUtf8 = joined("", utf8, "FF");
    assertThatThrownBy(() -> StrictText.decode(damagedUtf8, Encoding.AUTO))
        .asInstanceOf(InstanceOfAssertFactories.type(DamagedTextException.class))
        .satisfies(e -> assertThat(e.offset()).isEqualTo(utf8.length));

    byte[] gb = "地区：中原区，二七区，管城回族区".getBytes(GB18030);
    byte[] damagedGb = joined("", gb, "FF");
    assertThatThrownBy(() -> StrictText.decode(damagedGb, Encoding.AUTO))
        .asInstanceOf(InstanceOfAssertFactories.type(DamagedTextException.class))
        .satisfies(e -> assertThat(e.offset()).isEqualTo(gb.length));
  }

  @Test
  void hasNothingToSayOfNoBytes() throws DamagedTextException {
    assertThat(StrictText.decode(new byte[0], Encoding.AUTO)).isEmpty();
    assertThat(StrictText.decode(HexFormat.of().parseHex("EFBBBF"), Encoding.AUTO)).isEmpty();
  }

  private static byte[] joined(String before, byte[] content) {
    return joined(before, content, "");
  }

  private static byte[] joined(String before, byte[] content, String after) {
    HexFormat hex = HexFormat.of();
    return hex.parseHex(
        before.toLowerCase(java.util.Locale.ROOT)
            + hex.formatHex(content)
            + after.toLowerCase(java.util.Locale.ROOT));
  }

  /** Every beginning of a letter of two bytes, and the edges of what longer ones may be. */
  @Test
  void tellsUtf8WithoutMakingLettersOfIt() {
    int[] edges = {0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xFF};
    for (int first = 0; first < 256; first++) {
      for (int second = 0; second < 256; second++) {
        assertLikeTheDecoder(first, second);
        for (int third : edges) {
          assertLikeTheDecoder(first, second, third);
          for (int fourth : edges) {
            assertLikeTheDecoder(first, second, third, fourth);
          }
        }
      }
    }
    assertLikeTheDecoder();
    assertLikeTheDecoder(0xE4);
    assertLikeTheDecoder(0xE4, 0xB8, 0x80, 0x2C, 0xF0, 0xA0, 0x80);
  }

  private static void assertLikeTheDecoder(int... unsigned) {
    byte[] bytes = new byte[unsigned.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) unsigned[i];
    }
    boolean decoded = true;
    try {
      UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
    } catch (CharacterCodingException e) {
      decoded = false;
    }
    if (StrictText.isUtf8(bytes) != decoded) {
      fail("%s: the decoder says %s", Arrays.toString(unsigned), decoded);
    }
  }
}

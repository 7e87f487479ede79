package io.silvergauge.jobs.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.jobs.Repository;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextPartsTest {
  private static List<TextPart> at(byte[] content, int... cuts) {
    return TextParts.at(content, SourceDescription.Encoding.AUTO, ',', cuts);
  }

  @Test
  void countsTheRecordsBeforeEachPartWhateverEndsTheLines() {
    // Bytes: a , 1 CR LF | b CR | c LF LF | d: records a,1 and b and c and an empty one and d.
    List<TextPart> parts = at(Repository.utf8("a,1\r\nb\rc\n\nd"), 1, 6, 9);

    assertThat(parts).extracting(TextPart::from).containsExactly(0, 5, 9, 10);
    assertThat(parts).extracting(TextPart::to).containsExactly(5, 9, 10, 11);
    assertThat(parts).extracting(TextPart::records).containsExactly(0L, 1L, 3L, 4L);
  }

  @Test
  void leavesTheByteOrderMarkOutAndCutsOnlyWhereALineEnds() {
    assertThat(at(Repository.utf8("\uFEFFa\nb\n"), 0, 3, 4, 6))
        .extracting(part -> part.from() + "-" + part.to())
        .as("a mark of three bytes, then two lines of two")
        .containsExactly("3-5", "5-7");
    assertThat(at(Repository.utf8("a,b"), 1)).hasSize(1);
  }

  /** 乗 is 0x81 0x5C and 㐀 0x81 0x39 0xEE 0x39: no later byte of a letter ends a line. */
  @Test
  void cutsGb18030() {
    byte[] content = "乗,㐀\n郑州,1\n".getBytes(Charset.forName("GB18030"));

    assertThat(at(content, 1)).hasSize(2).allMatch(part -> part.charset().equals("GB18030"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,\"b\nc\"\nd,e\n", "PK\u0003\u0004\nb\n", ""})
  void leavesAloneWhatHasQuotesOrIsNoText(String content) {
    assertThat(at(Repository.utf8(content), 1)).isEmpty();
  }

  @Test
  void leavesAloneUtf16AndDamagedText() {
    assertThat(at("a,b\nc,d\n".getBytes(StandardCharsets.UTF_16LE), 3)).isEmpty();
    assertThat(at(new byte[] {'a', '\n', (byte) 0xFF, '\n'}, 1)).isEmpty();
  }
}

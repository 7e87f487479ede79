package io.silvergauge.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.document.Faults;
import io.silvergauge.indicators.document.Sha256;
import io.silvergauge.indicators.scheme.Scheme;
import io.silvergauge.jobs.Homes;
import io.silvergauge.jobs.Repository;
import io.silvergauge.jobs.SmallAssessment;
import io.silvergauge.jobs.assessment.Assessment;
import io.silvergauge.jobs.assessment.AssessmentReader;
import io.silvergauge.jobs.assessment.Delivery;
import io.silvergauge.jobs.read.SourceDescription;
import io.silvergauge.jobs.read.SourceDescriptionReader;
import io.silvergauge.jobs.read.TextPart;
import io.silvergauge.jobs.read.TextParts;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A file comes to the same batch whole and in parts, wherever it is cut. */
class SplitFileTest {
  private static final String NOTED = SmallAssessment.CIVIL + "notes: [注]\n";
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final List<String> ROWS =
      List.of(
          "110101,东区,100,60,30",
          "110121,东县,…,—,",
          "",
          ",合计,,,",
          "110122,旧县,1,1,1",
          "110102,无,1,1,1",
          "110201,西一区,1300,1337,1",
          "110202,西二区,约300,-1,1.1234567",
          "120101,北区,1,1",
          "120101,北区,52,1,1",
          "120101,北区,31,1,1",
          "120181,北县市,5①,1,１２．５",
          "120181,北县市,5,1,1",
          "120181,13800138000,5,1,1",
          "注：以上为初步数,,,,",
          "续注,,,,",
          ",,,,",
          "。,,,,",
          "13800138000,,,,",
          ",,,,13800138000",
          "110201,西一区,7,7,7");

  /** Reads whole and in parts; whether it was cut at all. */
  private static boolean compare(
      byte[] content,
      int[] cuts,
      SourceDescription description,
      Delivery delivery,
      ReadingContext context) {
    Batch whole = DeliveryReader.read(content, delivery, description, context);
    List<TextPart> parts =
        TextParts.at(content, description.encoding(), description.separator(), cuts);
    Optional<SplitFile> split = SplitFile.of(content, parts, delivery, description, context);
    if (split.isEmpty()) {
      return false;
    }
    List<byte[]> read = new ArrayList<>();
    for (TextPart part : split.get().parts()) {
      read.add(split.get().read(part, of(content, part), context));
    }
    assertThat(split.get().joined(read, part -> of(content, part), context))
        .as("cut at %s", Arrays.toString(cuts))
        .isEqualTo(whole);
    return true;
  }

  /** The bytes of a part. */
  static byte[] of(byte[] content, TextPart part) {
    return Arrays.copyOfRange(content, part.from(), part.to());
  }

  /** The same file with a quote in its header, which is then read cell by cell. */
  private static byte[] quoted(byte[] content, Charset charset) {
    return new String(content, charset).replaceFirst("代码", "\"代码\"").getBytes(charset);
  }

  private static int[] cuts(byte[] content, Random random) {
    return random.ints(1 + random.nextInt(5), 0, content.length + 1).sorted().toArray();
  }

  /** Titles, totals, notes, rejects, conflicts and marks, in any order and cut anywhere. */
  @Test
  void comesToTheSameWhereverItIsCut() {
    SourceDescription description = Sent.description(NOTED);
    Random random = new Random(20231231);
    int split = 0;
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder(i % 3 == 0 ? "\uFEFF" : "");
      String end = i % 2 == 0 ? "\n" : "\r\n";
      text.append("养老服务情况表,,,,").append(end).append("代码,地区,床位数,护理型,资金");
      for (int row = random.nextInt(30); row >= 0; row--) {
        text.append(end).append(ROWS.get(random.nextInt(ROWS.size())));
      }
      text.append(random.nextBoolean() ? end : "");
      Charset charset = i % 5 == 0 ? GB18030 : StandardCharsets.UTF_8;
      byte[] content = text.toString().getBytes(charset);
      Delivery delivery = Sent.delivery("civil", content);
      assertThat(DeliveryReader.read(content, delivery, description, Sent.CONTEXT))
          .as("by its bytes and cell by cell:%n%s", text)
          .isEqualTo(
              DeliveryReader.read(quoted(content, charset), delivery, description, Sent.CONTEXT));
      split += compare(content, cuts(content, random), description, delivery, Sent.CONTEXT) ? 1 : 0;
    }
    assertThat(split).as("most were really cut").isGreaterThan(1_500);
  }

  @Test
  void recordsOfARegisterComeToTheSame() {
    Scheme scheme = SmallAssessment.scheme(Homes.SCHEME);
    ReadingContext context = ReadingContext.of(scheme, SmallAssessment.regions());
    byte[] source = Repository.utf8(Homes.SOURCE);
    SourceDescription description =
        SourceDescriptionReader.read("homes.yaml", source, Sha256.of(source), scheme, new Faults())
            .orElseThrow();
    Random random = new Random(7);
    int split = 0;
    for (int i = 0; i < 200; i++) {
      StringBuilder text = new StringBuilder(Homes.HEADER).append('\n');
      for (int row = random.nextInt(12); row >= 0; row--) {
        int beds = 50 + random.nextInt(3);
        text.append(Homes.row("110101", 1 + random.nextInt(6), "公办," + beds + ",51,2020/3/1,,是"))
            .append('\n');
      }
      byte[] content = Repository.utf8(text.toString());
      Delivery delivery = Sent.delivery("homes", content);
      split += compare(content, cuts(content, random), description, delivery, context) ? 1 : 0;
    }
    assertThat(split).isGreaterThan(150);
  }

  /** The texts of the sample in every layout, of which those with quotes are left alone. */
  @Test
  void filesOfTheSampleComeToTheSame() throws IOException {
    Assessment sample = AssessmentReader.read(Repository.path("sample-input"));
    ReadingContext context = ReadingContext.of(sample.scheme(), sample.regions());
    Random random = new Random(11);
    int split = 0;
    for (int i = 0; i < sample.deliveries().size(); i += 7) {
      Delivery delivery = sample.deliveries().get(i);
      byte[] content = Repository.bytes(sample.data().resolve(delivery.path()));
      split +=
          compare(
                  content,
                  cuts(content, random),
                  sample.sources().get(delivery.slot().source()),
                  delivery,
                  context)
              ? 1
              : 0;
    }
    assertThat(split).isGreaterThan(50);
  }

  @Test
  void aHeaderWithoutRowsIsToldOnce() {
    byte[] content = Repository.utf8("表,,,,\n代码,地区,床位数,护理型,资金\n");

    assertThat(
            compare(
                content,
                new int[] {3},
                Sent.civil(),
                Sent.delivery("civil", content),
                Sent.CONTEXT))
        .isTrue();
  }

  @Test
  void aHeaderThatCannotBeUsedIsReadWhole() {
    byte[] content = Repository.utf8("表,,,,\n代码,代码,床位数,护理型,资金\n110101,东区,1,1,1\n");

    assertThat(
            compare(
                content,
                new int[] {9},
                Sent.civil(),
                Sent.delivery("civil", content),
                Sent.CONTEXT))
        .isFalse();
  }
}

package io.silvergauge.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.jobs.Repository;
import io.silvergauge.jobs.assessment.Assessment;
import io.silvergauge.jobs.assessment.AssessmentReader;
import io.silvergauge.jobs.assessment.Delivery;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.junit.jupiter.api.Test;

/** Whatever happens to a file's bytes on the way, reading it ends and accounts for every record. */
class MutatedFilesTest {
  /** How many times the usual number is tried; 100 under the profile nightly. */
  private static final int TIMES = Integer.getInteger("silvergauge.mutations", 1);

  private static final int TEXTS = 10_000 * TIMES;
  private static final int WORKBOOKS = 1_000 * TIMES;
  private static final Duration LONGEST = Duration.ofSeconds(5);
  private static final List<String> ORIGINALS =
      List.of(
          "2023Q4/410000/civil_affairs.csv",
          "2023Q4/430000/civil_affairs.csv", // GB18030
          "2023Q4/350000/civil_affairs.csv", // with a byte order mark
          "2023Q4/440000/visits.csv", // with Windows line ends
          "2023H2/410000/institutions_mechanism.csv");

  @Test
  void areReadWithoutExceptionAndAlwaysBalanced() throws IOException {
    Assessment sample = AssessmentReader.read(Repository.path("sample-input"));
    ReadingContext context = ReadingContext.of(sample.scheme(), sample.regions());
    Random random = new Random(2047);
    Map<String, Delivery> deliveries = new HashMap<>();
    sample.deliveries().forEach(delivery -> deliveries.put(delivery.path(), delivery));
    Map<String, byte[]> originals = new HashMap<>();
    ORIGINALS.forEach(path -> originals.put(path, Repository.bytes(sample.data().resolve(path))));
    for (int i = 0; i < TEXTS; i++) {
      String path = ORIGINALS.get(i % ORIGINALS.size());
      Delivery delivery = deliveries.get(path);
      byte[] mutated = mutated(originals.get(path), random);
      long start = System.nanoTime();
      Batch batch =
          DeliveryReader.read(
              mutated, delivery, sample.sources().get(delivery.slot().source()), context);
      check(path, i, batch, Duration.ofNanos(System.nanoTime() - start));
    }
  }

  /** The bytes of workbooks, and the XML inside them, which the checksum does not keep out. */
  @Test
  void ofWorkbooksAreReadWithoutExceptionAndAlwaysBalanced() {
    Consumer<Workbook> filled =
        workbook -> {
          Sheet sheet = Books.civil(workbook, "表一");
          Books.row(sheet, 3, "110101", "东区", 100, 60, 30);
          Books.row(sheet, 4, 110121, "东县", "1,300", "…", 50.5);
        };
    byte[] xlsx = Books.xlsx(filled);
    byte[] xls = Books.xls(filled);
    Map<String, byte[]> parts = Books.unzip(xlsx);
    List<String> names = List.copyOf(parts.keySet());
    Random random = new Random(2048);
    for (int i = 0; i < WORKBOOKS; i++) {
      byte[] mutated =
          switch (i % 4) {
            case 0 -> mutated(xlsx, random);
            case 1 -> mutated(xls, random);
            default -> {
              Map<String, byte[]> broken = new LinkedHashMap<>(parts);
              String name = names.get(random.nextInt(names.size()));
              broken.put(name, mutated(parts.get(name), random));
              yield Books.zip(broken);
            }
          };
      long start = System.nanoTime();
      Batch batch =
          DeliveryReader.read(mutated, Sent.delivery("civil", mutated), Sent.civil(), Sent.CONTEXT);
      check("workbook", i, batch, Duration.ofNanos(System.nanoTime() - start));
    }
  }

  private static void check(String path, int number, Batch batch, Duration taken) {
    Account account = batch.account();
    assertThat(account.balanced()).as("%s, file %d: %s", path, number, account).isTrue();
    assertThat(List.of(account.read(), account.accepted(), account.rejected(), account.setAside()))
        .allMatch(count -> count >= 0);
    assertThat(batch.observations().isEmpty()).isEqualTo(account.accepted() == 0);
    assertThat(account.rejected() > 0 && batch.rejects().isEmpty())
        .as("%s, file %d: rejected without a reason", path, number)
        .isFalse();
    assertThat(taken).as("%s, file %d", path, number).isLessThan(LONGEST);
  }

  /** One to four of: bytes flipped, cut out, repeated, put in from elsewhere. */
  private static byte[] mutated(byte[] original, Random random) {
    byte[] content = original;
    for (int i = random.nextInt(4); i >= 0; i--) {
      if (content.length == 0) {
        return content;
      }
      int from = random.nextInt(content.length);
      int to = from + random.nextInt(Math.min(300, content.length - from) + 1);
      content =
          switch (random.nextInt(5)) {
            case 0 -> flipped(content, random);
            case 1 -> joined(content, 0, from, content, to, content.length);
            case 2 -> joined(content, 0, to, content, from, content.length);
            case 3 ->
                joined(
                    content, 0, from, original, random.nextInt(original.length), original.length);
            default ->
                joined(content, 0, from, hostile(random), 0, 3, content, from, content.length);
          };
    }
    return content;
  }

  private static byte[] flipped(byte[] content, Random random) {
    byte[] flipped = content.clone();
    for (int i = random.nextInt(5); i >= 0; i--) {
      flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return flipped;
  }

  private static byte[] hostile(Random random) {
    List<String> all =
        List.of("\"\",", "\"\n,", "\r\n\r", ",,,", "\0\0\0", "1e9", "-0.", "=1+", "\t\t\t");
    return Repository.utf8(all.get(random.nextInt(all.size())));
  }

  private static byte[] joined(byte[] a, int fromA, int toA, byte[] b, int fromB, int toB) {
    return joined(a, fromA, toA, b, fromB, toB, new byte[0], 0, 0);
  }

  private static byte[] joined(
      byte[] a, int fromA, int toA, byte[] b, int fromB, int toB, byte[] c, int fromC, int toC) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(a, fromA, toA - fromA);
    all.write(b, fromB, toB - fromB);
    all.write(c, fromC, toC - fromC);
    return all.toByteArray();
  }
}

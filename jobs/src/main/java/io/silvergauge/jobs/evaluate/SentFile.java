package io.silvergauge.jobs.evaluate;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Sha256;
import io.silvergauge.jobs.assessment.Delivery;
import io.silvergauge.jobs.ingest.Reject;
import io.silvergauge.jobs.ingest.RejectReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A registered file: its bytes, or why it cannot be taken in. */
public final class SentFile {
  /** More bytes than this are not read. */
  public static final long MAX_BYTES = 1L << 30;

  private final Delivery delivery;
  private final byte[] content;
  private final Reject refused;

  private SentFile(Delivery delivery, byte[] content, Reject refused) {
    this.delivery = delivery;
    this.content = content;
    this.refused = refused;
  }

  /**
   * Reads a file.
   *
   * @param data the assessment's data folder
   */
  public static SentFile read(Path data, Delivery delivery) {
    Path path = data.resolve(delivery.path());
    if (!Files.isRegularFile(path)) {
      return refused(delivery, missing(delivery));
    }
    try {
      long bytes = Files.size(path);
      return bytes > MAX_BYTES
          ? refused(delivery, tooLarge(delivery, bytes))
          : new SentFile(delivery, Files.readAllBytes(path), null);
    } catch (IOException e) {
      return refused(delivery, unreadable(delivery, e));
    }
  }

  /** A file that was taken into the store, as it was when it was. */
  static SentFile taken(Inputs inputs, Delivery delivery) throws IOException {
    return new SentFile(delivery, inputs.read(delivery.sha256()), null);
  }

  private static SentFile refused(Delivery delivery, Reject reject) {
    return new SentFile(delivery, new byte[0], reject);
  }

  /** Its bytes; none where it is refused. */
  public byte[] content() {
    return content;
  }

  /** Why there are no bytes. */
  public Optional<Reject> refused() {
    return Optional.ofNullable(refused);
  }

  /** That it is not the file that was registered, if so. */
  public Optional<Reject> changed() {
    String sha256 = Sha256.of(content);
    return refused != null || sha256.equals(delivery.sha256())
        ? Optional.empty()
        : Optional.of(changed(delivery, sha256));
  }

  private static Reject missing(Delivery delivery) {
    return Reject.ofFile(
        delivery.path(),
        RejectReason.FILE_MISSING,
        Bilingual.of(
            "%s：已登记但文件不存在；请补上文件，或在 deliveries.csv 中撤回",
            "%s: registered, but there is no such file; please supply it or withdraw it in"
                + " deliveries.csv",
            delivery.path()));
  }

  private static Reject tooLarge(Delivery delivery, long bytes) {
    return Reject.ofFile(
        delivery.path(),
        RejectReason.FILE_LIMIT,
        Bilingual.of(
            "%s：文件有 %d 字节，最多读取 %d 字节；请分成几个文件，作为同一时期的不同部分报送",
            "%s: %d bytes, at most %d are read; please send it in several files, as parts of one"
                + " period",
            delivery.path(),
            bytes,
            MAX_BYTES));
  }

  private static Reject unreadable(Delivery delivery, IOException failure) {
    return Reject.ofFile(
        delivery.path(),
        RejectReason.FILE_UNREADABLE,
        Bilingual.of(
            "%s：文件无法打开（%s），请检查文件和权限后重新报送",
            "%s: the file cannot be opened (%s); please check it and its permissions and send it"
                + " again",
            delivery.path(),
            failure.getMessage()));
  }

  private static Reject changed(Delivery delivery, String sha256) {
    return Reject.ofFile(
        delivery.path(),
        RejectReason.FILE_CHANGED,
        Bilingual.of(
            "%s：文件与登记的不一致（SHA-256 为 %s…，登记为 %s…）；更正稿请作为新的报送登记",
            "%s: not the file that was registered (SHA-256 is %s…, registered %s…); please"
                + " register a correction as a delivery of its own",
            delivery.path(),
            sha256.substring(0, 12),
            delivery.sha256().substring(0, 12)));
  }
}

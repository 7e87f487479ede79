package io.silvergauge.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.outcome.Delivered;
import io.silvergauge.indicators.register.RegisterRecord;
import io.silvergauge.indicators.register.Sent;
import io.silvergauge.indicators.register.SentRecord;
import io.silvergauge.indicators.statistic.LeafSum;
import io.silvergauge.indicators.statistic.Mark;
import io.silvergauge.indicators.statistic.Origin;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.indicators.statistic.ValueStatus;
import io.silvergauge.jobs.ingest.Reject;
import io.silvergauge.jobs.ingest.RejectReason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShareTest {
  private static final Period NINE_MONTHS = Period.parse("2023-01/2023-09");

  private static byte[] bytes(Share share) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(share);
    }
    return bytes.toByteArray();
  }

  private static Share travelled(Share share) throws IOException, ClassNotFoundException {
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes(share)))) {
      return (Share) in.readObject();
    }
  }

  private static Delivered delivered(String region, Mark mark, String sum) {
    LeafSum of =
        new LeafSum(
            region,
            "beds",
            NINE_MONTHS,
            "万元",
            mark,
            new BigDecimal(sum),
            7,
            2,
            ValueStatus.EVIDENCED,
            LocalDate.of(1949, 10, 1),
            "豫民〔2023〕1号",
            new Origin("2023Q4/410000/a b.csv", "表1", 123_456_789_012L, "床位\n数"));
    return new Delivered(of, "civil_affairs", "civil_affairs/410000/2023Q4/all", 3);
  }

  private static SentRecord sent(Sent register, String id) {
    RegisterRecord record =
        new RegisterRecord(
            register.register(),
            "410102",
            register.period(),
            id,
            Map.of("beds", "120", "name", "\uD842\uDFB7 \"x\""),
            new Origin("2023Q4/410000/list.xlsx", "名单", 9, ""));
    return new SentRecord(register, 1, record);
  }

  @Test
  void travelsWhole() throws IOException, ClassNotFoundException {
    Sent one = new Sent("facilities", "410000", Period.parse("2023Q4"), "facility");
    Sent other = new Sent("facilities", "420000", Period.parse("2023Q4"), "facility");
    Share share = new Share();
    share.delivered().add(delivered("410102", Mark.NUMBER, "-99999999999999999999999999.999999"));
    share.delivered().add(delivered("410103", Mark.MISSING, "0"));
    share.delivered().add(delivered("410104", Mark.NUMBER, "0.000000"));
    share.records().addAll(List.of(sent(one, "A"), sent(other, "B"), sent(one, "")));
    share
        .unused()
        .add(new Unused("f", "410102", "beds", "2023Q4", Unused.Reason.NO_CITY, 1L << 40, 2));
    Reject reject = Reject.ofFile("f", RejectReason.FILE_EMPTY, new Bilingual("空", "empty"));
    share.refused().add(new Refused(reject, "410000", "civil_affairs", "2023Q4", 4));

    Share after = travelled(share);

    assertThat(after).isEqualTo(share);
    assertThat(after.delivered().get(2).sum().sum().scale()).isEqualTo(6);
    assertThat(after.records().get(0).sent()).isSameAs(after.records().get(2).sent());
  }

  @Test
  void travelsInFewBytes() throws IOException {
    Share share = new Share();
    List<Delivered> plain = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      share.delivered().add(delivered(Integer.toString(410_000 + i), Mark.NUMBER, "12.5"));
    }
    plain.addAll(share.delivered());
    ByteArrayOutputStream objects = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(objects)) {
      out.writeObject(plain);
    }

    assertThat(bytes(share).length * 4).isLessThan(objects.size());
  }
}

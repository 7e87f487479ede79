package io.silvergauge.jobs.evaluate;

import io.silvergauge.indicators.outcome.Delivered;
import io.silvergauge.indicators.register.Sent;
import io.silvergauge.indicators.register.SentRecord;
import io.silvergauge.indicators.statistic.LeafSum;
import io.silvergauge.jobs.ingest.PackedBytes;
import io.silvergauge.jobs.ingest.RowCodec;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a pack has for one city, or for none. Where it travels, its sums and records do as bytes in
 * which a text that repeats stands once.
 *
 * @param delivered sums of the city's leaves, each of which counts as a whole
 * @param records records of registers that may be the city's
 * @param unused what was accepted and is in no figure
 * @param refused what was refused of the city
 */
record Share(
    ArrayList<Delivered> delivered,
    ArrayList<SentRecord> records,
    ArrayList<Unused> unused,
    ArrayList<Refused> refused)
    implements Serializable {
  /** Sums and records of a share at most, so that nothing large is handed over at once. */
  private static final int MOST = 200_000;

  /** With nothing in it yet. */
  Share() {
    this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
  }

  /** Whether nothing more should be put into it. */
  boolean isFull() {
    return delivered.size() + records.size() >= MOST;
  }

  private Object writeReplace() {
    return new Packed(this);
  }

  /** A share under way. */
  private static final class Packed implements Serializable {
    private static final long serialVersionUID = 1L;

    private final byte[] rows;
    private final ArrayList<Sent> registers;
    private final ArrayList<Unused> unused;
    private final ArrayList<Refused> refused;

    Packed(Share share) {
      PackedBytes out = new PackedBytes();
      out.whole(share.delivered.size());
      for (Delivered one : share.delivered) {
        RowCodec.write(one.sum(), out);
        out.text(one.source());
        out.text(one.slot());
        out.whole(one.order());
      }
      Map<Sent, Integer> numbers = new LinkedHashMap<>();
      out.whole(share.records.size());
      for (SentRecord one : share.records) {
        out.whole(numbers.computeIfAbsent(one.sent(), sent -> numbers.size()));
        out.whole(one.order());
        RowCodec.write(one.record(), out);
      }
      rows = out.written();
      registers = new ArrayList<>(numbers.keySet());
      unused = share.unused;
      refused = share.refused;
    }

    private Object readResolve() {
      PackedBytes in = new PackedBytes(rows);
      ArrayList<Delivered> delivered = new ArrayList<>();
      for (long left = in.whole(); left > 0; left--) {
        LeafSum sum = RowCodec.sum(in);
        delivered.add(new Delivered(sum, in.text(), in.text(), (int) in.whole()));
      }
      ArrayList<SentRecord> records = new ArrayList<>();
      for (long left = in.whole(); left > 0; left--) {
        Sent register = registers.get((int) in.whole());
        records.add(new SentRecord(register, (int) in.whole(), RowCodec.record(in)));
      }
      return new Share(delivered, records, unused, refused);
    }
  }
}

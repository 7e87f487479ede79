package io.silvergauge.jobs.ingest;

import io.silvergauge.indicators.statistic.Fraction;
import io.silvergauge.indicators.statistic.Mark;
import io.silvergauge.indicators.statistic.Observation;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.indicators.statistic.Statistic;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Finds the plain rows that {@link FileChecks} must see: those that say what another row says too,
 * those of which a part is more than its whole, and those that touch a row that was mapped one by
 * one. What it would make of all others is nothing, so they stay as they are.
 */
final class PlainChecks {
  private static final int SCALE = 6;

  /** What tells one thing said from another, but for the region. */
  private record Said(String statistic, Period period) {}

  private final PlainRead read;
  private final ObservationTable all;
  private final ReadingContext context;
  private final Numbered<Said> said = new Numbered<>();
  private final int[] ofFrame;
  private final int[] wholes;
  private final LongInts first;
  private final BitSet marked = new BitSet();

  PlainChecks(PlainRead read, ReadingContext context) {
    this.read = read;
    this.all = read.observations();
    this.context = context;
    List<ObservationTable.Frame> frames = all.frames().all();
    ofFrame = new int[frames.size()];
    wholes = new int[frames.size()];
    for (int i = 0; i < ofFrame.length; i++) {
      ofFrame[i] = said.of(new Said(frames.get(i).statistic(), frames.get(i).period()));
    }
    for (int i = 0; i < ofFrame.length; i++) {
      String whole = context.statistics().get(frames.get(i).statistic()).partOf();
      wholes[i] = whole.isEmpty() ? -1 : said.find(new Said(whole, frames.get(i).period()));
    }
    first = new LongInts(all.size());
  }

  /** The places of those rows among the plain ones. */
  BitSet rows() {
    for (int i = 0; i < all.size(); i++) {
      int other = first.putIfAbsent(key(all.region(i), ofFrame[all.frame(i)]), i);
      if (other != LongInts.NONE) {
        mark(i);
        mark(other);
      }
    }
    for (int i = 0; i < all.size(); i++) {
      int whole = wholes[all.frame(i)];
      int of = whole < 0 ? LongInts.NONE : first.get(key(all.region(i), whole));
      if (of != LongInts.NONE && isMore(i, of)) {
        mark(i);
        mark(of);
      }
    }
    read.odd().forEach(row -> row.observations().forEach(this::markTouched));
    return marked;
  }

  private boolean isMore(int part, int whole) {
    if (all.mark(part) != Mark.NUMBER || all.mark(whole) != Mark.NUMBER) {
      return false;
    }
    ObservationTable.Frame left = all.frames().get(all.frame(part));
    ObservationTable.Frame right = all.frames().get(all.frame(whole));
    if (left.unit().equals(right.unit())) {
      return all.millionths(part) > all.millionths(whole);
    }
    String unit = context.statistics().get(right.statistic()).unit();
    return inUnit(part, left.unit(), unit).compareTo(inUnit(whole, right.unit(), unit)) > 0;
  }

  private Fraction inUnit(int place, String from, String to) {
    return Fraction.of(BigDecimal.valueOf(all.millionths(place), SCALE))
        .times(context.units().factor(from, to));
  }

  /** Marks what says the same as an observation, its whole, and its parts. */
  private void markTouched(Observation observation) {
    int region = all.regions().find(observation.region());
    if (region < 0) {
      return;
    }
    List<String> touched = new ArrayList<>(List.of(observation.statistic()));
    Statistic statistic = context.statistics().get(observation.statistic());
    touched.add(statistic.partOf());
    for (Statistic other : context.statistics().values()) {
      if (other.partOf().equals(observation.statistic())) {
        touched.add(other.id());
      }
    }
    for (String one : touched) {
      int what = said.find(new Said(one, observation.period()));
      int at = what < 0 ? LongInts.NONE : first.get(key(region, what));
      if (at != LongInts.NONE) {
        mark(at);
      }
    }
  }

  private void mark(int observation) {
    marked.set(read.place(all.row(observation)));
  }

  private static long key(int region, int what) {
    return (long) region << Integer.SIZE | what;
  }
}

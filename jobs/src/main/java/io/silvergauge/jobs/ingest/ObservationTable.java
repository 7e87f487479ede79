package io.silvergauge.jobs.ingest;

import io.silvergauge.indicators.statistic.Mark;
import io.silvergauge.indicators.statistic.Observation;
import io.silvergauge.indicators.statistic.Origin;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.indicators.statistic.ValueStatus;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/**
 * Observations by column, in the order in which they were read: some thirty bytes each, where
 * objects take four hundred.
 */
public final class ObservationTable extends AbstractList<Observation> implements RandomAccess {
  /** Decimals of what is kept. */
  private static final int SCALE = 6;

  /** What many observations have in common. */
  public record Frame(
      String statistic,
      Period period,
      String unit,
      ValueStatus status,
      LocalDate referenceDate,
      String document,
      String file,
      String sheet,
      String column) {}

  private final Numbered<String> regions = new Numbered<>();
  private final Numbered<Frame> frames = new Numbered<>();
  private int[] region = new int[16];
  private int[] frame = new int[16];
  private long[] row = new long[16];
  private long[] value = new long[16];
  private Mark[] mark = new Mark[16];
  private int size;

  /** The same observations by column. */
  public static ObservationTable of(List<Observation> observations) {
    if (observations instanceof ObservationTable table) {
      return table;
    }
    ObservationTable table = new ObservationTable();
    observations.forEach(table::take);
    return table;
  }

  /** The regions as they were told, by number. */
  public Numbered<String> regions() {
    return regions;
  }

  /** What observations have in common, by number. */
  public Numbered<Frame> frames() {
    return frames;
  }

  /** Adds an observation. */
  void take(Observation one) {
    Origin origin = one.origin();
    take(
        regions.of(one.region()),
        frames.of(
            new Frame(
                one.statistic(),
                one.period(),
                one.unit(),
                one.status(),
                one.referenceDate(),
                one.document(),
                origin.file(),
                origin.sheet(),
                origin.column())),
        one.mark(),
        one.value().setScale(SCALE).unscaledValue().longValueExact(),
        origin.row());
  }

  /** Takes observations over from another table, of which it knows each region and frame once. */
  final class From {
    private final ObservationTable other;
    private final int[] regionOf;
    private final int[] frameOf;

    From(ObservationTable other) {
      this.other = other;
      regionOf = other.regions.all().stream().mapToInt(regions::of).toArray();
      frameOf = other.frames.all().stream().mapToInt(frames::of).toArray();
    }

    void take(int place) {
      ObservationTable.this.take(
          regionOf[other.region[place]],
          frameOf[other.frame[place]],
          other.mark[place],
          other.value[place],
          other.row[place]);
    }
  }

  /**
   * Adds an observation.
   *
   * @param ofRegion number of its region
   * @param inFrame number of its frame
   * @param what whether it is a number
   * @param millionths its value; zero unless it is a number
   * @param inRow number of its record
   */
  void take(int ofRegion, int inFrame, Mark what, long millionths, long inRow) {
    if (size == region.length) {
      int more = Math.addExact(size, size);
      region = Arrays.copyOf(region, more);
      frame = Arrays.copyOf(frame, more);
      row = Arrays.copyOf(row, more);
      value = Arrays.copyOf(value, more);
      mark = Arrays.copyOf(mark, more);
    }
    region[size] = ofRegion;
    frame[size] = inFrame;
    row[size] = inRow;
    value[size] = millionths;
    mark[size++] = what;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public Observation get(int place) {
    Frame one = frames.get(frame[place]);
    return new Observation(
        regions.get(region[place]),
        one.statistic(),
        one.period(),
        mark(place),
        amount(place),
        one.unit(),
        one.status(),
        one.referenceDate(),
        one.document(),
        origin(place));
  }

  /** The number of an observation's region. */
  public int region(int place) {
    return region[place];
  }

  /** The number of an observation's frame. */
  public int frame(int place) {
    return frame[place];
  }

  /** The number of the record an observation was read from. */
  public long row(int place) {
    return row[place];
  }

  /** The value of an observation; zero where it is no number. */
  public long millionths(int place) {
    return mark[place] == Mark.NUMBER ? value[place] : 0;
  }

  /** Whether an observation is a number. */
  public Mark mark(int place) {
    return mark[place];
  }

  private BigDecimal amount(int place) {
    return mark(place) == Mark.NUMBER ? BigDecimal.valueOf(value[place], SCALE) : BigDecimal.ZERO;
  }

  private Origin origin(int place) {
    Frame one = frames.get(frame[place]);
    return new Origin(one.file(), one.sheet(), row[place], one.column());
  }
}

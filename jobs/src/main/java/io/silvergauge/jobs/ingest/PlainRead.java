package io.silvergauge.jobs.ingest;

import io.silvergauge.indicators.statistic.Mark;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What reading a text by its bytes gave: the plain rows by column, and those that were mapped one
 * by one because something in them is out of the ordinary.
 */
final class PlainRead {
  /** Maps a row from its bytes as the general reading does. */
  @FunctionalInterface
  interface Again {
    /**
     * A row.
     *
     * @param number of its record
     * @param from its first byte in the whole text
     * @param to the byte after its last
     */
    MappedRow map(int number, int from, int to);
  }

  private final ObservationTable observations = new ObservationTable();
  private final List<MappedRow> odd = new ArrayList<>();
  private int[] numbers = new int[16];
  private int[] from = new int[16];
  private int[] to = new int[16];
  private int rows;

  /** What the plain rows say, in their order. */
  ObservationTable observations() {
    return observations;
  }

  /** The rows that were mapped one by one, in their order. */
  List<MappedRow> odd() {
    return odd;
  }

  /** How many plain rows there are. */
  int rows() {
    return rows;
  }

  /** Adds a plain row, whose observations follow. */
  void row(int number, int first, int end) {
    if (rows == numbers.length) {
      int more = Math.addExact(rows, rows);
      numbers = Arrays.copyOf(numbers, more);
      from = Arrays.copyOf(from, more);
      to = Arrays.copyOf(to, more);
    }
    numbers[rows] = number;
    from[rows] = first;
    to[rows++] = end;
  }

  /** The place of the plain row with a number. */
  int place(long number) {
    return Arrays.binarySearch(numbers, 0, rows, Math.toIntExact(number));
  }

  /** Maps a plain row again. */
  MappedRow again(int place, Again mapper) {
    return mapper.map(numbers[place], from[place], to[place]);
  }

  /** Writes the plain rows. */
  void write(PackedBytes out) {
    out.whole(observations.regions().size());
    observations.regions().all().forEach(out::text);
    out.whole(observations.frames().size());
    observations.frames().all().forEach(frame -> RowCodec.write(frame, out));
    out.whole(rows);
    for (int i = 0; i < rows; i++) {
      out.whole(numbers[i]);
      out.whole(from[i]);
      out.whole(to[i] - from[i]);
    }
    out.whole(observations.size());
    for (int i = 0; i < observations.size(); i++) {
      out.whole(observations.region(i));
      out.whole(observations.frame(i));
      out.text(observations.mark(i).name());
      out.whole(observations.millionths(i));
      out.whole(observations.row(i) - (i == 0 ? 0 : observations.row(i - 1)));
    }
  }

  /** Adds plain rows that were written, which come after those that are there. */
  void add(PackedBytes in) {
    int[] regions = new int[(int) in.whole()];
    for (int i = 0; i < regions.length; i++) {
      regions[i] = observations.regions().of(in.text());
    }
    int[] frames = new int[(int) in.whole()];
    for (int i = 0; i < frames.length; i++) {
      frames[i] = observations.frames().of(RowCodec.frame(in));
    }
    for (long i = in.whole(); i > 0; i--) {
      int number = (int) in.whole();
      int first = (int) in.whole();
      row(number, first, first + (int) in.whole());
    }
    long row = 0;
    for (long i = in.whole(); i > 0; i--) {
      int region = regions[(int) in.whole()];
      int frame = frames[(int) in.whole()];
      Mark mark = Mark.valueOf(in.text());
      long millionths = in.whole();
      row += in.whole();
      observations.take(region, frame, mark, millionths, row);
    }
  }
}

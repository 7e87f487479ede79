package io.silvergauge.jobs.ingest;

import io.silvergauge.indicators.statistic.Mark;
import io.silvergauge.jobs.read.PlainText;
import io.silvergauge.jobs.read.Sheet;
import io.silvergauge.jobs.read.SheetRow;
import io.silvergauge.jobs.read.SourceDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the rows of a text by its bytes. Most rows of most files say nothing out of the ordinary:
 * their texts were met before, and their figures are plain digits. Such a row is taken as it
 * stands; every other is given to {@link RowMapper}, so that both ways of reading come to the same.
 */
final class PlainRows {
  private final RowTable table;
  private final RowMapper mapper;
  private final PlainText text;
  private final Notes notes;
  private final long skipped;
  private final PlainMeaning meaning;
  private final PlainRead into = new PlainRead();
  private final List<PlainColumn> columns = new ArrayList<>();
  private final int[] begins;
  private final int[] ends;
  private final int[] cells;
  private final int[] figures;
  private final int[] frames;
  private final long[] values;
  private final Mark[] marks;
  private final List<MappedRow> asNotes = new ArrayList<>();
  private long count;

  private PlainRows(
      PlainText text, RowMapper mapper, Notes notes, PlainMeaning meaning, long skipped) {
    this.text = text;
    this.table = mapper.table();
    this.mapper = mapper;
    this.notes = notes;
    this.meaning = meaning;
    this.skipped = skipped;
    int size = table.header().size();
    begins = new int[size];
    ends = new int[size];
    cells = new int[size];
    values = new long[size];
    figures = meaning.figures().stream().mapToInt(Integer::intValue).toArray();
    frames = new int[figures.length];
    marks = new Mark[size];
    for (int place = 0; place < size; place++) {
      columns.add(column(place));
    }
  }

  /**
   * A reader of the rows of a sheet.
   *
   * @param skipped how many records are titles and header
   * @return empty where its rows must be mapped one by one: it is no plain text, or its columns
   *     mean more than what each cell says by itself
   */
  static Optional<PlainRows> of(Sheet sheet, RowMapper mapper, Notes notes, long skipped) {
    return PlainMeaning.of(mapper.table())
        .flatMap(
            meaning ->
                sheet.plain().map(text -> new PlainRows(text, mapper, notes, meaning, skipped)));
  }

  private PlainColumn column(int place) {
    SourceDescription description = table.description();
    List<SourceDescription.SetAside> rules =
        description.setAside().stream()
            .filter(rule -> table.header().names().places(rule.column()).contains(place))
            .toList();
    return new PlainColumn(
        table.header().names().at(place),
        meaning.figures().contains(place),
        rules,
        description,
        text.charset());
  }

  /** What was read. */
  PlainRead read() {
    long number = text.records();
    int at = text.from();
    while (at < text.to()) {
      int end = text.end(at);
      if (++number > skipped) {
        named(Math.toIntExact(number), at, end);
      }
      at = text.next(end);
    }
    return into;
  }

  /** A row that was taken as it stands, mapped one by one after all. */
  MappedRow mapped(int number, int from, int to) {
    return mapper.map(text.row(number, from, to));
  }

  /** How many rows there are. */
  long count() {
    return count;
  }

  /**
   * The rows before the first that says by itself whether notes hold it, as they are if notes do;
   * in {@link PlainRead#odd} they come first, as they are if not.
   */
  List<MappedRow> asNotes() {
    return asNotes;
  }

  private void named(int number, int from, int to) {
    try {
      row(number, from, to);
    } catch (RowFailure e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      throw new RowFailure(new RowPlace(table.sheet(), number, number), e);
    }
  }

  private void row(int number, int from, int to) {
    count++;
    if (cut(from, to) && isPlain() && isTold(number, from, to)) {
      notes.pass();
      return;
    }
    SheetRow row = text.row(number, from, to);
    boolean held = notes.hold(row);
    into.odd().add(held ? asNote(row) : PersonalRows.aside(mapper.map(row), row, table.delivery()));
    if (!notes.decided()) {
      asNotes.add(asNote(row));
    }
  }

  private MappedRow asNote(SheetRow row) {
    return PersonalRows.note(row, table.sheet(), table.delivery());
  }

  /** Finds the cells; whether there are as many as the header has. */
  private boolean cut(int from, int to) {
    byte[] content = text.content();
    byte separator = text.separator();
    int place = 0;
    int begin = from;
    for (int i = from; i <= to; i++) {
      if (i == to || content[i] == separator) {
        if (place == begins.length) {
          return false;
        }
        begins[place] = begin;
        ends[place++] = i;
        begin = i + 1;
      }
    }
    return place == begins.length;
  }

  /** Whether each cell by itself says nothing out of the ordinary, and more than one says any. */
  private boolean isPlain() {
    byte[] content = text.content();
    int filled = 0;
    for (int place = 0; place < begins.length; place++) {
      PlainColumn column = columns.get(place);
      marks[place] = Mark.NUMBER;
      if (column.number()) {
        values[place] = PlainNumber.millionths(content, begins[place], ends[place]);
        if (values[place] != PlainNumber.NONE) {
          filled++;
          continue;
        }
      }
      if (column.full()) {
        renew();
      }
      cells[place] = columns.get(place).of(content, begins[place], ends[place]);
      if (!columns.get(place).plain(cells[place])) {
        return false;
      }
      filled += columns.get(place).text(cells[place]).isEmpty() ? 0 : 1;
      if (column.number()) {
        values[place] = 0;
        marks[place] = columns.get(place).symbol(cells[place]);
        if (marks[place] == null || marks[place] == Mark.NUMBER) {
          return false;
        }
      }
    }
    return filled > 1;
  }

  /** A column of so many different texts is begun anew, and all that was known of the columns. */
  private void renew() {
    for (int place = 0; place < begins.length; place++) {
      columns.set(place, column(place));
      if (!columns.get(place).number()) {
        cells[place] = columns.get(place).of(text.content(), begins[place], ends[place]);
      }
    }
    meaning.renew();
  }

  /** Takes the row; whether its cells together say nothing out of the ordinary. */
  private boolean isTold(int number, int from, int to) {
    ObservationTable told = into.observations();
    int when = meaning.when(cells, () -> text.row(number, from, to));
    if (when < 0 || meaning.namesDocument(cells, columns)) {
      return false;
    }
    int region =
        meaning.region(when, cells, columns, told.regions(), () -> text.row(number, from, to));
    if (region < 0) {
      return false;
    }
    for (int i = 0; i < figures.length; i++) {
      frames[i] = meaning.frame(i, when, cells, columns, told.frames());
      int place = figures[i];
      boolean allowed =
          frames[i] >= 0
              && (marks[place] != Mark.NUMBER || meaning.allows(frames[i], values[place]));
      if (!allowed) {
        return false;
      }
    }
    into.row(number, from, to);
    for (int i = 0; i < figures.length; i++) {
      told.take(region, frames[i], marks[figures[i]], values[figures[i]], number);
    }
    return true;
  }
}

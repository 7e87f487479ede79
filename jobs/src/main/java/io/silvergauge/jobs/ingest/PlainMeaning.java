package io.silvergauge.jobs.ingest;

import io.silvergauge.indicators.statistic.Fraction;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.indicators.statistic.Statistic;
import io.silvergauge.indicators.statistic.TimeKind;
import io.silvergauge.indicators.statistic.Unit;
import io.silvergauge.indicators.statistic.ValueStatus;
import io.silvergauge.jobs.read.PeriodText;
import io.silvergauge.jobs.read.SheetRow;
import io.silvergauge.jobs.read.SourceDescription;
import io.silvergauge.jobs.read.SourceDescription.LongForm;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What the texts of a row that is read by its bytes mean together: its region, its period, and of
 * each figure the statistic and unit. Each meaning is found by the same steps that map a row one by
 * one, once for each combination of texts; where a step would say anything at all, there is none.
 */
final class PlainMeaning {
  /** Stands for a row that is mapped one by one. */
  static final int ODD = -1;

  private static final int BITS = 21;
  private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);

  private final RowTable table;
  private final List<Figure> figures;
  private final int region;
  private final int name;
  private final int period;
  private final int reference;
  private final int statistic;
  private final int unit;
  private final int document;

  /** Whether its column holds codes of units below the regions that are listed. */
  private final boolean below;

  private final Set<Leaf> plainLeaves = new HashSet<>();
  private final List<When> whens = new ArrayList<>();
  private final List<Limit> limits = new ArrayList<>();
  private LongInts whenOf;
  private LongInts regionOf;
  private LongInts frameOf;

  /** A figure: its place and, in a wide file, what its column is. */
  private record Figure(int place, Optional<Header.Value> value) {}

  /** A period, what its text says of it, and the day its figures stood. */
  private record When(Period period, PeriodText.Kind kind, LocalDate reference) {}

  /** Where units lie in a period. */
  private record Leaf(int when, String code) {}

  /** What a figure of a frame may be, in millionths. */
  private record Limit(boolean yesNo, boolean negative, long most) {}

  private PlainMeaning(RowTable table, List<Figure> figures) {
    this.table = table;
    this.figures = List.copyOf(figures);
    SourceDescription description = table.description();
    boolean fixed = description.region().sender() || !description.region().is().isEmpty();
    region = fixed ? ODD : place(description.region().column());
    name = place(description.region().nameColumn());
    below =
        region >= 0 && description.region().digits() > 0 && description.region().codes().isEmpty();
    period = place(description.periodColumn());
    reference = place(description.referenceDateColumn());
    Optional<LongForm> form = description.longForm().stream().findFirst();
    statistic = form.map(LongForm::statisticColumn).map(this::place).orElse(ODD);
    unit = form.map(LongForm::unitColumn).map(this::place).orElse(ODD);
    document = form.map(LongForm::documentColumn).map(this::place).orElse(ODD);
    renew();
  }

  /** What the rows of a sheet mean; empty where its rows must be mapped one by one. */
  static Optional<PlainMeaning> of(RowTable table) {
    SourceDescription description = table.description();
    Header header = table.header();
    boolean other =
        description.isForm()
            || !description.registerForm().isEmpty()
            || !description.crossForm().isEmpty()
            || !description.checks().isEmpty();
    boolean figuresMeanMore =
        description.symbols().keySet().stream().anyMatch(PlainMeaning::isFigure)
            || description.notes().stream().anyMatch(note -> note.isEmpty() || isFigureLike(note))
            || description.longForm().stream().anyMatch(form -> !form.valueNames().isEmpty());
    List<Figure> figures = new ArrayList<>();
    description
        .longForm()
        .forEach(
            form ->
                header
                    .place(form.valueColumn())
                    .ifPresent(place -> figures.add(new Figure(place, Optional.empty()))));
    boolean several = false;
    for (Header.Value value : header.values()) {
      several |= value.places().size() != 1 || value.unit().isEmpty();
      figures.add(new Figure(value.places().get(0), Optional.of(value)));
    }
    TreeSet<Integer> places = new TreeSet<>(figures.stream().map(Figure::place).toList());
    boolean figuresAreLabels =
        labels(description)
            .filter(column -> !column.isEmpty())
            .flatMap(column -> header.names().places(column).stream())
            .anyMatch(places::contains);
    return other
            || figuresMeanMore
            || several
            || figuresAreLabels
            || places.isEmpty()
            || places.size() < figures.size()
        ? Optional.empty()
        : Optional.of(new PlainMeaning(table, figures));
  }

  /** The columns whose texts say what the figures of a row are; one that is not used is empty. */
  private static Stream<String> labels(SourceDescription description) {
    return Stream.of(
            Stream.of(
                description.region().column(),
                description.region().nameColumn(),
                description.periodColumn(),
                description.referenceDateColumn()),
            description.setAside().stream().map(SourceDescription.SetAside::column),
            description.longForm().stream()
                .flatMap(
                    form ->
                        Stream.of(
                            form.statisticColumn(), form.unitColumn(), form.documentColumn())))
        .flatMap(columns -> columns);
  }

  private static boolean isFigure(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return PlainNumber.millionths(bytes, 0, bytes.length) != PlainNumber.NONE;
  }

  private static boolean isFigureLike(String text) {
    return text.charAt(0) == '-' || (text.charAt(0) >= '0' && text.charAt(0) <= '9');
  }

  private int place(String column) {
    return table.header().place(column).orElse(ODD);
  }

  /** Forgets which texts were met. */
  void renew() {
    whens.clear();
    plainLeaves.clear();
    whenOf = new LongInts(16);
    regionOf = new LongInts(1 << 10);
    frameOf = new LongInts(1 << 6);
  }

  /** Where its figures stand, in the order of the columns that are read. */
  List<Integer> figures() {
    return figures.stream().map(Figure::place).toList();
  }

  /** Whether a row names a document, which is kept with each figure by itself. */
  boolean namesDocument(int[] cells, List<PlainColumn> columns) {
    return document >= 0 && !columns.get(document).text(cells[document]).isEmpty();
  }

  /** The period of a row, as {@link #region} and {@link #frame} take it; {@link #ODD} for none. */
  int when(int[] cells, Supplier<SheetRow> row) {
    long key = key(0, at(period, cells), at(reference, cells));
    int known = whenOf.get(key);
    if (known == LongInts.NONE) {
      known = when(new RowState(table, row.get()));
      whenOf.putIfAbsent(key, known);
    }
    return known;
  }

  private int when(RowState row) {
    RowPeriod reading = new RowPeriod(row);
    Optional<Period> found = reading.period();
    LocalDate day = reading.referenceDate();
    if (found.isEmpty() || !row.rejects.isEmpty()) {
      return ODD;
    }
    whens.add(new When(found.get(), row.kind, day));
    return whens.size() - 1;
  }

  /** The number of a row's region among those of a table; {@link #ODD} for none. */
  int region(
      int when,
      int[] cells,
      List<PlainColumn> columns,
      Numbered<String> regions,
      Supplier<SheetRow> row) {
    long key = key(when, at(region, cells), at(name, cells));
    int known = regionOf.get(key);
    if (known == LongInts.NONE) {
      known =
          below
              ? unit(when, columns.get(region).text(cells[region]), regions, row)
              : mapped(when, regions, row);
      regionOf.putIfAbsent(key, known);
    }
    return known;
  }

  /**
   * The number of a unit below a leaf. Whether one has something odd about it depends on its form
   * and its leaf only, and leaves are few.
   */
  private int unit(int when, String code, Numbered<String> regions, Supplier<SheetRow> row) {
    Leaf leaf = new Leaf(when, table.description().region().leafOf(code));
    boolean inside = !leaf.code().equals(code) && RowRegion.isUnit(code);
    if (inside && plainLeaves.contains(leaf)) {
      return regions.of(code);
    }
    int known = mapped(when, regions, row);
    if (known != ODD) {
      plainLeaves.add(leaf);
    }
    return known;
  }

  /** The number of the region that mapping the row finds. */
  private int mapped(int when, Numbered<String> regions, Supplier<SheetRow> row) {
    RowState state = new RowState(table, row.get());
    state.period = Optional.of(whens.get(when).period());
    String code = new RowRegion(state).region();
    boolean plain = state.rejects.isEmpty() && state.combined.isEmpty();
    return plain ? regions.of(code) : ODD;
  }

  /** The number of the frame of a row's figure among those of a table; {@link #ODD} for none. */
  int frame(
      int figure,
      int when,
      int[] cells,
      List<PlainColumn> columns,
      Numbered<ObservationTable.Frame> frames) {
    boolean named = figures.get(figure).value().isEmpty();
    long key = named ? key(when, at(statistic, cells), at(unit, cells)) : key(when, figure, 0);
    int known = frameOf.get(key);
    if (known == LongInts.NONE) {
      known =
          named
              ? named(when, cells, columns, frames)
              : figures.get(figure).value().map(one -> column(when, one, frames)).orElseThrow();
      frameOf.putIfAbsent(key, known);
    }
    return known;
  }

  private int named(
      int when, int[] cells, List<PlainColumn> columns, Numbered<ObservationTable.Frame> frames) {
    LongForm form = table.description().longForm().get(0);
    String text = statistic < 0 ? "" : columns.get(statistic).text(cells[statistic]);
    Statistic found =
        table
            .context()
            .statistics()
            .get(
                form.statisticNames().isEmpty()
                    ? text
                    : form.statisticNames().getOrDefault(text, ""));
    if (found == null) {
      return ODD;
    }
    String written = unit < 0 ? "" : columns.get(unit).text(cells[unit]);
    String in = written.isEmpty() ? found.unit() : written;
    String symbol = table.context().units().spelled(in).map(Unit::symbol).orElse(in);
    return frame(found, whens.get(when).period(), symbol, form.valueColumn(), when, frames);
  }

  private int column(int when, Header.Value value, Numbered<ObservationTable.Frame> frames) {
    Statistic found = table.context().statistics().get(value.column().statistic());
    Period of = whens.get(when).period();
    return frame(
        found,
        value.column().yearToDate() ? of.yearToDate() : of,
        value.unit(),
        table.header().names().at(value.places().get(0)),
        when,
        frames);
  }

  private int frame(
      Statistic of,
      Period during,
      String in,
      String column,
      int when,
      Numbered<ObservationTable.Frame> frames) {
    When stood = whens.get(when);
    boolean levelOfFlow = stood.kind() == PeriodText.Kind.AT_END && of.time() == TimeKind.FLOW;
    if (levelOfFlow || !table.context().units().convertible(in, of.unit())) {
      return ODD;
    }
    int frame =
        frames.of(
            new ObservationTable.Frame(
                of.id(),
                during,
                in,
                ValueStatus.REPORTED,
                stood.reference().equals(LocalDate.MIN) ? during.lastDay() : stood.reference(),
                "",
                table.delivery().path(),
                table.sheet(),
                column));
    while (limits.size() <= frame) {
      limits.add(new Limit(of.yesNo(), of.negative(), most(of, in)));
    }
    return frame;
  }

  /** The most a value in a unit may be, in millionths. */
  private long most(Statistic of, String in) {
    Fraction most = Fraction.of(of.most()).dividedBy(table.context().units().factor(in, of.unit()));
    BigInteger[] whole = most.numerator().multiply(MILLION).divideAndRemainder(most.denominator());
    return whole[0].bitLength() < Long.SIZE ? whole[0].longValue() : Long.MAX_VALUE;
  }

  /** Whether a value is one that a frame may have. */
  boolean allows(int frame, long millionths) {
    Limit limit = limits.get(frame);
    boolean yesOrNo = millionths == 0 || millionths == MILLION.longValue();
    return millionths <= limit.most()
        && (millionths >= 0 || limit.negative())
        && (yesOrNo || !limit.yesNo());
  }

  private static int at(int place, int[] cells) {
    return place < 0 ? 0 : cells[place];
  }

  private static long key(long one, long other, long third) {
    return (one << BITS | other) << BITS | third;
  }
}

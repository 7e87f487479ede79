package io.silvergauge.jobs.ingest;

import io.silvergauge.jobs.assessment.Delivery;
import io.silvergauge.jobs.read.PlainText;
import io.silvergauge.jobs.read.Rows;
import io.silvergauge.jobs.read.Sheet;
import io.silvergauge.jobs.read.SheetRow;
import io.silvergauge.jobs.read.SourceDescription;
import io.silvergauge.jobs.read.TextPart;
import io.silvergauge.jobs.read.TextParts;
import io.silvergauge.jobs.read.UnreadableFileException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A large text without quotes that is read in parts, each by itself, and comes to the same batch as
 * if it were read whole: the header is known to all parts, records keep their numbers, and what
 * only the whole file shows is checked when the parts are joined.
 */
public final class SplitFile implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Bytes from which on a text is split; below, a task more costs more than it saves. */
  public static final long FROM = 32L << 20;

  /** About so many bytes make a part. */
  private static final int PART = 16 << 20;

  private final Delivery delivery;
  private final SourceDescription description;
  private final ArrayList<TextPart> parts;
  private final HeaderFinder.Found header;

  private SplitFile(
      Delivery delivery,
      SourceDescription description,
      List<TextPart> parts,
      HeaderFinder.Found header) {
    this.delivery = delivery;
    this.description = description;
    this.parts = new ArrayList<>(parts);
    this.header = header;
  }

  /**
   * A file as parts; the bytes are gone through once.
   *
   * @return empty where it must be read whole: no text, damaged, with quotes, in UTF-16, or with a
   *     header that cannot be used
   */
  public static Optional<SplitFile> of(
      byte[] content, Delivery delivery, SourceDescription description, ReadingContext context) {
    if (description.isForm()) {
      return Optional.empty(); // a form is a workbook, and looked over whole before it is read
    }
    return of(
        content,
        TextParts.of(
            content,
            description.encoding(),
            description.separator(),
            Math.max(2, content.length / PART)),
        delivery,
        description,
        context);
  }

  static Optional<SplitFile> of(
      byte[] content,
      List<TextPart> parts,
      Delivery delivery,
      SourceDescription description,
      ReadingContext context) {
    if (parts.size() < 2) {
      return Optional.empty();
    }
    TextPart first = parts.get(0);
    byte[] marked =
        first.from() == 0 ? content : Arrays.copyOfRange(content, first.from(), content.length);
    Sheet whole = first.sheet(marked);
    try (Rows rows = whole.open()) {
      HeaderFinder finder = new HeaderFinder(whole, description, context);
      Optional<HeaderFinder.Found> found = finder.find(new PeekedRows(rows));
      return found
          .filter(one -> !finder.personal())
          .filter(
              one -> columns(one, delivery, description, context, new ArrayList<>()).isPresent())
          .map(one -> new SplitFile(delivery, description, parts, one));
    } catch (UnreadableFileException e) {
      return Optional.empty(); // which reading it whole says
    }
  }

  private static Optional<Header> columns(
      HeaderFinder.Found found,
      Delivery delivery,
      SourceDescription description,
      ReadingContext context,
      List<Reject> rejects) {
    return Header.of(found, "", description, delivery, context, rejects);
  }

  /** Its parts in their order. */
  public List<TextPart> parts() {
    return List.copyOf(parts);
  }

  /**
   * Reads a part.
   *
   * @param content the part's own bytes
   * @return its rows as {@link #joined} takes them
   */
  public byte[] read(TextPart part, byte[] content, ReadingContext context) {
    Sheet sheet = part.sheet(content);
    RowMapper mapper = mapper(sheet, context);
    Notes notes = new Notes(description);
    PlainRead rows;
    List<MappedRow> asNotes = new ArrayList<>();
    Optional<PlainRows> plain = PlainRows.of(sheet, mapper, notes, header.records());
    if (plain.isPresent()) {
      rows = plain.get().read();
      asNotes.addAll(plain.get().asNotes());
    } else {
      rows = oneByOne(sheet, mapper, notes, asNotes);
    }
    PackedBytes read = new PackedBytes();
    rows.odd().forEach(row -> RowCodec.write(row, read));
    asNotes.forEach(row -> RowCodec.write(row, read));
    rows.write(read);
    PackedBytes whole = new PackedBytes();
    whole.whole(rows.odd().size());
    whole.whole(asNotes.size());
    whole.whole(notes.decided() ? 1 : 0);
    whole.whole(notes.open() ? 1 : 0);
    whole.bytes(read.written());
    return whole.written();
  }

  /** Reads a part whose rows must be mapped one by one. */
  private PlainRead oneByOne(Sheet sheet, RowMapper mapper, Notes notes, List<MappedRow> asNotes) {
    PlainRead read = new PlainRead();
    try (Rows rows = sheet.open()) {
      for (Optional<SheetRow> next = rows.next(); next.isPresent(); next = rows.next()) {
        SheetRow row = next.get();
        if (row.number() <= header.records()) {
          continue; // titles and header
        }
        boolean held = notes.hold(row);
        read.odd()
            .add(
                held
                    ? PersonalRows.note(row, sheet.name(), delivery)
                    : PersonalRows.aside(mapper.map(row), row, delivery));
        if (!notes.decided()) {
          asNotes.add(PersonalRows.note(row, sheet.name(), delivery));
        }
      }
    } catch (UnreadableFileException e) {
      throw new IllegalStateException("Text that was checked cannot be read", e);
    }
    return read;
  }

  private RowMapper mapper(Sheet sheet, ReadingContext context) {
    Header columns =
        columns(header, delivery, description, context, new ArrayList<>()).orElseThrow();
    return new RowMapper(sheet.name(), sheet.ragged(), delivery, description, context, columns);
  }

  /** Gives some bytes of the file again. */
  @FunctionalInterface
  public interface Bytes {
    /**
     * Some bytes.
     *
     * @param part the part in which they lie
     */
    byte[] of(TextPart part);
  }

  /**
   * The batch of the whole file.
   *
   * @param read what {@link #read} gave of all parts, in their order
   * @param bytes gives a part of the file again, where rows of it must be looked at together
   */
  public Batch joined(List<byte[]> read, Bytes bytes, ReadingContext context) {
    ReadRows all = new ReadRows();
    List<Reject> rejects = new ArrayList<>();
    columns(header, delivery, description, context, rejects);
    rejects.forEach(all::add);
    all.setAside(header.records());
    boolean inNotes = false;
    PlainRead plain = new PlainRead();
    for (byte[] part : read) {
      PackedBytes whole = new PackedBytes(part);
      long count = whole.whole();
      long undecided = whole.whole();
      boolean decided = whole.whole() == 1;
      boolean endsInNotes = whole.whole() == 1;
      PackedBytes rows = new PackedBytes(whole.bytes());
      List<MappedRow> odd = new ArrayList<>();
      for (long i = 0; i < count; i++) {
        odd.add(RowCodec.read(rows));
      }
      for (int i = 0; i < undecided; i++) {
        MappedRow asNote = RowCodec.read(rows);
        if (inNotes) {
          odd.set(i, asNote);
        }
      }
      plain.odd().addAll(odd);
      plain.add(rows);
      inNotes = decided ? endsInNotes : inNotes;
    }
    all.add(plain, new Mapped(bytes, context)::map);
    if (all.isEmpty()) {
      all.add(SheetReader.noRows(delivery, ""));
    }
    return DeliveryReader.finished(all, delivery, description, context);
  }

  /** Maps rows again, those of one part after those of another. */
  private final class Mapped {
    private final Bytes bytes;
    private final ReadingContext context;
    private TextPart part;
    private PlainText text;
    private RowMapper mapper;

    Mapped(Bytes bytes, ReadingContext context) {
      this.bytes = bytes;
      this.context = context;
    }

    MappedRow map(int number, int from, int to) {
      TextPart wanted = parts.get(0);
      for (TextPart one : parts) {
        wanted = one.records() < number ? one : wanted;
      }
      if (!wanted.equals(part)) {
        part = wanted;
        Sheet sheet = part.sheet(bytes.of(part));
        text = sheet.plain().orElseThrow();
        mapper = mapper(sheet, context);
      }
      return mapper.map(text.row(number, from, to));
    }
  }
}

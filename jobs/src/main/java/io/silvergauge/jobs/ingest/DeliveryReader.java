package io.silvergauge.jobs.ingest;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.statistic.Observation;
import io.silvergauge.jobs.assessment.Delivery;
import io.silvergauge.jobs.read.SourceDescription;
import io.silvergauge.jobs.read.StrictText;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads one delivery: bytes in, a batch out; a plain function that Spark spreads over files. */
public final class DeliveryReader {
  private final Delivery delivery;
  private final SourceDescription description;
  private final ReadingContext context;

  private DeliveryReader(Delivery delivery, SourceDescription description, ReadingContext context) {
    this.delivery = delivery;
    this.description = description;
    this.context = context;
  }

  /**
   * Reads a delivery.
   *
   * @param content the file's bytes, which have the registered hash
   */
  public static Batch read(
      byte[] content, Delivery delivery, SourceDescription description, ReadingContext context) {
    return new DeliveryReader(delivery, description, context).read(content);
  }

  /**
   * A record with its places.
   *
   * @param number from 1, titles and header counted
   * @param line physical line on which it ends
   * @param cells its texts, trimmed
   */
  record FileRecord(long number, long line, List<String> cells) {
    boolean blank() {
      return cells.stream().allMatch(String::isEmpty);
    }
  }

  private Batch read(byte[] content) {
    if (content.length == 0) {
      return refused(
          RejectReason.FILE_EMPTY,
          Bilingual.of(
              "%s：文件为空（0 字节），请重新报送",
              "%s: the file is empty (0 bytes); please send it again", delivery.path()),
          0);
    }
    List<FileRecord> records = new ArrayList<>();
    try (CSVParser parser =
        format().parse(new StringReader(StrictText.decode(content, description.encoding())))) {
      for (CSVRecord record : parser) {
        records.add(
            new FileRecord(
                record.getRecordNumber(),
                parser.getCurrentLineNumber(),
                record.stream().map(String::strip).toList()));
      }
    } catch (StrictText.DamagedTextException e) {
      return refused(
          RejectReason.TEXT_DAMAGED,
          Bilingual.of(
              "%s：第 %d 字节起不是有效的 UTF-8 或 GB18030 文本，请另存为 UTF-8 后重新报送",
              "%s: no valid UTF-8 or GB18030 text from byte %d on; please save it as UTF-8 and"
                  + " send it again",
              delivery.path(),
              e.offset() + 1),
          0);
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      return refused(
          RejectReason.FILE_UNREADABLE,
          Bilingual.of(
              "%s：第 %d 条记录（始于第 %d 行）无法按 CSV 读取；请检查引号是否成对，引号内的引号是否写成两个",
              "%s: record %d, which begins on line %d, is not readable as CSV; please check that its"
                  + " quotes are closed, and doubled inside a quoted cell",
              delivery.path(),
              records.size() + 1,
              records.isEmpty() ? 1 : records.get(records.size() - 1).line() + 1),
          records.size());
    }
    return batch(records);
  }

  private CSVFormat format() {
    return CSVFormat.RFC4180
        .builder()
        .setDelimiter(description.separator())
        .setIgnoreEmptyLines(false)
        .get();
  }

  private Batch batch(List<FileRecord> records) {
    if (records.size() < description.headerRow()) {
      return refused(
          RejectReason.FILE_NO_ROWS,
          Bilingual.of(
              "%s：只有 %d 条记录，表头应在第 %d 条",
              "%s: the file ends with record %d, but the header should be record %d",
              delivery.path(),
              records.size(),
              description.headerRow()),
          records.size());
    }
    FileRecord header = records.get(description.headerRow() - 1);
    List<Reject> rejects = new ArrayList<>();
    Optional<Header> columns = Header.of(header, description, delivery, rejects);
    if (columns.isEmpty()) {
      return new Batch(List.of(), rejects, new Account(records.size(), 0, records.size(), 0));
    }
    List<FileRecord> rows = records.subList(description.headerRow(), records.size());
    RowMapper mapper = new RowMapper(delivery, description, context, columns.get());
    List<MappedRow> mapped = new ArrayList<>();
    for (FileRecord row : rows) {
      mapped.add(mapper.map(row));
    }
    new FileChecks(delivery, context).apply(mapped);
    return account(mapped, rejects, records.size());
  }

  private Batch account(List<MappedRow> rows, List<Reject> rejects, long read) {
    List<Reject> all = new ArrayList<>(rejects);
    List<Observation> accepted = new ArrayList<>();
    long acceptedRows = 0;
    long rejectedRows = 0;
    long setAside = description.headerRow();
    for (MappedRow row : rows) {
      if (row.isSetAside()) {
        setAside++;
      } else if (row.isRejected()) {
        rejectedRows++;
        all.addAll(row.rejects());
      } else {
        acceptedRows++;
        accepted.addAll(row.observations());
      }
    }
    if (rows.isEmpty()) {
      all.add(
          Reject.ofFile(
              delivery.path(),
              RejectReason.FILE_NO_ROWS,
              Bilingual.of(
                  "%s：表头之下没有数据行", "%s: there are no rows below the header", delivery.path())));
    }
    return new Batch(accepted, all, new Account(read, acceptedRows, rejectedRows, setAside));
  }

  private Batch refused(RejectReason reason, Bilingual message, long read) {
    return Batch.refused(Reject.ofFile(delivery.path(), reason, message), read);
  }
}

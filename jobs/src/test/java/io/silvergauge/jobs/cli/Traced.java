package io.silvergauge.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.silvergauge.indicators.document.Sha256;
import io.silvergauge.jobs.Repository;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Follows a figure on the page that explains it down to the cells of the files as they were sent,
 * and works each step out again. Knows nothing of the program but the words of that page.
 */
final class Traced {
  private static final Pattern QUOTIENT =
      Pattern.compile("= ([\\d.-]+) ÷ ([\\d.-]+)(?: × ([\\d.]+))?");
  private static final Pattern SUM = Pattern.compile(".*= \\(([\\d. ×+-]+)\\) ÷ ([\\d.]+)");
  private static final Pattern AGAINST =
      Pattern.compile("scoring rule (\\w+): value ([\\d.-]+), plan's target >= ([\\d.]+)");
  private static final Pattern POSTS =
      Pattern.compile(
          "\\(([\\d.-]+) − ([\\d.]+)\\) ÷ \\(([\\d.]+) − [\\d.]+\\) × ([\\d.]+), kept within.*");
  private static final Pattern RECORD =
      Pattern.compile("(?:sheet .*, )?(?:from )?record (\\d+)(?:, (\\d+) records)?(.*)");
  private static final Map<String, Integer> SQUARE_METRES = Map.of("公顷", 10_000);

  private final Path data;
  private final Map<String, Document> pages = new TreeMap<>();
  private final Map<String, List<CSVRecord>> files = new TreeMap<>();
  private int cells;

  Traced(Path data) {
    this.data = data;
  }

  /** How many cells of files were held against what the pages say. */
  int cells() {
    return cells;
  }

  /** What stands for a value that would give away a small count of persons. */
  private static final String WITHHELD = "too few persons to show";

  /** Follows what an anchor of a page explains. */
  void follow(Path explained, String anchor) {
    Document page =
        pages.computeIfAbsent(
            explained.toString(), path -> Jsoup.parse(Repository.text(explained)));
    Element row = page.getElementById(anchor);
    assertThat(row).as("%s#%s", explained, anchor).isNotNull();
    if (anchor.startsWith("figure-")) {
      figure(page, anchor.substring("figure-".length()));
    } else if (anchor.startsWith("unit-")) {
      unit(page, row);
    } else if (anchor.startsWith("observation-")) {
      cell(page, row);
    } else if (anchor.startsWith("judgement-")) {
      judgement(page, row, anchor);
    } else if (anchor.startsWith("visits-")) {
      visits(row);
    } else {
      score(page, row);
    }
  }

  /** The verified value from what was found and reported in each stratum. */
  private static void visits(Element row) {
    Matcher rule =
        Pattern.compile("reported ([\\d.]+) × found \\((.*)\\) ÷ reported \\((.*)\\)")
            .matcher(rule(row));
    assertThat(rule.matches()).as("%s", row).isTrue();
    double verified = number(rule.group(1)) * weighed(rule.group(2)) / weighed(rule.group(3));
    assertThat(number(row.child(1).text().split(" ")[0]))
        .as("%s", row)
        .isCloseTo(verified, within(1e-4));
  }

  private static double weighed(String terms) {
    double sum = 0;
    for (String term : terms.split(" \\+ ")) {
      String[] parts = term.split(" [÷×] ");
      sum += number(parts[0]) / number(parts[1]) * number(parts[2]);
    }
    return sum;
  }

  private void score(Document page, Element row) {
    String rule = rule(row);
    String value = row.child(1).text();
    Matcher sum = SUM.matcher(rule);
    Matcher against = AGAINST.matcher(rule);
    Matcher posts = POSTS.matcher(rule);
    if (sum.matches()) {
      double total = 0;
      for (String term : sum.group(1).split(" \\+ ")) {
        String[] factors = term.split(" × ");
        total += number(factors[0]) * number(factors[1]);
      }
      same(value, total / number(sum.group(2)), row);
    } else if (against.matches()) {
      double reached = number(against.group(2)) / number(against.group(3));
      double full = against.group(1).equals("pass_fail") ? Math.floor(reached) : reached;
      same(value, 100 * Math.min(1, Math.max(0, full)), row);
    } else if (posts.matches()) {
      double zero = number(posts.group(2));
      double part = (number(posts.group(1)) - zero) / (number(posts.group(3)) - zero);
      same(value, number(posts.group(4)) * Math.min(1, Math.max(0, part)), row);
    } else {
      assertThat(value).as("no rule in numbers: %s", row).doesNotMatch("[\\d.]+ points");
    }
    Element figure = row.selectFirst("th a");
    if (figure != null) {
      figure(page, figure.attr("href").substring("#figure-".length()));
    }
  }

  private void judgement(Document page, Element row, String anchor) {
    String verdict = row.child(1).text();
    Matcher held = Pattern.compile("([\\d.-]+) (>=|<=|within) ([\\d.]+)\\?").matcher(rule(row));
    if (held.matches()) {
      int order = new BigDecimal(held.group(1)).compareTo(new BigDecimal(held.group(3)));
      // within a range is at least its lower bound; the page prints no other here
      boolean reached = held.group(2).equals("<=") ? order <= 0 : order >= 0;
      assertThat(verdict.equals("unmet") && reached).as("%s", row).isFalse();
      assertThat(verdict.equals("met") && !reached).as("%s", row).isFalse();
    } else {
      assertThat(verdict).as("%s", row).doesNotMatch("met|unmet");
    }
    String indicator = anchor.substring("judgement-".length(), anchor.lastIndexOf('-'));
    figure(page, indicator);
  }

  private void figure(Document page, String indicator) {
    Element head = page.getElementById("figure-" + indicator);
    String rule = "";
    Element next = head.nextElementSibling();
    if (next.hasClass("rule")) {
      rule = next.text();
    }
    List<Element> units = new ArrayList<>();
    for (; next != null && !next.tagName().equals("h3"); next = next.nextElementSibling()) {
      units.addAll(next.select("tr[id^=unit-]"));
      next.select("p > a.reference").forEach(link -> cell(page, followed(page, link)));
    }
    Matcher quotient = QUOTIENT.matcher(rule);
    if (quotient.matches()) {
      same(head.text().substring(head.text().lastIndexOf(": ") + 2), value(quotient), head);
      numeratorOfUnits(quotient, units, head);
    }
    units.forEach(unit -> unit(page, unit));
  }

  /** Numerators and denominators of the units add up, or the units that meet what is asked. */
  private void numeratorOfUnits(Matcher figure, List<Element> units, Element head) {
    double numerators = 0;
    double denominators = 0;
    int meeting = 0;
    boolean withheld = false;
    for (Element unit : units) {
      Matcher of = QUOTIENT.matcher("= " + rule(unit));
      if (of.matches()) {
        numerators += number(of.group(1));
        denominators += number(of.group(2));
      }
      withheld |= unit.text().contains(WITHHELD);
      meeting += unit.child(2).text().contains("meets what is asked yes") ? 1 : 0;
    }
    if (withheld) {
      assertThat(numerators).as("%s", head).isLessThan(number(figure.group(1)));
    } else if (denominators > 0) {
      assertThat(numerators).as("%s", head).isCloseTo(number(figure.group(1)), within(1e-6));
      assertThat(denominators).as("%s", head).isCloseTo(number(figure.group(2)), within(1e-6));
    } else if (meeting > 0) {
      assertThat(meeting).as("%s", head).isEqualTo((int) number(figure.group(1)));
    }
  }

  private void unit(Document page, Element row) {
    List<Double> values = new ArrayList<>();
    boolean register = false;
    for (Element link : row.select("a.reference")) {
      Element input = followed(page, link);
      register |= input.id().startsWith("observation-register-x3a-");
      values.add(cell(page, input));
    }
    Matcher quotient = QUOTIENT.matcher("= " + rule(row));
    if (quotient.matches()) {
      same(row.child(1).text(), value(quotient), row);
      if (!register) {
        among(values, number(quotient.group(1)), row);
        among(values, number(quotient.group(2)), row);
      }
    }
  }

  /** The value of a row of reported values, held against the file it names. */
  private double cell(Document page, Element row) {
    String path = row.child(4).text();
    if (row.child(3).text().equals(WITHHELD)) {
      return Double.NaN;
    }
    String[] value = row.child(3).text().split(" ");
    Matcher place = RECORD.matcher(row.child(5).text());
    assertThat(place.matches()).as("%s", row).isTrue();
    int record = Integer.parseInt(place.group(1));
    Element file = followed(page, row.child(4).selectFirst("a"));
    Path sent = data.resolve(path);
    assertThat(file.select(".hash").text()).isEqualTo(Sha256.of(Repository.bytes(sent)));
    cells++;
    if (path.endsWith(".xlsx")) {
      among(numbersOfRow(sent, record), number(value[0]), row);
    } else if (row.id().startsWith("observation-register-x3a-")) {
      assertThat(records(sent).size())
          .isGreaterThanOrEqualTo(record)
          .isGreaterThan((int) number(value[0]));
    } else if (place.group(2) == null) {
      assertThat(numbers(sent, record, place.group(3))).as("%s", row).contains(number(value[0]));
    }
    return number(value[0]) * (value.length > 1 ? SQUARE_METRES.getOrDefault(value[1], 1) : 1);
  }

  /** The numbers in the cells of a record that stand under a heading; yes is one, no is none. */
  private List<Double> numbers(Path file, int record, String column) {
    String wanted = column.replaceFirst("^, Column: ", "");
    List<Double> numbers = new ArrayList<>();
    List<CSVRecord> records = records(file);
    CSVRecord row = records.get(record - 1);
    for (int at = 0; at < row.size(); at++) {
      boolean under = false;
      for (int above = 0; above < record - 1; above++) {
        CSVRecord head = records.get(above);
        under |= at < head.size() && head.get(at).strip().equals(wanted);
      }
      String cell = row.get(at).strip();
      if (under && cell.matches("[\\d.,]+")) {
        numbers.add(number(cell.replace(",", "")));
      } else if (under && cell.matches("是|否")) {
        numbers.add(cell.equals("是") ? 1.0 : 0.0);
      }
    }
    return numbers;
  }

  private List<CSVRecord> records(Path file) {
    return files.computeIfAbsent(
        file.toString(),
        path -> {
          byte[] bytes = Repository.bytes(file);
          String text = new String(bytes, StandardCharsets.UTF_8);
          if (text.contains("\ufffd")) {
            text = new String(bytes, Charset.forName("GB18030"));
          }
          CSVFormat format = CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(false).get();
          try {
            return format.parse(new StringReader(text.replaceFirst("^\ufeff", ""))).getRecords();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** The numbers of a row of a workbook's first sheet, as its XML has them. */
  private static List<Double> numbersOfRow(Path file, int row) {
    try (ZipInputStream zip =
        new ZipInputStream(new ByteArrayInputStream(Repository.bytes(file)))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals("xl/worksheets/sheet1.xml")) {
          Document sheet =
              Jsoup.parse(
                  new String(zip.readAllBytes(), StandardCharsets.UTF_8),
                  org.jsoup.parser.Parser.xmlParser());
          return sheet.select("row[r=" + row + "] c:not([t=s]) v").eachText().stream()
              .map(Traced::number)
              .toList();
        }
      }
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Element followed(Document page, Element link) {
    return page.getElementById(link.attr("href").substring(1));
  }

  /** What is said of how a row follows, without the facts below it. */
  private static String rule(Element row) {
    return row.child(2).ownText().strip();
  }

  private static void among(List<Double> values, double wanted, Element where) {
    assertThat(values).as("%s", where).anyMatch(value -> Math.abs(value - wanted) < 1e-6);
  }

  private static double value(Matcher quotient) {
    double factor = quotient.group(3) == null ? 1 : number(quotient.group(3));
    return number(quotient.group(1)) / number(quotient.group(2)) * factor;
  }

  private static void same(String printed, double worked, Element where) {
    assertThat(number(printed.split(" ")[0])).as("%s", where).isCloseTo(worked, within(1e-4));
  }

  private static double number(String text) {
    return Double.parseDouble(text);
  }
}

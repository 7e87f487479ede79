package io.silvergauge.jobs.evaluate;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.scheme.Scheme;
import io.silvergauge.indicators.scheme.Suppression;
import io.silvergauge.indicators.statistic.Fraction;
import io.silvergauge.indicators.statistic.Statistic;
import io.silvergauge.jobs.assessment.Assessment;
import io.silvergauge.jobs.ingest.Reject;
import io.silvergauge.jobs.ingest.RejectReason;
import io.silvergauge.jobs.read.SourceDescription;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes small counts of persons out of what is published of refused rows. Where a column is not
 * known to be about anything else, a small number in it may be one.
 */
final class SmallRejects implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Reasons whose words name figures. */
  private static final Set<RejectReason> TELLING =
      EnumSet.of(
          RejectReason.SHARE_ABOVE_100,
          RejectReason.PARTS_NOT_TOTAL,
          RejectReason.DUPLICATE_CONFLICT,
          RejectReason.NOT_A_NUMBER,
          RejectReason.TOO_MANY_DECIMALS,
          RejectReason.MERGED_FIGURE,
          RejectReason.UNKNOWN_UNIT,
          RejectReason.VALUE_TOO_LARGE);

  private static final Pattern NUMBER =
      Pattern.compile("(?<![0-9.,])[0-9]+(?:\\.[0-9]+)?(?![0-9])");

  private static final Pattern THOUSANDS = Pattern.compile("(?<=[0-9])[,，](?=[0-9]{3}(?![0-9]))");

  /** Numbers of rows and columns, and what a sum may be off by: no figures. */
  private static final Pattern PLACES =
      Pattern.compile("第 [0-9]+ 行|共 [0-9]+ 列|（允许 [^）]*）|[0-9]+ 位小数|有 [0-9]+ 位小数|最多 [0-9]+ 位");

  private final Suppression rule;
  private final Map<String, Map<String, Boolean>> personsByHeader = new HashMap<>();
  private final Set<String> withPersons = new HashSet<>();
  private final Set<String> persons = new HashSet<>();
  private final Set<String> known = new HashSet<>();

  SmallRejects(Assessment assessment, Reach reach) {
    Scheme scheme = assessment.scheme();
    this.rule = scheme.policies().suppression();
    for (Statistic statistic : scheme.statistics().values()) {
      known.add(statistic.id());
      if (rule.counts(statistic, scheme.units())) {
        persons.add(statistic.id());
      }
    }
    for (SourceDescription source : assessment.sources().values()) {
      Map<String, Boolean> headers = new HashMap<>();
      for (SourceDescription.Column column : source.columns()) {
        boolean counts = persons.contains(column.statistic());
        column.headers().forEach(header -> headers.merge(header, counts, Boolean::logicalOr));
      }
      personsByHeader.put(source.id(), headers);
      if (reach.given(source).stream().anyMatch(persons::contains)) {
        withPersons.add(source.id());
      }
    }
  }

  /**
   * What is published of a reject.
   *
   * @param source id of the description its file was read by
   */
  Reject of(Reject reject, String source) {
    if (!TELLING.contains(reject.reason()) || !maybePersons(reject, source) || !small(reject)) {
      return reject;
    }
    Bilingual sentence = reject.sentence();
    Bilingual place =
        new Bilingual(
            before(reject.message().zh(), sentence.zh()),
            before(reject.message().en(), sentence.en()));
    return new Reject(
        reject.file(),
        reject.sheet(),
        reject.row(),
        reject.line(),
        reject.column(),
        "",
        reject.reason(),
        reject.period(),
        Bilingual.of(
            "%s%s：不足 %d 人的人数不予公布，请对照原文件",
            "%s%s: counts of fewer than %d persons are not shown; please see the file",
            place,
            reject.reason(),
            rule.below()),
        reject.region(),
        reject.statistic());
  }

  private static String before(String all, String end) {
    return all.endsWith(end) ? all.substring(0, all.length() - end.length()) : "";
  }

  private boolean maybePersons(Reject reject, String source) {
    if (!reject.statistic().isEmpty() && known.contains(reject.statistic())) {
      return persons.contains(reject.statistic());
    }
    Boolean column = personsByHeader.getOrDefault(source, new HashMap<>()).get(reject.column());
    return column == null ? withPersons.contains(source) : column;
  }

  private boolean small(Reject reject) {
    // Places stand in our sentences; in what was reported 有 3 位 is a count.
    String said = PLACES.matcher(reject.sentence().zh()).replaceAll("");
    for (String figures : List.of(reject.value(), said)) {
      Matcher number = NUMBER.matcher(THOUSANDS.matcher(figures).replaceAll(""));
      while (number.find()) {
        if (rule.small(Fraction.of(new BigDecimal(number.group())))) {
          return true;
        }
      }
    }
    return false;
  }
}

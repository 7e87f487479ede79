package io.silvergauge.jobs.ingest;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Suggestion;
import io.silvergauge.jobs.read.HeaderText;
import io.silvergauge.jobs.read.RegionNames;
import io.silvergauge.jobs.read.SourceDescription;
import java.time.LocalDate;
import java.util.List;

/** Finds out which region a row is of. */
final class RowRegion extends RowPart {
  private static final int UNIT_LEAST = 3;
  private static final int UNIT_LONGEST = 12;

  RowRegion(RowState row) {
    super(row);
  }

  /** Whether a text has the form of a code. */
  static boolean isUnit(String code) {
    for (int i = 0; i < code.length(); i++) {
      if (code.charAt(i) < '0' || code.charAt(i) > '9') {
        return false;
      }
    }
    return code.length() >= UNIT_LEAST && code.length() <= UNIT_LONGEST;
  }

  /** The code of its region; the text itself, rejected, where that means none. */
  String region() {
    return description.region().digits() > 0 ? below(text()) : region(text());
  }

  /** The code of a unit below those that are listed; where it lies in none, it is rejected. */
  private String below(String code) {
    String leaf = description.region().leafOf(code);
    if (!isUnit(code) || leaf.equals(code)) {
      reject(
          description.regionColumn(),
          code,
          RejectReason.UNKNOWN_REGION,
          Bilingual.of(
              "“%s”不是下级单位的代码，应为 %s 至 12 位数字",
              "'%s' is no code of a unit below; %s to 12 digits are right",
              Rejects.shown(code),
              description.region().digits() + 1));
    } else if (!context.regionEnds().containsKey(leaf)) {
      reject(
          description.regionColumn(),
          code,
          RejectReason.UNKNOWN_REGION,
          Bilingual.of(
              "“%s”所属的“%s”不在 regions/ 中%s",
              "'%s' lies in '%s', which is not in regions/%s",
              code,
              leaf,
              Suggestion.nearest(leaf, context.regionEnds().keySet())));
    } else {
      int told = rejects.size();
      checkEnd(leaf);
      row.lies = rejects.size() == told ? leaf : "";
    }
    return code;
  }

  private String text() {
    SourceDescription.RegionRule rule = description.region();
    String named = rule.codes().isEmpty() ? "" : row.table.codes().getOrDefault(name(rule), "");
    if (!named.isEmpty()) {
      return named;
    }
    return rule.sender()
        ? delivery.slot().sender()
        : rule.is().isEmpty() ? cell(rule.column()) : rule.is();
  }

  /** The code of the region the row names; empty where it names none for certain. */
  String named() {
    SourceDescription.RegionRule rule = description.region();
    if (rule.digits() > 0) {
      String leaf = rule.leafOf(text());
      return context.regionEnds().containsKey(leaf) ? leaf : "";
    }
    RegionNames.Found found = context.names().find(text(), delivery.slot().sender(), row.period);
    if (found instanceof RegionNames.Found.One one) {
      return one.code();
    }
    return found instanceof RegionNames.Found.Combined both ? both.code() : "";
  }

  private String name(SourceDescription.RegionRule rule) {
    return HeaderText.folded(cell(rule.nameColumn()));
  }

  /** The code of the region a cell means; the text itself, rejected, where it means none. */
  private String region(String text) {
    RegionNames.Found found = context.names().find(text, delivery.slot().sender(), row.period);
    if (found instanceof RegionNames.Found.One one) {
      int told = rejects.size();
      checkEnd(one.code());
      if (description.isForm()) {
        checkForm(one.code(), text);
      } else {
        checkName(one.code(), text);
      }
      row.lies = rejects.size() == told ? one.code() : "";
      return one.code();
    }
    if (found instanceof RegionNames.Found.Combined both && isRecord()) {
      reject(
          description.regionColumn(),
          text,
          RejectReason.COMBINED_REGION,
          Bilingual.of(
              "“%s”是几个地区合写，无法判断该记录在哪一个；请只写其所在的一个",
              "'%s' names several regions together, and a record lies in one; please give that"
                  + " one",
              Rejects.shown(text)));
      return both.code();
    }
    if (found instanceof RegionNames.Found.Combined both) {
      row.combined = both.parts();
      return both.code();
    }
    if (found instanceof RegionNames.Found.Several several) {
      reject(
          description.regionColumn(),
          text,
          RejectReason.AMBIGUOUS_REGION,
          Bilingual.of(
              "“%s”不能确定指哪个行政区划（%s）；请写代码或带上级名称",
              "'%s' does not say which region is meant (%s); please give the code or the units"
                  + " above it",
              Rejects.shown(text),
              String.join(", ", several.codes().stream().map(context.names()::shown).toList())));
      return text;
    }
    reject(
        description.regionColumn(),
        text,
        RejectReason.UNKNOWN_REGION,
        Bilingual.of(
            "行政区划“%s”不在 regions/ 中%s",
            "region '%s' is not in regions/%s",
            Rejects.shown(text),
            Suggestion.nearest(Rejects.shown(text), context.regionEnds().keySet())));
    return text;
  }

  /** In a form code and name were written together, for units of the sender. */
  private void checkForm(String code, String text) {
    String nameColumn = description.region().nameColumn();
    String shown = context.names().shown(code);
    boolean named =
        nameColumn.isEmpty()
            || HeaderText.folded(shown).equals(HeaderText.folded(code + cell(nameColumn)));
    if (!named) {
      reject(
          description.regionColumn(),
          text,
          RejectReason.FORM_CHANGED,
          Bilingual.of(
              "代码与名称不符：“%s”，而本行名称是“%s”；填报表的代码和名称不可改动",
              "code and name do not belong together: it is '%s', the row says '%s'; codes and names"
                  + " of a form must not be changed",
              shown,
              Rejects.shown(cell(nameColumn))));
    } else if (!context.names().liesIn(code, delivery.slot().sender())) {
      reject(
          description.regionColumn(),
          text,
          RejectReason.FORM_CHANGED,
          Bilingual.of(
              "“%s”不属于报送方“%s”；填报表只报本报送方的地区",
              "'%s' does not lie in the sender '%s'; a form is for the regions of its sender",
              shown,
              context.names().shown(delivery.slot().sender())));
    }
  }

  /** Where a row has code and name, both must mean one region. */
  private void checkName(String code, String text) {
    SourceDescription.RegionRule rule = description.region();
    boolean both =
        !rule.column().isEmpty() && !rule.nameColumn().isEmpty() && rule.codes().isEmpty();
    if (!both) {
      return;
    }
    String name = cell(rule.nameColumn());
    List<String> others = context.names().contradicting(code, name);
    if (!others.isEmpty()) {
      reject(
          rule.nameColumn(),
          name,
          RejectReason.REGION_MISMATCH,
          Bilingual.of(
              "代码“%s”是 %s，而名称“%s”是 %s；请核对该行是否错位，并更正代码或名称",
              "code '%s' is %s, but the name '%s' is %s; please check whether the row is shifted,"
                  + " and mend the code or the name",
              Rejects.shown(text),
              context.names().shown(code),
              Rejects.shown(name),
              String.join(", ", others.stream().limit(5).map(context.names()::shown).toList())));
    } else if (!isRecord()) { // a record lies where its code says
      row.combined = context.names().countedIn(name);
    }
  }

  private void checkEnd(String region) {
    LocalDate end = context.regionEnds().get(region);
    if (end != null && row.period.isPresent() && !end.isAfter(row.period.get().firstDay())) {
      reject(
          description.regionColumn(),
          region,
          RejectReason.EXPIRED_REGION,
          Bilingual.of(
              "行政区划代码“%s”已于 %s 停用，早于时期 %s",
              "region code '%s' ended on %s, before period %s began",
              region,
              end,
              row.period.get()));
    }
  }
}

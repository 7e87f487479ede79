package io.silvergauge.reports.html;

import io.silvergauge.indicators.finding.Note;
import java.util.ArrayList;
import java.util.List;

/**
 * What a city's page shows, all of it ready to print.
 *
 * @param explanation link to the page that explains its figures; empty where none is written
 * @param fulfilment whether this result is worked out
 * @param standing whether this result is worked out
 * @param unmet targets of the plan that are missed, the most urgent first
 * @param outlookLead what was drawn anew; empty where nothing was
 * @param outlook how sure rank and grade are, and what would change them
 * @param planColumn heading of the column with the plan's targets
 * @param profiles headings of the columns of the other profiles
 * @param sites what visits found, one a figure they looked into
 * @param siteTotals what that cost the totals
 */
record CityPage(
    PageHead head,
    String explanation,
    boolean fulfilment,
    boolean standing,
    List<Card> cards,
    List<Picture> pictures,
    List<String> findings,
    List<UnmetRow> unmet,
    String dimensionsCaption,
    List<DimensionRow> dimensions,
    String outlookLead,
    List<Fact> outlook,
    String planColumn,
    List<String> profiles,
    List<Section> sections,
    List<Site> sites,
    List<SiteCost> siteTotals,
    FollowUp followUp,
    Quality quality,
    Method method) {
  /**
   * A result at the top of the page.
   *
   * @param why anchor of its explanation; empty where it has none
   * @param present whether there is a figure
   * @param grade grade; empty where there is none
   * @param lines what stands below it
   */
  record Card(
      String name,
      String about,
      String why,
      boolean present,
      String figure,
      String grade,
      List<String> lines) {}

  /**
   * A target of the plan that is missed.
   *
   * @param anchor where the indicator's details stand on the page
   * @param why anchor of the value's explanation
   * @param target target with operator and unit
   * @param due period by which it was due
   */
  record UnmetRow(
      String anchor,
      String why,
      String name,
      String target,
      String due,
      String value,
      String shortfall,
      String department) {}

  /**
   * A row of the table of dimensions; {@code depth} says how far it is indented.
   *
   * @param whyFulfilment anchor of the score's explanation
   * @param whyStanding anchor of the score's explanation
   */
  record DimensionRow(
      String name,
      int depth,
      boolean total,
      String whyFulfilment,
      Score fulfilment,
      String whyStanding,
      Score standing) {}

  /** The same under another head, about less: its sections and what else is listed stay. */
  CityPage about(PageHead other, List<String> said, List<DimensionRow> rows) {
    return new CityPage(
        other,
        explanation,
        fulfilment,
        standing,
        List.of(),
        List.of(),
        said,
        unmet,
        dimensionsCaption,
        rows,
        "",
        List.of(),
        planColumn,
        profiles,
        sections,
        List.of(),
        List.of(),
        followUp,
        quality,
        method);
  }

  /** The same in short: the first of each list and no section. */
  CityPage brief(PageHead other, int listed, FollowUp first) {
    return new CityPage(
        other,
        explanation,
        fulfilment,
        standing,
        cards,
        List.of(),
        findings,
        unmet.stream().limit(listed).toList(),
        dimensionsCaption,
        dimensions,
        "",
        outlook,
        planColumn,
        profiles,
        List.of(),
        List.of(),
        List.of(),
        first,
        quality,
        method);
  }

  /** All its charts. */
  List<Picture> allPictures() {
    List<Picture> all = new ArrayList<>(pictures);
    for (Section section : sections) {
      all.addAll(section.pictures());
      section.indicators().forEach(row -> all.addAll(row.behind().pictures()));
    }
    return all;
  }

  /**
   * The indicators of one dimension.
   *
   * @param anchor where it stands on the page
   * @param laggards by indicator, which units fall behind or have no figure
   */
  record Section(
      String anchor,
      String name,
      String caption,
      List<Picture> pictures,
      List<IndicatorRow> indicators,
      List<Fact> laggards) {}

  /**
   * An indicator.
   *
   * @param anchor where its details stand on the page
   * @param why anchor of its explanation
   * @param ratio numerator and denominator; empty where there is no value
   * @param counts what counts instead of the value; empty where the value counts
   * @param held against the plan first, where there is one, then against each profile
   * @param behind what is behind the figure
   */
  record IndicatorRow(
      String anchor,
      String why,
      String name,
      String source,
      String department,
      boolean present,
      String value,
      String ratio,
      String counts,
      String detail,
      List<Held> held,
      String reference,
      String age,
      String coverage,
      Behind behind) {}

  /**
   * An indicator held against one profile.
   *
   * @param why anchor of its explanation
   * @param code code of the verdict
   * @param target target with operator and unit; empty where there is none
   */
  record Held(
      String why, String code, String verdict, String target, String due, String shortfall) {}

  /**
   * What is behind a figure.
   *
   * @param leftOut what of it is not listed, and where it can be read; empty where all is
   * @param asked whether something is asked of each unit
   * @param ratios whether the units have numerators and denominators
   */
  record Behind(
      String summary,
      String leftOut,
      List<Fact> facts,
      List<Picture> pictures,
      String unitsCaption,
      boolean asked,
      boolean ratios,
      List<UnitRow> units,
      List<Listing> listings,
      String inputsCaption,
      List<InputGroup> inputs) {}

  /**
   * A table of single things behind a figure.
   *
   * @param more how many are not shown; empty where all are
   */
  record Listing(String caption, List<String> heads, List<List<String>> rows, String more) {}

  /**
   * A unit behind a figure.
   *
   * @param why anchor of its explanation
   * @param value its value; else why there is none
   * @param refused what of it was refused, where that is why; empty where it is not
   * @param meets code of whether it meets what is asked; empty where nothing is asked
   */
  record UnitRow(
      String why,
      String name,
      String code,
      boolean present,
      String value,
      String refused,
      String numerator,
      String denominator,
      String meets,
      String meetsWord) {}

  /**
   * Reported values of one statistic and period that stand in one column of a file.
   *
   * @param sheet sheet of a workbook; empty for text files
   */
  record InputGroup(
      String statistic,
      String period,
      String file,
      String sheet,
      String column,
      List<InputRow> rows) {}

  /** A reported value and where it stands; {@code why} is the anchor of its explanation. */
  record InputRow(String why, String unit, String code, String value, String place) {}

  /**
   * What visits found of a figure.
   *
   * @param why anchor of its explanation
   * @param part percent of what was reported that holds
   * @param partRange its interval; empty where there is none
   * @param verified the verified value, or that there is none
   * @param range its interval; empty where there is none
   * @param test whether reported and verified differ, or why that cannot be told
   * @param code code of that; empty where it cannot be told
   * @param policy what the scheme makes of it
   */
  record Site(
      String name,
      String why,
      String lead,
      String reported,
      String part,
      String partRange,
      String verified,
      String range,
      String test,
      String code,
      String policy,
      List<SiteCost> costs,
      List<SiteStratum> strata,
      List<SiteVisit> visits) {}

  /**
   * What a score is by what was reported, and by what counts.
   *
   * @param result which result it is of
   * @param range the score at both ends of the verified value's interval; empty where there is none
   */
  record SiteCost(
      String name, String result, String reported, String counts, String cost, String range) {}

  /** What was found in a stratum; {@code range} is empty where there is no interval. */
  record SiteStratum(
      String name,
      String code,
      String units,
      String looked,
      String confirmed,
      String reported,
      String found,
      String part,
      String range) {}

  /**
   * What was found of a thing.
   *
   * @param stratum code of its stratum
   * @param code code of the result
   * @param by who was there, and when
   * @param place its row in the sheet that came back
   */
  record SiteVisit(
      String name,
      String key,
      String stratum,
      String code,
      String result,
      String reported,
      String found,
      String evidence,
      String shortEvidence,
      String by,
      String remark,
      String place) {}

  /**
   * The files a page rests on.
   *
   * @param remarks by indicator, what a reader must know about its data
   * @param checksLead how often the scheme's checks speak against what was reported
   * @param checks those that hold a value back or warn
   * @param screens claims worth a visit, in sentences
   * @param refusalsLead how much was refused; empty where that is not known
   * @param refusals what was refused, those whose unit is known first
   */
  record Quality(
      String remarksLead,
      List<Fact> remarks,
      String checksLead,
      List<CheckRow> checks,
      List<String> screens,
      String refusalsLead,
      List<RefusalRow> refusals,
      String lead,
      List<FileRow> files) {}

  /**
   * A check that speaks against what a unit reported.
   *
   * @param kind {@code error}, {@code warning} or {@code justified}
   * @param check the check's id
   * @param places where the values it saw stand, the first few
   * @param justification what people say to it; empty for nothing
   */
  record CheckRow(
      String kind,
      String kindWord,
      String unit,
      String code,
      String message,
      String check,
      List<String> places,
      String justification) {}

  /**
   * Something refused.
   *
   * @param unit the unit whose row it is; else that this is not known
   * @param reason its code
   * @param message what is wrong and what would be right
   */
  record RefusalRow(String unit, String code, String reason, String message, String place) {}

  /**
   * What falls short and what became of it.
   *
   * @param said what was said to indicators without a finding
   * @param notes what the evaluator wrote in the page's language
   */
  record FollowUp(String lead, List<FindingRow> rows, List<String> said, List<NoteText> notes) {}

  /**
   * A finding.
   *
   * @param places where it stands, the first few
   * @param code code of its state, or of what it is overdue for
   * @param said what was said to it
   */
  record FindingRow(
      String id,
      String kind,
      String name,
      String what,
      String places,
      String code,
      String state,
      String since,
      String department,
      String due,
      String suggestion,
      String next,
      List<String> said) {}

  /** A note; {@code by} says who wrote it and when. */
  record NoteText(String by, List<Note.Block> blocks) {}

  /** A delivered file. */
  record FileRow(
      String path,
      String source,
      String received,
      String data,
      String dataWord,
      String hash,
      String shortHash,
      String read,
      String accepted,
      String rejected,
      String setAside) {}

  /**
   * How it was worked out.
   *
   * @param dimensions weight of each dimension in what it belongs to
   * @param ages how long values are carried forward, and of which statistics
   */
  record Method(
      List<Fact> facts,
      List<Fact> grades,
      List<Fact> dimensions,
      List<WeightRow> weights,
      List<Fact> ages) {}

  /** Weight and rules of an indicator. */
  record WeightRow(
      String name,
      String dimension,
      String weight,
      String better,
      String zero,
      String full,
      String scoring,
      String missing) {}
}

package io.silvergauge.reports.html;

import io.silvergauge.indicators.document.Language;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.IndicatorResult;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.evaluation.SchemeView;
import io.silvergauge.indicators.explanation.Anchors;
import io.silvergauge.indicators.explanation.Explainer;
import io.silvergauge.indicators.explanation.Explanation;
import io.silvergauge.indicators.explanation.Explanation.Kind;
import io.silvergauge.indicators.scheme.ResultKind;
import io.silvergauge.reports.text.Wording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Makes the page that explains a city's figures: the trees of the explainer, each node once. */
final class ExplanationPageMaker {
  /** What a row of the files says once for all values of a file. */
  private static final Set<String> OF_THE_FILE =
      Set.of("sender", "source", "data", "received", "slot", "sha256");

  /** What the row of a reported value has columns for. */
  private static final Set<String> PLACE = Set.of("file", "sheet", "row", "column", "rows");

  private final Evaluation evaluation;
  private final RegionEvaluation region;
  private final Listed listed;
  private final Wording wording;
  private final Written written;
  private final Explainer explainer;
  private final Map<String, ExplanationPage.FigureBlock> figures = new LinkedHashMap<>();
  private final Map<Explanation, ExplanationPage.InputRow> inputs = new LinkedHashMap<>();
  private final Map<String, Integer> taken = new HashMap<>();
  private final Map<String, Evaluation.DeliveryRow> deliveries = new HashMap<>();
  private final Map<String, ExplanationPage.FileRow> files = new TreeMap<>();

  ExplanationPageMaker(
      Evaluation evaluation, RegionEvaluation region, Wording wording, Written written) {
    this.evaluation = evaluation.seenBy(region.plan());
    this.region = region;
    this.wording = wording;
    this.written = written;
    this.listed = Listed.of(this.evaluation.scheme(), region);
    this.explainer = new Explainer(this.evaluation, listed.region());
    evaluation.deliveries().forEach(delivery -> deliveries.put(delivery.path(), delivery));
  }

  ExplanationPage page() {
    List<ExplanationPage.Part> results = new ArrayList<>();
    for (ResultKind kind : ResultKind.values()) {
      if (evaluation.scheme().results().contains(kind.code())) {
        results.add(new ExplanationPage.Part(wording.say("word." + kind.code()), scores(kind)));
      }
    }
    // Indicators that take no part in any result are explained by their figures alone.
    for (SchemeView.IndicatorView indicator : evaluation.scheme().indicators()) {
      explainer
          .explain(ResultKind.FULFILMENT, indicator.id())
          .filter(node -> node.kind() == Kind.FIGURE)
          .ifPresent(this::addFigure);
    }
    return new ExplanationPage(
        head(),
        Links.city(region.region().code(), wording.language()),
        results,
        evaluation.scheme().indicators().stream()
            .map(indicator -> figures.get(Anchors.figure(indicator.id())))
            .filter(block -> block != null)
            .toList(),
        List.copyOf(inputs.values()),
        List.copyOf(files.values()));
  }

  private PageHead head() {
    Language other = Links.other(wording.language());
    RegionEvaluation.City city = region.region();
    return new Heads(evaluation, wording)
        .head(
            wording.say("page.explanation.title", "city", wording.place(city.name(), city.code())),
            List.of(wording.cut(city.code())),
            List.of(),
            written.comparison() ? Links.comparison(wording.language()) : "",
            written.language(other) ? Links.explanation(city.code(), other) : "");
  }

  private List<ExplanationPage.ScoreRow> scores(ResultKind kind) {
    List<ExplanationPage.ScoreRow> rows = new ArrayList<>();
    for (SchemeView.GroupView group : evaluation.scheme().groups()) {
      if (group.within().isEmpty()) {
        explainer.explain(kind, group.id()).ifPresent(node -> addScores(node, 0, rows));
      }
    }
    return rows;
  }

  private void addScores(Explanation node, int depth, List<ExplanationPage.ScoreRow> rows) {
    String figure = "";
    for (Explanation below : node.below()) {
      if (below.kind() == Kind.FIGURE) {
        figure = Anchors.of(below.id());
        addFigure(below);
      }
    }
    rows.add(
        new ExplanationPage.ScoreRow(
            anchor(node),
            wording.name(node.title()),
            Math.min(depth, 2),
            depth == 0,
            figure,
            wording.text(node.value()),
            wording.text(node.rule()),
            facts(node, Set.of("result"))));
    for (Explanation below : node.below()) {
      if (below.kind() == Kind.SCORE) {
        addScores(below, depth + 1, rows);
      }
    }
  }

  private void addFigure(Explanation node) {
    if (figures.containsKey(node.id())) {
      return;
    }
    List<ExplanationPage.UnitRow> units = new ArrayList<>();
    List<ExplanationPage.Line> lines = new ArrayList<>();
    List<ExplanationPage.Reference> direct = new ArrayList<>();
    String indicator = node.id().substring(Anchors.figure("").length());
    Set<String> without = listed.more(indicator).units();
    for (Explanation below : node.below()) {
      switch (below.kind()) {
        case UNIT -> units.add(unit(below));
        case OBSERVATION -> {
          if (!without.contains(fact(below, "region"))) {
            direct.add(reference(below));
          }
        }
        default -> {
          lines.add(line(below));
          below.below().forEach(visit -> lines.add(line(visit)));
        }
      }
    }
    figures.put(
        node.id(),
        new ExplanationPage.FigureBlock(
            anchor(node),
            wording.name(node.title()),
            wording.text(node.value()),
            wording.text(node.rule()),
            facts(node, Set.of()),
            units,
            lines,
            direct,
            leftOut(indicator, direct, units)));
  }

  /** What of a figure's units and reported values is not listed. */
  private String leftOut(
      String id, List<ExplanationPage.Reference> direct, List<ExplanationPage.UnitRow> units) {
    Optional<IndicatorResult> result =
        region.indicators().stream().filter(one -> one.id().equals(id)).findFirst();
    if (result.isEmpty() || listed.more(id).inputs() == 0) {
      return "";
    }
    int shown = direct.size() + units.stream().mapToInt(unit -> unit.inputs().size()).sum();
    int all =
        listed.inputs(evaluation.scheme().indicator(id).orElseThrow(), result.get()).size()
            + listed.more(id).inputs();
    return listed.leftOut(id, Math.max(0, all - shown), wording);
  }

  private ExplanationPage.UnitRow unit(Explanation node) {
    return new ExplanationPage.UnitRow(
        anchor(node),
        wording.name(node.title()),
        wording.text(node.value()),
        wording.text(node.rule()),
        facts(node, Set.of()),
        node.below().stream()
            .filter(below -> below.kind() == Kind.OBSERVATION)
            .map(this::reference)
            .toList());
  }

  private ExplanationPage.Line line(Explanation node) {
    return new ExplanationPage.Line(
        anchor(node),
        wording.word("explained", node.kind().code()),
        wording.name(node.title()),
        wording.text(node.value()),
        wording.text(node.rule()),
        facts(node, node.kind() == Kind.VISITS ? Set.of() : OF_THE_FILE));
  }

  private ExplanationPage.Reference reference(Explanation node) {
    ExplanationPage.InputRow row = inputs.computeIfAbsent(node, this::input);
    return new ExplanationPage.Reference(
        row.anchor(), row.statistic() + wording.say("chart.colon") + row.value());
  }

  private ExplanationPage.InputRow input(Explanation node) {
    String path = fact(node, "file");
    List<String> place = new ArrayList<>();
    if (!fact(node, "sheet").isEmpty()) {
      place.add(wording.say("behind.sheet", "sheet", fact(node, "sheet")));
    }
    place.add(
        fact(node, "rows").isEmpty()
            ? wording.say("behind.record", "row", fact(node, "row"))
            : wording.say("behind.records", "row", fact(node, "row"), "rows", fact(node, "rows")));
    if (!fact(node, "column").isEmpty()) {
      place.add(wording.say("behind.column") + wording.say("chart.colon") + fact(node, "column"));
    }
    ExplanationPage.FileRow file = file(path);
    return new ExplanationPage.InputRow(
        anchor(node),
        wording.name(node.title()),
        fact(node, "region"),
        wording.dates().period(fact(node, "period")),
        wording.text(node.value()),
        file == null ? "" : file.anchor(),
        path,
        wording.list(place));
  }

  /** The file of a path, which is listed then; null where none is known under it. */
  private ExplanationPage.FileRow file(String path) {
    Evaluation.DeliveryRow delivery = deliveries.get(path);
    return delivery == null ? null : files.computeIfAbsent(path, key -> file(delivery));
  }

  private ExplanationPage.FileRow file(Evaluation.DeliveryRow delivery) {
    return new ExplanationPage.FileRow(
        "file-" + delivery.sha256(),
        delivery.path(),
        delivery.sender(),
        wording.name(delivery.sourceName()),
        wording.word("data", delivery.data()),
        wording.dates().day(delivery.received()),
        delivery.slot(),
        delivery.sha256());
  }

  private List<Fact> facts(Explanation node, Set<String> without) {
    return node.facts().stream()
        .filter(fact -> !without.contains(fact.id()))
        .filter(fact -> node.kind() != Kind.OBSERVATION || !PLACE.contains(fact.id()))
        .map(fact -> new Fact(wording.text(fact.name()), said(fact)))
        .filter(fact -> !fact.text().isEmpty())
        .toList();
  }

  private String said(Explanation.Fact fact) {
    String text = wording.text(fact.value());
    return switch (fact.id()) {
      case "department" -> wording.word("department", text);
      case "value_status" -> wording.word("status", text);
      case "meets" -> wording.word("meets", text);
      default -> text;
    };
  }

  private String fact(Explanation node, String id) {
    return node.facts().stream()
        .filter(fact -> fact.id().equals(id))
        .findFirst()
        .map(fact -> wording.text(fact.value()))
        .orElse("");
  }

  /** The anchor of a node; a second node of the same id gets one of its own. */
  private String anchor(Explanation node) {
    String anchor = Anchors.of(node.id());
    int count = taken.merge(anchor, 1, Integer::sum);
    return count == 1 ? anchor : anchor + "-" + count;
  }
}

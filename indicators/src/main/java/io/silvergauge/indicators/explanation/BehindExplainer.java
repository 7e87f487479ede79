package io.silvergauge.indicators.explanation;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.explanation.Explanation.Fact;
import io.silvergauge.indicators.explanation.Explanation.Kind;
import io.silvergauge.indicators.outcome.Behind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Explains the single things behind a figure: items with their points, and records. */
final class BehindExplainer {
  private final String indicator;
  private final Map<String, Evaluation.DeliveryRow> deliveries;

  BehindExplainer(String indicator, Map<String, Evaluation.DeliveryRow> deliveries) {
    this.indicator = indicator;
    this.deliveries = deliveries;
  }

  List<Explanation> explain(Behind behind) {
    List<Explanation> all = new ArrayList<>();
    behind.items().forEach(item -> all.add(item(item)));
    behind.records().forEach(record -> all.add(record(record)));
    return all;
  }

  private Explanation item(Behind.Item item) {
    List<Fact> facts = new ArrayList<>();
    FigureExplainer.add(facts, "state", "状态", "state", item.state());
    if (item.self() != null) {
      FigureExplainer.add(facts, "self", "自评", "self", Explainer.plain(item.self()));
    }
    for (Behind.Assessor one : item.assessors()) {
      String who = one.who() == null ? "?" : one.who();
      String points = one.points() == null ? "–" : Explainer.plain(one.points());
      String reason = one.reason() == null ? "" : ": " + one.reason();
      FigureExplainer.add(facts, "assessor", "评估员", "assessor", who + " " + points + reason);
    }
    FigureExplainer.add(facts, "dated", "日期", "dated", item.dated());
    FigureExplainer.add(facts, "evidence", "佐证", "evidence", item.evidence());
    addPlace(facts, item.file(), item.sheet(), item.row());
    Bilingual value =
        item.reached() == null
            ? new Bilingual("无法判定", "cannot be told")
            : Bilingual.of(
                "%s / %s 分",
                "%s of %s points", Explainer.plain(item.reached()), Explainer.plain(item.points()));
    return new Explanation(
        String.join(".", "item", indicator, item.region(), item.id()),
        Kind.ITEM,
        item.name(),
        value,
        item.why() == null ? Bilingual.EMPTY : item.why(),
        facts,
        List.of());
  }

  private Explanation record(Behind.Listed record) {
    List<Fact> facts = new ArrayList<>();
    for (Behind.Value value : record.values()) {
      facts.add(
          new Fact(
              value.field(),
              value.name(),
              value.value() == null
                  ? new Bilingual("未填", "not given")
                  : Bilingual.same(value.value())));
    }
    addPlace(facts, record.file(), record.sheet(), record.row());
    String zh = String.join("；", record.asked().stream().map(one -> one.name().zh()).toList());
    String en = String.join("; ", record.asked().stream().map(one -> one.name().en()).toList());
    return new Explanation(
        String.join(".", "record", indicator, record.region(), record.file(), "" + record.row()),
        Kind.RECORD,
        Bilingual.same((record.id() + " " + record.name()).trim()),
        state(record.state()),
        new Bilingual(zh, en),
        facts,
        List.of());
  }

  private void addPlace(List<Fact> facts, String file, String sheet, long row) {
    if (file != null) {
      FigureExplainer.add(facts, "file", "文件", "file", file);
      FigureExplainer.add(facts, "sheet", "工作表", "sheet", sheet);
      FigureExplainer.add(facts, "row", "记录", "record", Long.toString(row));
      FigureExplainer.addDelivery(facts, deliveries, file);
    }
  }

  private static Bilingual state(String state) {
    return switch (state) {
      case Behind.FAILS -> new Bilingual("未达到要求", "does not meet what is asked");
      case Behind.NO_NORM -> new Bilingual("无适用要求", "nothing is asked of it");
      default -> new Bilingual("无法判定", "cannot be told");
    };
  }
}

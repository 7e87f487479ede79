package io.silvergauge.reports.dashboard;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Language;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.scheme.ResultKind;
import io.silvergauge.reports.text.Inert;
import io.silvergauge.reports.text.Texts;
import io.silvergauge.reports.text.Wording;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What the dashboard says, in both languages: {@code [zh, en]}, or {@code [zh]} where both are the
 * same. Sentences that repeat are written once and named by their place.
 */
final class DashboardWords {
  private static final String PREFIX = "dash.";
  private static final String REGIONS = ".regions";

  private final Evaluation evaluation;
  private final Wording zh;
  private final Wording en;
  private final Map<ArrayNode, Integer> places = new LinkedHashMap<>();

  DashboardWords(Evaluation evaluation) {
    boolean cities = evaluation.scheme().results().contains(ResultKind.FULFILMENT.code());
    this.evaluation = evaluation;
    this.zh = new Wording(Language.ZH, cities);
    this.en = new Wording(Language.EN, cities);
  }

  /** What the window is called until the reader's language is known. */
  String title() {
    return zh.say("dash.title") + " · " + zh.text(evaluation.name());
  }

  /** What both wordings say. */
  ArrayNode both(Function<Wording, String> said) {
    ArrayNode pair = JsonNodeFactory.instance.arrayNode(2);
    String chinese = Inert.shown(said.apply(zh));
    String english = Inert.shown(said.apply(en));
    pair.add(chinese);
    if (!english.equals(chinese)) {
      pair.add(english);
    }
    return pair;
  }

  /** Paragraphs by language; there may be more of them in one than in the other. */
  ObjectNode each(Function<Wording, List<String>> said) {
    ObjectNode paragraphs = JsonNodeFactory.instance.objectNode();
    for (Wording wording : List.of(zh, en)) {
      ArrayNode own = paragraphs.putArray(wording.language().code());
      said.apply(wording).forEach(one -> own.add(Inert.shown(one)));
    }
    return paragraphs;
  }

  /** A text of the model. */
  ArrayNode text(Bilingual text) {
    return both(wording -> wording.text(text));
  }

  /** A name of the model, cut where it is longer than any real one. */
  ArrayNode name(Bilingual name) {
    return both(wording -> wording.name(name));
  }

  /** The place of a text among the sentences. */
  int place(ArrayNode text) {
    return places.computeIfAbsent(text, one -> places.size());
  }

  /** Why there is no amount, by its code; the place among the sentences. */
  int reason(String code) {
    return place(both(wording -> wording.reason(code)));
  }

  /** All sentences, each at its place. */
  ArrayNode sentences() {
    ArrayNode sentences = JsonNodeFactory.instance.arrayNode();
    places.keySet().forEach(sentences::add);
    return sentences;
  }

  /** The texts of the page itself, by key. */
  ObjectNode texts() {
    ObjectNode texts = JsonNodeFactory.instance.objectNode();
    for (String key : Texts.of(Language.ZH).all().keySet()) {
      if (key.startsWith(PREFIX) && !key.endsWith(REGIONS)) {
        texts.set(key, both(wording -> wording.say(key)));
      }
    }
    return texts;
  }
}

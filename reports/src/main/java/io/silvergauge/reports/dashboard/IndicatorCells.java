package io.silvergauge.reports.dashboard;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.silvergauge.indicators.document.Language;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.IndicatorResult;
import io.silvergauge.indicators.evaluation.IndicatorResult.JudgementResult;
import io.silvergauge.indicators.evaluation.IndicatorResult.Point;
import io.silvergauge.indicators.evaluation.NodeScore;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.evaluation.SchemeView.IndicatorView;
import io.silvergauge.indicators.outcome.Reason;
import io.silvergauge.indicators.scheme.Profile;
import io.silvergauge.indicators.scheme.ResultKind;
import io.silvergauge.reports.html.CommonMethod;
import io.silvergauge.reports.text.Wording;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * Amounts and unrounded scores of the scheme's indicators: by indicator, within it by city, within
 * that by period.
 *
 * <p>{@code amounts}: a text an indicator, cells with commas between: a whole number in base 36
 * counts units of the indicator's last decimal; after {@code :} stands a plain decimal with more of
 * them; after {@code !} the sentence that says why there is none; nothing where nothing was asked.
 * {@code kinds}: a letter each, with the number of its repetitions: {@code n} and {@code f} for
 * scores of nought and full, {@code s} for the next double in {@code scores}, {@code l} for a score
 * that is missing, {@code o} for no part in the standing, {@code u} where an older publication does
 * not tell.
 */
final class IndicatorCells {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** Beyond this a script's numbers skip whole ones. */
  private static final BigDecimal LARGEST = BigDecimal.valueOf(1L << 53);

  private static final int BASE = 36;

  private final Evaluation evaluation;
  private final List<RegionEvaluation> cities;
  private final List<String> periods;
  private final DashboardWords words;
  private final Wording plain = new Wording(Language.EN, true);
  private final ObjectNode verdicts = NODES.objectNode();
  private final StringBuilder kinds = new StringBuilder();
  private final ByteArrayOutputStream scores = new ByteArrayOutputStream();

  IndicatorCells(
      Evaluation evaluation,
      List<RegionEvaluation> cities,
      List<String> periods,
      DashboardWords words) {
    this.evaluation = evaluation;
    this.cities = cities;
    this.periods = periods;
    this.words = words;
  }

  void into(ObjectNode model) {
    ArrayNode amounts = model.putArray("amounts");
    ArrayNode judgements = model.putArray("judgements");
    for (IndicatorView indicator : evaluation.scheme().indicators()) {
      StringJoiner column = new StringJoiner(",");
      StringJoiner judged = new StringJoiner(",");
      for (RegionEvaluation city : cities) {
        Optional<IndicatorResult> result =
            city.indicators().stream().filter(one -> one.id().equals(indicator.id())).findFirst();
        judged.add(result.map(one -> judgement(indicator, one)).orElse(""));
        Map<String, Point> points = points(city, result);
        for (String period : periods) {
          Optional<Point> point = Optional.ofNullable(points.get(period));
          boolean now = period.equals(city.period());
          amount(column, indicator, point, now ? result : Optional.empty());
          kind(indicator, city, point, now);
        }
      }
      amounts.add(column.toString());
      judgements.add(judged.toString());
    }
    model.put("kinds", counted(kinds));
    model.set("verdicts", verdicts);
    model.put("scores", Base64.getEncoder().encodeToString(scores.toByteArray()));
  }

  /** Its series; the period itself too where a publication has none. */
  private static Map<String, Point> points(
      RegionEvaluation city, Optional<IndicatorResult> result) {
    Map<String, Point> points = new HashMap<>();
    result.ifPresent(
        one -> {
          points.put(city.period(), new Point(city.period(), one.amount(), one.reason(), null));
          one.series().forEach(point -> points.put(point.period(), point));
          points.computeIfPresent(
              city.period(),
              (period, now) -> new Point(period, one.counts(), now.reason(), now.standing()));
        });
    return points;
  }

  private void amount(
      StringJoiner column,
      IndicatorView indicator,
      Optional<Point> point,
      Optional<IndicatorResult> now) {
    if (point.isEmpty()) {
      column.add("");
    } else if (point.get().amount() == null) {
      column.add(absent(now.isPresent() ? why(now.get()) : words.reason(point.get().reason())));
    } else {
      BigDecimal amount = point.get().amount();
      int decimals =
          CommonMethod.decimals(
              indicator, plain, amount, now.map(IndicatorResult::judgements).orElse(List.of()));
      column.add(printed(amount, decimals, indicator.decimals()));
    }
  }

  /** As few letters as tell the printed amount. */
  static String printed(BigDecimal amount, int decimals, int usual) {
    BigDecimal printed = amount.setScale(decimals, RoundingMode.HALF_EVEN);
    BigDecimal counted = printed.movePointRight(usual);
    if (decimals == usual && counted.abs().compareTo(LARGEST) < 0) {
      return Long.toString(counted.longValueExact(), BASE);
    }
    return ":" + printed.toPlainString();
  }

  /** That there is no amount, and which sentence says why. */
  static String absent(int sentence) {
    return "!" + Integer.toString(sentence, BASE);
  }

  /** Letters that repeat, each with how often it stands if more than once. */
  private static String counted(CharSequence letters) {
    StringBuilder counted = new StringBuilder();
    for (int i = 0, from = 0; i < letters.length(); i++) {
      if (i + 1 == letters.length() || letters.charAt(i + 1) != letters.charAt(i)) {
        counted.append(letters.charAt(i));
        counted.append(i > from ? String.valueOf(i - from + 1) : "");
        from = i + 1;
      }
    }
    return counted.toString();
  }

  /** Reason and, where it is known, which input of which units is at fault. */
  private int why(IndicatorResult result) {
    boolean told = result.detail() != null && !result.detail().zh().isEmpty();
    return words.place(
        words.both(
            w ->
                told
                    ? w.say(
                        "dash.why.detail",
                        "reason",
                        w.reason(result.reason()),
                        "detail",
                        w.text(result.detail()))
                    : w.reason(result.reason())));
  }

  private void kind(
      IndicatorView indicator, RegionEvaluation city, Optional<Point> point, boolean now) {
    Optional<NodeScore> node =
        now ? city.score(ResultKind.STANDING.code(), indicator.id()) : Optional.empty();
    BigDecimal score =
        node.map(NodeScore::unrounded).or(() -> point.map(Point::standing)).orElse(null);
    boolean imputed = score != null && point.map(Point::amount).isEmpty();
    if (imputed) {
      kinds.append('u'); // counts in the score and not in the coverage: its totals stay
    } else if (score != null) {
      double exact = score.doubleValue();
      kinds.append(exact == 0 ? 'n' : exact == 1 ? 'f' : 's');
      if (exact != 0 && exact != 1) {
        scores.writeBytes(
            ByteBuffer.allocate(Double.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putDouble(exact)
                .array());
      }
    } else if (now) {
      kinds.append(node.isEmpty() ? 'o' : node.get().score() == null ? 'l' : 'u');
    } else {
      boolean outside =
          point.isEmpty()
              || !indicator.takesPart()
              || Reason.NOT_APPLICABLE.code().equals(point.get().reason());
      kinds.append(outside ? 'o' : point.get().amount() == null ? 'l' : 'u');
    }
  }

  /**
   * How it stands to the plan's target, as the place of a sentence; empty where nothing is asked.
   */
  private String judgement(IndicatorView indicator, IndicatorResult result) {
    for (JudgementResult one : result.judgements()) {
      if (one.profile().equals(Profile.PLAN) && one.target() != null) {
        int place = words.place(words.both(w -> asked(indicator, w, one)));
        verdicts.put(String.valueOf(place), one.verdict());
        return Integer.toString(place, BASE);
      }
    }
    return "";
  }

  private static String asked(IndicatorView indicator, Wording wording, JudgementResult one) {
    return wording.say(
        "dash.asked",
        "verdict",
        wording.verdict(one.verdict()),
        "target",
        CommonMethod.target(indicator, wording, one),
        "by",
        wording.dates().period(one.by()));
  }
}

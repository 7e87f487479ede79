package io.silvergauge.indicators.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.silvergauge.indicators.SchemaFiles;
import io.silvergauge.indicators.SmallCity;
import io.silvergauge.indicators.SmallRegisters;
import io.silvergauge.indicators.TestFiles;
import io.silvergauge.indicators.outcome.Behind;
import io.silvergauge.indicators.outcome.Reason;
import io.silvergauge.indicators.scheme.Relative;
import io.silvergauge.indicators.scheme.Robustness;
import io.silvergauge.indicators.scheme.Scheme;
import io.silvergauge.indicators.statistic.Mark;
import io.silvergauge.indicators.statistic.Period;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The JSON Schemas of the evaluation model hold for what is written, and for nothing else. */
class EvaluationSchemaTest {
  private static FourIndicators cities() {
    return new FourIndicators()
        .city("410100", "prefecture", "80", "40", "30", "7")
        .city("410181", "county_level_city", "-", "n/a", "30.000001", "-");
  }

  private static JsonNode json(Object model) {
    return SchemaFiles.json(EvaluationJson.write(model));
  }

  @Test
  void acceptTheEvaluationOfAllCities() {
    assertThat(SchemaFiles.errors("evaluation", json(cities().evaluation()))).isEmpty();
  }

  @Test
  void acceptTheEvaluationOfEachCityBeforeAndAfterRanking() {
    for (RegionEvaluation city : cities().ranked()) {
      assertThat(SchemaFiles.errors("region-evaluation", json(city))).isEmpty();
    }
    assertThat(SchemaFiles.errors("region-evaluation", json(cities().evaluate("410100"))))
        .isEmpty();
  }

  @Test
  void acceptEveryKindOfIndicatorAndOfAbsence() {
    Scheme scheme = TestFiles.scheme(SmallCity.text());
    SmallCity city = new SmallCity();
    city.unitsSay("nursing_beds", "2023Q4", "3000", "1000", "0");
    city.unitsSay("institution_beds", "2023Q4", "5000", "3000", "0");
    city.unitsSay("hospitals", "2023Q4", "2", "1");
    city.says(SmallCity.COUNTY_CITY, "land", "2023Q4", Mark.TOO_SMALL);
    city.says(SmallCity.CITY, "aged", "2022", "5");
    city.says(SmallCity.CITY, "policy", "2023Q4", "0");
    RegionEvaluation evaluation =
        RegionEvaluator.evaluate(
            scheme,
            SmallCity.TREE,
            scheme.planOf(SmallCity.CITY, "prefecture"),
            "confirmed",
            city.reported(),
            Period.parse("2023Q4"));
    assertThat(evaluation.indicators())
        .extracting(IndicatorResult::reason)
        .contains(null, "input_missing", "incomplete", "too_old");
    assertThat(SchemaFiles.errors("region-evaluation", json(evaluation))).isEmpty();
  }

  @Test
  void acceptSingleThingsBehindFigures() {
    SmallRegisters city =
        new SmallRegisters()
            .sends("estates")
            .has("410122", "A", "kind=新建 floor=100 people=900 households=100")
            .has("410123", "B", "kind=新建")
            .sends("items")
            .has("410100", "1", "item=plan level=部分 issued=2023-05-01 self=10")
            .has("410100", "2", "item=fund a=4 a_who=甲 b=4")
            .sends("centres")
            .has("410100", "C", "decided=2022-01-01 beds=10 kind=培训");
    RegionEvaluation evaluation =
        RegionEvaluator.evaluate(
            city.scheme(),
            SmallRegisters.TREE,
            city.scheme().planOf("410100", "prefecture"),
            "confirmed",
            city.reported(),
            Period.parse("2023Q4"));
    assertThat(evaluation.inputs()).isNotEmpty();
    assertThat(SchemaFiles.errors("region-evaluation", json(evaluation))).isEmpty();
  }

  @Test
  void refuseUnknownFieldsOtherVersionsAndAmountsWithoutReason() {
    ObjectNode evaluation = (ObjectNode) json(cities().evaluation());
    assertThat(SchemaFiles.errors("evaluation", evaluation.deepCopy().put("model", 2)))
        .isNotEmpty();
    assertThat(SchemaFiles.errors("evaluation", evaluation.deepCopy().put("made_at", "x")))
        .isNotEmpty();
    assertThat(SchemaFiles.errors("evaluation", evaluation.deepCopy().put("as_of", "today")))
        .isNotEmpty();

    ObjectNode unexplained = evaluation.deepCopy();
    ((ObjectNode) unexplained.at("/cities/0/indicators/0")).remove("score");
    assertThat(SchemaFiles.errors("evaluation", unexplained)).isNotEmpty();

    ObjectNode city = (ObjectNode) json(cities().evaluate("410100"));
    ((ObjectNode) city.at("/indicators/0")).remove("amount");
    assertThat(SchemaFiles.errors("region-evaluation", city)).isNotEmpty();
    ((ObjectNode) city.at("/indicators/0")).put("state", "absent").put("reason", "input_missing");
    assertThat(SchemaFiles.errors("region-evaluation", city)).isEmpty();
    ((ObjectNode) city.at("/scores/0")).remove("score");
    assertThat(SchemaFiles.errors("region-evaluation", city)).isNotEmpty();
  }

  /** Both files list the reasons; one that is added to the model is added to both. */
  @Test
  void knowEveryReason() {
    List<String> codes = Stream.of(Reason.values()).map(Reason::code).toList();
    JsonNode ofRegion = SchemaFiles.schema("region-evaluation").at("/$defs/reason/enum");
    JsonNode ofCity =
        SchemaFiles.schema("evaluation").at("/$defs/indicator_score/properties/reason/enum");
    assertThat(ofRegion).extracting(JsonNode::asText).containsExactlyInAnyOrderElementsOf(codes);
    assertThat(ofCity).extracting(JsonNode::asText).containsExactlyInAnyOrderElementsOf(codes);
  }

  static Stream<Arguments> records() {
    return Stream.of(
        Arguments.of("evaluation", "", Evaluation.class),
        Arguments.of("evaluation", "city_row", Evaluation.CityRow.class),
        Arguments.of("evaluation", "indicator_score", Evaluation.IndicatorScore.class),
        Arguments.of("evaluation", "delivery_row", Evaluation.DeliveryRow.class),
        Arguments.of("evaluation", "scheme", SchemeView.class),
        Arguments.of("evaluation", "ranking", SchemeView.RankingView.class),
        Arguments.of("evaluation", "grade", SchemeView.GradeView.class),
        Arguments.of("evaluation", "group", SchemeView.GroupView.class),
        Arguments.of("evaluation", "indicator", SchemeView.IndicatorView.class),
        Arguments.of("evaluation", "posts", SchemeView.PostsView.class),
        Arguments.of("evaluation", "steps", SchemeView.StepsView.class),
        Arguments.of("evaluation", "relative", Relative.class),
        Arguments.of("region-evaluation", "imputed", NodeScore.Imputed.class),
        Arguments.of("evaluation", "profile", SchemeView.ProfileView.class),
        Arguments.of("evaluation", "statistic", SchemeView.StatisticView.class),
        Arguments.of("region-evaluation", "", RegionEvaluation.class),
        Arguments.of("region-evaluation", "city", RegionEvaluation.City.class),
        Arguments.of("region-evaluation", "plan", RegionEvaluation.PlanView.class),
        Arguments.of("region-evaluation", "refusals", Refusals.class),
        Arguments.of("region-evaluation", "refusal", Refusals.Refusal.class),
        Arguments.of("region-evaluation", "input", RegionEvaluation.Input.class),
        Arguments.of("region-evaluation", "indicator_result", IndicatorResult.class),
        Arguments.of("region-evaluation", "judgement", IndicatorResult.JudgementResult.class),
        Arguments.of("region-evaluation", "unit", IndicatorResult.UnitResult.class),
        Arguments.of("region-evaluation", "totals", RegionEvaluation.Totals.class),
        Arguments.of("region-evaluation", "behind", Behind.class),
        Arguments.of("region-evaluation", "behind_record", Behind.Listed.class),
        Arguments.of("region-evaluation", "behind_asked", Behind.Asked.class),
        Arguments.of("region-evaluation", "behind_value", Behind.Value.class),
        Arguments.of("region-evaluation", "behind_item", Behind.Item.class),
        Arguments.of("region-evaluation", "behind_assessor", Behind.Assessor.class),
        Arguments.of("region-evaluation", "behind_stage", Behind.Stage.class),
        Arguments.of("region-evaluation", "behind_sum", Behind.Sum.class),
        Arguments.of("region-evaluation", "behind_part", Behind.Part.class),
        Arguments.of("region-evaluation", "node_score", NodeScore.class),
        Arguments.of("region-evaluation", "score_ends", NodeScore.Ends.class),
        Arguments.of("region-evaluation", "figure_interval", FigureInterval.class),
        Arguments.of("region-evaluation", "indicator_trend", IndicatorTrend.class),
        Arguments.of("region-evaluation", "trend_change", IndicatorTrend.Change.class),
        Arguments.of("region-evaluation", "trend_way", IndicatorTrend.Way.class),
        Arguments.of("region-evaluation", "status_share", NodeScore.StatusShare.class),
        Arguments.of("region-evaluation", "step", IndicatorResult.Step.class),
        Arguments.of("region-evaluation", "own_weight", RegionEvaluation.OwnWeight.class),
        Arguments.of("region-evaluation", "own_indicator", SchemeView.IndicatorView.class),
        Arguments.of("evaluation", "policies", SchemeView.PolicyView.class),
        Arguments.of("evaluation", "status", SchemeView.StatusView.class),
        Arguments.of("evaluation", "robustness", Robustness.class),
        Arguments.of("evaluation", "outlook", Outlook.class),
        Arguments.of("evaluation", "city_outlook", Outlook.CityOutlook.class),
        Arguments.of("evaluation", "rank_range", Outlook.RankRange.class),
        Arguments.of("evaluation", "grade_share", Outlook.GradeShare.class),
        Arguments.of("evaluation", "score_change", Outlook.ScoreChange.class),
        Arguments.of("evaluation", "change_part", Outlook.ChangePart.class),
        Arguments.of("evaluation", "goal", Outlook.Goal.class),
        Arguments.of("evaluation", "goal_step", Outlook.Step.class));
  }

  /** A field that is added to the model must be added to its schema. */
  @ParameterizedTest
  @MethodSource("records")
  void haveTheFieldsOfTheModelAndNoOthers(String name, String part, Class<?> type) {
    JsonNode schema = SchemaFiles.schema(name);
    JsonNode described = part.isEmpty() ? schema : schema.path("$defs").path(part);
    Set<String> fields = new TreeSet<>();
    Arrays.stream(type.getRecordComponents())
        .map(RecordComponent::getName)
        .map(field -> PropertyNamingStrategies.SnakeCaseStrategy.INSTANCE.translate(field))
        .forEach(fields::add);
    List<String> properties = new ArrayList<>();
    described.path("properties").fieldNames().forEachRemaining(properties::add);
    assertThat(properties).containsExactlyInAnyOrderElementsOf(fields);
  }
}

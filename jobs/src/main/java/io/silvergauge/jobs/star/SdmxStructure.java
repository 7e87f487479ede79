package io.silvergauge.jobs.star;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.evaluation.EvaluationJson;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The data structure of what is exported as SDMX-CSV, as an SDMX-JSON 2.0 structure message:
 * concepts, code lists in both languages, the structure itself and its dataflow.
 */
final class SdmxStructure {
  private static final String AGENCY = "SILVERGAUGE";

  /** Code lists grow with schemes and regions: by SDMX a version that may change is a draft. */
  private static final String VERSION = "1.0.0-draft";

  private static final String DATAFLOW = "DF_EVALUATION";
  private static final String STRUCTURE = "DSD_EVALUATION";
  private static final String CONCEPTS = "CS_EVALUATION";
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** What a component is to the structure. */
  private enum Role {
    DIMENSION,
    TIME,
    VALUE,
    ATTRIBUTE
  }

  /**
   * What an observation consists of, in order: each with its concept, and its code list or type.
   */
  private enum Component {
    FREQ(Role.DIMENSION, "频率", "frequency", "CL_FREQ"),
    REF_AREA(Role.DIMENSION, "行政区划", "region", "CL_AREA"),
    NODE(Role.DIMENSION, "指标、维度或总分", "indicator, dimension or total", "CL_NODE"),
    MEASURE(Role.DIMENSION, "所测内容", "what is measured", "CL_MEASURE"),
    SCOPE(Role.DIMENSION, "评估范围", "scope of the evaluation", "CL_SCOPE"),
    TIME_PERIOD(Role.TIME, "时期", "period", "ObservationalTimePeriod"),
    OBS_VALUE(Role.VALUE, "数值", "value", "Double"),
    OBS_STATUS(Role.ATTRIBUTE, "观测状态", "observation status", "CL_OBS_STATUS"),
    CONF_STATUS(Role.ATTRIBUTE, "保密状态", "confidentiality status", "CL_CONF_STATUS"),
    UNIT_MEASURE(Role.ATTRIBUTE, "计量单位", "unit of measure", "CL_UNIT"),
    UNIT_MULT(Role.ATTRIBUTE, "单位的十次幂", "power of ten of the unit", "CL_UNIT_MULT"),
    REASON(Role.ATTRIBUTE, "没有数值的原因", "why there is no value", "CL_REASON"),
    VALUE_STATUS(Role.ATTRIBUTE, "数据状态", "value status", "CL_VALUE_STATUS"),
    AS_OF(Role.ATTRIBUTE, "截至日期", "only deliveries received by this day count", "GregorianDay"),
    COMMENT_ZH(Role.ATTRIBUTE, "原因说明（中文）", "reason in words, Chinese", "String"),
    COMMENT_EN(Role.ATTRIBUTE, "原因说明（英文）", "reason in words, English", "String");

    private final Role role;
    private final Bilingual name;
    private final String representation;

    Component(Role role, String zh, String en, String representation) {
      this.role = role;
      this.name = new Bilingual(zh, en);
      this.representation = representation;
    }
  }

  private final Map<String, Map<String, Bilingual>> codes = new LinkedHashMap<>();

  SdmxStructure() {
    add("CL_FREQ", "M", "月", "monthly");
    add("CL_FREQ", "Q", "季", "quarterly");
    add("CL_FREQ", "S", "半年", "half-yearly");
    add("CL_FREQ", "A", "年", "annual");
    add("CL_FREQ", "_O", "其他", "other");
    add("CL_MEASURE", "AMOUNT", "指标值", "value of the indicator");
    add("CL_MEASURE", "UNIT_AMOUNT", "城市所辖单位的指标值", "value in a unit of a city");
    add("CL_MEASURE", "FULFILMENT", "完成度得分", "score of the fulfilment");
    add("CL_MEASURE", "STANDING", "水平得分", "score of the standing");
    add("CL_SCOPE", "_T", "综合评估", "comprehensive evaluation");
    add("CL_OBS_STATUS", "A", "正常值", "normal value");
    add("CL_OBS_STATUS", "M", "缺失：数据不可能存在", "missing value; data cannot exist");
    add("CL_OBS_STATUS", "O", "缺失", "missing value");
    add("CL_OBS_STATUS", "Q", "缺失：不予公布", "missing value; suppressed");
    add("CL_CONF_STATUS", "F", "可公布", "free for publication");
    add("CL_CONF_STATUS", "C", "保密统计信息", "confidential statistical information");
    add("CL_UNIT", "POINT", "分", "points");
    add("CL_UNIT_MULT", "0", "一", "units");
    add("CL_UNIT_MULT", "4", "万", "ten thousands");
    add("CL_UNIT_MULT", "8", "亿", "hundred millions");
  }

  private void add(String list, String code, String zh, String en) {
    add(list, code, new Bilingual(zh, en));
  }

  /** Adds a code; the later name stands where an earlier evaluation had another. */
  void add(String list, String code, Bilingual name) {
    codes.computeIfAbsent(list, key -> new TreeMap<>()).put(code, name);
  }

  /** How data name the structure they follow. */
  static String reference() {
    return AGENCY + ":" + DATAFLOW + "(" + VERSION + ")";
  }

  /**
   * The message.
   *
   * @param prepared day it speaks of: the newest as-of date, since nothing here tells the clock
   */
  byte[] message(String prepared) {
    ObjectNode message = NODES.objectNode();
    ObjectNode meta = message.putObject("meta");
    meta.put("schema", "https://json.sdmx.org/2.0.0/sdmx-json-structure-schema.json");
    meta.put("id", DATAFLOW);
    meta.put("test", false);
    meta.put("prepared", prepared + "T00:00:00Z");
    meta.putArray("contentLanguages").add("zh").add("en");
    meta.putObject("sender").put("id", AGENCY);
    ObjectNode data = message.putObject("data");
    codes.forEach((list, all) -> codelist(data.withArray("codelists"), list, all));
    ObjectNode concepts =
        artefact(data.putArray("conceptSchemes"), CONCEPTS, new Bilingual("概念", "Concepts"));
    ArrayNode every = concepts.putArray("concepts");
    for (Component one : Component.values()) {
      named(every.addObject().put("id", one.name()), one.name);
    }
    structure(data.putArray("dataStructures"));
    artefact(data.putArray("dataflows"), DATAFLOW, new Bilingual("城市评估", "Evaluation of cities"))
        .put("structure", urn("datastructure.DataStructure", STRUCTURE));
    return EvaluationJson.write(message);
  }

  private static void codelist(ArrayNode lists, String id, Map<String, Bilingual> all) {
    ArrayNode list = artefact(lists, id, Bilingual.same(id)).putArray("codes");
    all.forEach((code, name) -> named(list.addObject().put("id", code), name));
  }

  private static void structure(ArrayNode structures) {
    ObjectNode components =
        artefact(structures, STRUCTURE, new Bilingual("城市评估的数据结构", "Structure of evaluations"))
            .putObject("dataStructureComponents");
    ObjectNode dimensions = components.putObject("dimensionList").put("id", "DimensionDescriptor");
    ArrayNode keys = dimensions.putArray("dimensions");
    ObjectNode measures = components.putObject("measureList").put("id", "MeasureDescriptor");
    ObjectNode attributes = components.putObject("attributeList").put("id", "AttributeDescriptor");
    for (Component one : Component.values()) {
      switch (one.role) {
        case DIMENSION -> component(keys.addObject(), one).put("position", keys.size() - 1);
        case TIME -> component(dimensions.putObject("timeDimension"), one);
        case VALUE ->
            component(measures.putArray("measures").addObject(), one).put("usage", "optional");
        case ATTRIBUTE ->
            component(attributes.withArray("attributes").addObject(), one)
                .put("usage", one == Component.OBS_STATUS ? "mandatory" : "optional")
                .putObject("attributeRelationship")
                .putObject("observation");
      }
    }
  }

  private static ObjectNode component(ObjectNode node, Component one) {
    node.put("id", one.name());
    node.put("conceptIdentity", urn("conceptscheme.Concept", CONCEPTS) + "." + one.name());
    ObjectNode representation = node.putObject("localRepresentation");
    if (one.representation.startsWith("CL_")) {
      representation.put("enumeration", urn("codelist.Codelist", one.representation));
    } else {
      representation.putObject("format").put("dataType", one.representation);
    }
    return node;
  }

  private static ObjectNode artefact(ArrayNode into, String id, Bilingual name) {
    ObjectNode artefact = into.addObject();
    artefact.put("id", id).put("agencyID", AGENCY).put("version", VERSION);
    return named(artefact, name);
  }

  private static ObjectNode named(ObjectNode node, Bilingual name) {
    node.put("name", name.en());
    node.putObject("names").put("zh", name.zh()).put("en", name.en());
    return node;
  }

  private static String urn(String kind, String id) {
    return "urn:sdmx:org.sdmx.infomodel." + kind + "=" + AGENCY + ":" + id + "(" + VERSION + ")";
  }
}

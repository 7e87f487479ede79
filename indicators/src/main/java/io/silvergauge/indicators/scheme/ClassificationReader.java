package io.silvergauge.indicators.scheme;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Faults;
import io.silvergauge.indicators.document.Section;
import io.silvergauge.indicators.scheme.Classification.CityClass;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads by what cities are told apart: {@code classifications}. */
final class ClassificationReader {
  /** How cities are told apart without being declared. */
  private static final Set<String> RESERVED = Set.of("province", "level");

  private static final List<String> MEASURES = List.of("share", "per_head", "count", "amount");

  private final Section root;
  private final MeasureReader measures;
  private final Faults faults;

  ClassificationReader(Section root, MeasureReader measures, Faults faults) {
    this.root = root;
    this.measures = measures;
    this.faults = faults;
  }

  List<Classification> read() {
    List<Classification> classifications = new ArrayList<>();
    Set<String> ids = new HashSet<>(RESERVED);
    for (Section section : root.sections("classifications")) {
      int before = faults.count();
      String id = section.id("id");
      if (!ids.add(id)) {
        section.fault(
            "id",
            Bilingual.of(
                "“%s”重复，或为保留名称（province、level）",
                "'%s' stands twice or is reserved (province, level)", id));
      }
      Bilingual name = section.bilingual("name");
      Source source = IndicatorReader.source(section);
      Bilingual note = section.optionalBilingual("note");
      List<String> kinds = MEASURES.stream().filter(section::has).toList();
      Optional<MeasureReader.Read> measure =
          kinds.isEmpty() ? Optional.empty() : measures.read(section);
      List<CityClass> classes = classes(section, !kinds.isEmpty());
      section.done();
      section
          .build(
              before,
              () ->
                  new Classification(
                      id,
                      name,
                      source,
                      note,
                      measure.map(MeasureReader.Read::measure).orElse(null),
                      measure.map(MeasureReader.Read::unit).orElse(""),
                      classes))
          .ifPresent(classifications::add);
    }
    return classifications;
  }

  private List<CityClass> classes(Section section, boolean measured) {
    List<CityClass> classes = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    Map<String, String> taken = new HashMap<>();
    for (Section one : section.sections("classes")) {
      String id = one.id("id");
      Bilingual name = one.bilingual("name");
      if (!ids.add(id)) {
        one.fault("id", Bilingual.of("类别“%s”重复", "class '%s' stands twice", id));
      }
      BigDecimal from = measured ? one.decimal("from") : null;
      List<String> regions = measured ? List.of() : one.texts("regions");
      if (measured && !classes.isEmpty()) {
        fallsFrom(classes.get(classes.size() - 1).from(), from, one);
      }
      if (!measured && regions.isEmpty()) {
        one.fault(
            "regions",
            new Bilingual(
                "至少需要一个区划代码；按数值划分时请写计算方式（share、per_head、count、amount）和 from",
                "at least one region code is needed; classes by value need a measure (share,"
                    + " per_head, count, amount) and from"));
      }
      for (String code : regions) {
        String other = taken.putIfAbsent(code, id);
        if (other != null) {
          one.fault(
              "regions",
              Bilingual.of(
                  "%s 已属于“%s”，一个地区只能属于一类",
                  "%s belongs to '%s' already; a region can be in one class only", code, other));
        }
      }
      one.done();
      classes.add(new CityClass(id, name, from, Set.copyOf(regions)));
    }
    if (classes.size() < 2) {
      section.fault("classes", new Bilingual("至少需要两类", "at least two classes are needed"));
    }
    return classes;
  }

  private static void fallsFrom(BigDecimal above, BigDecimal from, Section section) {
    if (from.compareTo(above) >= 0) {
      section.fault(
          "from",
          Bilingual.of(
              "%s 应小于上一类的 %s：从高到低书写",
              "%s must be below %s of the class before: write them from the highest down",
              from.toPlainString(),
              above.toPlainString()));
    }
  }
}

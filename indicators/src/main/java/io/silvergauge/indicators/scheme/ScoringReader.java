package io.silvergauge.indicators.scheme;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Faults;
import io.silvergauge.indicators.document.Section;
import io.silvergauge.indicators.score.Posts;
import io.silvergauge.indicators.score.ScoringRule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads posts and scoring rules. */
final class ScoringReader {
  private static final BigDecimal FULL = BigDecimal.valueOf(100);

  private final Faults faults;

  /** What a scoring rule is called in YAML. */
  private enum Rule {
    PROPORTIONAL,
    PASS_FAIL,
    BANDS,
    GOALPOSTS,
    ADDITIVE,
    DEDUCTION,
    BONUS
  }

  ScoringReader(Faults faults) {
    this.faults = faults;
  }

  /** The posts under {@code posts}: one, or none. */
  List<Posts> posts(Section holder) {
    Optional<Section> section = holder.optionalSection("posts");
    if (section.isEmpty()) {
      return List.of();
    }
    int before = faults.count();
    BigDecimal zero = section.get().decimal("zero");
    BigDecimal full = section.get().decimal("full");
    Posts.Transform transform =
        section.get().choice("transform", Posts.Transform.class, Posts.Transform.NONE);
    BigDecimal lambda =
        transform == Posts.Transform.BOX_COX || section.get().has("lambda")
            ? section.get().decimal("lambda")
            : BigDecimal.ZERO;
    section.get().done();
    return section.get().build(before, () -> new Posts(zero, full, transform, lambda)).stream()
        .toList();
  }

  /**
   * The rule under {@code scoring}; proportional where there is none.
   *
   * @param posts the posts that hold where the rule does
   */
  ScoringRule scoring(Section holder, List<Posts> posts) {
    Optional<Section> section = holder.optionalSection("scoring");
    if (section.isEmpty()) {
      return new ScoringRule.Proportional();
    }
    int before = faults.count();
    Rule rule = section.get().choice("rule", Rule.class);
    ScoringRule read =
        (switch (rule) {
              case PROPORTIONAL -> proportional(section.get());
              case PASS_FAIL -> Optional.<ScoringRule>of(new ScoringRule.PassFail());
              case BANDS -> bands(section.get());
              case GOALPOSTS -> goalposts(holder, posts);
              case ADDITIVE -> additive(section.get());
              case DEDUCTION -> deduction(section.get());
              case BONUS -> bonus(section.get());
            })
            .orElse(new ScoringRule.PassFail());
    section.get().done();
    return faults.count() > before ? new ScoringRule.PassFail() : read;
  }

  private Optional<ScoringRule> proportional(Section section) {
    int before = faults.count();
    BigDecimal cap = section.decimal("cap", FULL);
    List<ScoringRule.Overshoot> overshoot =
        section.optionalSection("overshoot").flatMap(this::overshoot).stream().toList();
    return section.build(before, () -> new ScoringRule.Proportional(cap, overshoot));
  }

  private Optional<ScoringRule.Overshoot> overshoot(Section section) {
    int before = faults.count();
    BigDecimal above = section.decimal("above");
    BigDecimal points = section.decimal("points");
    BigDecimal per = section.decimal("per");
    BigDecimal least = section.decimal("least", BigDecimal.ZERO);
    section.done();
    return section.build(before, () -> new ScoringRule.Overshoot(above, points, per, least));
  }

  private Optional<ScoringRule> goalposts(Section holder, List<Posts> posts) {
    if (posts.isEmpty() && !holder.has("posts")) {
      holder.fault("scoring", new Bilingual("goalposts 需要 posts", "goalposts need posts"));
    }
    return posts.stream().findFirst().map(ScoringRule.Goalposts::new);
  }

  /** Bands from the top down with lower edges, or in any order as ranges without gap or overlap. */
  private Optional<ScoringRule> bands(Section scoring) {
    int before = faults.count();
    List<ScoringRule.Band> bands = new ArrayList<>();
    BigDecimal edge = null;
    for (Section section : scoring.sections("bands")) {
      int one = faults.count();
      BigDecimal from = section.decimal("from");
      BigDecimal points = section.decimal("points");
      BigDecimal to = section.decimal("to", edge == null ? from.add(BigDecimal.ONE) : edge);
      section.done();
      if (faults.count() == one && edge != null) {
        checkEdge(section, from, to, edge);
      } else if (faults.count() == one && to.compareTo(from) <= 0) {
        section.fault("to", Bilingual.of("应大于 from %s", "must be above from, %s", from));
      }
      section.build(one, () -> new ScoringRule.Band(from, points)).ifPresent(bands::add);
      edge = from;
    }
    return scoring.build(before, () -> new ScoringRule.Bands(bands));
  }

  /** A band that says where it ends must end where the one above begins. */
  private static void checkEdge(Section section, BigDecimal from, BigDecimal to, BigDecimal edge) {
    int order = to.compareTo(edge);
    if (order < 0) {
      section.fault(
          "to",
          Bilingual.of(
              "%s 与 %s 之间有空档：应为 %s",
              "a gap between %s and %s: it must be %s",
              to.toPlainString(),
              edge.toPlainString(),
              edge.toPlainString()));
    } else if (order > 0 && from.compareTo(edge) < 0) {
      section.fault(
          "to",
          Bilingual.of(
              "与上一档在 %s 至 %s 重叠：应为 %s",
              "overlaps the band above from %s to %s: it must be %s",
              edge.toPlainString(),
              to.toPlainString(),
              edge.toPlainString()));
    }
  }

  private Optional<ScoringRule> additive(Section section) {
    int before = faults.count();
    List<ScoringRule.Part> parts = new ArrayList<>();
    for (Section part : section.sections("parts")) {
      int one = faults.count();
      Operator operator = TargetReader.operator(part);
      BigDecimal bound = TargetReader.value(part, operator);
      BigDecimal points = part.decimal("points");
      part.done();
      part.build(one, () -> new ScoringRule.Part(operator == Operator.AT_LEAST, bound, points))
          .ifPresent(parts::add);
    }
    return section.build(before, "parts", () -> new ScoringRule.Additive(parts));
  }

  private Optional<ScoringRule> deduction(Section section) {
    int before = faults.count();
    BigDecimal points = section.decimal("points");
    BigDecimal per = section.decimal("per");
    BigDecimal least = section.decimal("least", BigDecimal.ZERO);
    return section.build(before, () -> new ScoringRule.Deduction(points, per, least));
  }

  private Optional<ScoringRule> bonus(Section section) {
    int before = faults.count();
    BigDecimal points = section.decimal("points");
    BigDecimal per = section.decimal("per");
    BigDecimal most = section.decimal("most");
    return section.build(before, () -> new ScoringRule.Bonus(points, per, most));
  }
}

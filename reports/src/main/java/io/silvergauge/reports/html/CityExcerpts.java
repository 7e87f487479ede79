package io.silvergauge.reports.html;

import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.evaluation.SchemeView;
import io.silvergauge.indicators.evaluation.SchemeView.GroupView;
import io.silvergauge.indicators.evaluation.SchemeView.IndicatorView;
import io.silvergauge.indicators.scheme.ResultKind;
import io.silvergauge.reports.text.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Makes what is taken from a city's page: one dimension of it, or all of it in short. */
final class CityExcerpts {
  /** How many targets and findings the summary lists. */
  private static final int BRIEF = 7;

  private final Evaluation evaluation;
  private final RegionEvaluation city;
  private final Wording wording;
  private final Written written;

  CityExcerpts(Material material, Wording wording, Written written) {
    this.evaluation = material.evaluation();
    this.city = material.cities().iterator().next();
    this.wording = wording;
    this.written = written;
  }

  /** The city in one dimension, with the indicators of all that lies below it. */
  CityPage special(Handout.Special wanted) {
    SchemeView scheme = evaluation.scheme().with(city.plan());
    Set<String> groups = below(scheme, wanted.dimension());
    Set<String> indicators =
        scheme.indicators().stream()
            .filter(one -> groups.contains(one.dimension()))
            .map(IndicatorView::id)
            .collect(Collectors.toSet());
    RegionEvaluation part = part(indicators);
    List<String> said = new ArrayList<>();
    if (evaluation.scheme().results().contains(ResultKind.FULFILMENT.code())) {
      said.addAll(new Findings(evaluation.seenBy(city.plan()), part, wording).targets());
      if (said.isEmpty()) {
        said.add(wording.say("finding.none.due"));
      }
    }
    String title =
        wording.say(
            "page.city.title.special",
            "city",
            name(),
            "subject",
            dimension(scheme, wanted.dimension(), wording));
    return new CityPageMaker(evaluation, part, wording, written)
        .page()
        .about(
            head(wanted, title),
            said,
            new DimensionTable(scheme, city, wording).rows(wanted.dimension()));
  }

  /** The city in short. */
  CityPage summary(Handout.Summary wanted) {
    return new CityPageMaker(evaluation, city, wording, written)
        .page()
        .brief(
            head(wanted, wording.say("brief.title", "city", name())),
            BRIEF,
            new FollowUpTable(evaluation, city, wording).brief(BRIEF));
  }

  /** The name of a dimension. */
  static String dimension(SchemeView scheme, String id, Wording wording) {
    return scheme.groups().stream()
        .filter(group -> group.id().equals(id))
        .findFirst()
        .map(GroupView::name)
        .map(wording::text)
        .orElse(wording.cut(id));
  }

  /** A dimension and all that lies below it. */
  static Set<String> below(SchemeView scheme, String dimension) {
    Set<String> found = new TreeSet<>(Set.of(dimension));
    boolean more = true;
    while (more) {
      more = false;
      for (GroupView group : scheme.groups()) {
        more |= found.contains(group.within()) && found.add(group.id());
      }
    }
    return found;
  }

  private RegionEvaluation part(Set<String> indicators) {
    return new RegionEvaluation(
        city.model(),
        city.period(),
        city.region(),
        city.plan(),
        city.indicators().stream().filter(one -> indicators.contains(one.id())).toList(),
        city.scores(),
        city.history(),
        city.inputs(),
        city.checks(),
        city.findings().stream().filter(one -> indicators.contains(one.subject())).toList(),
        city.responses().stream().filter(one -> indicators.contains(one.about())).toList(),
        List.of(),
        city.refusals());
  }

  private PageHead head(Handout handout, String title) {
    return new Heads(evaluation, wording)
        .handout(
            handout,
            title,
            List.of(
                wording.cut(city.region().code()), wording.word("level", city.region().level())),
            written);
  }

  private String name() {
    return wording.place(city.region().name(), city.region().code());
  }
}

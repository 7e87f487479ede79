package io.silvergauge.indicators.scheme;

import io.silvergauge.indicators.score.Posts;
import io.silvergauge.indicators.score.ScoringRule;
import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Another yardstick of an indicator for regions of some levels, for example for counties.
 *
 * @param levels the levels it is for
 * @param posts the posts there: one, or none where the indicator's own hold
 * @param scoring the scoring rule there: one, or none where the indicator's own holds
 */
public record LevelRule(Set<String> levels, List<Posts> posts, List<ScoringRule> scoring)
    implements Serializable {
  public LevelRule {
    levels = Collections.unmodifiableSet(new TreeSet<>(levels));
    posts = List.copyOf(posts);
    scoring = List.copyOf(scoring);
  }
}

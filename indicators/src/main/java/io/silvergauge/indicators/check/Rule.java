package io.silvergauge.indicators.check;

import io.silvergauge.indicators.formula.Condition;
import io.silvergauge.indicators.formula.FieldValues;
import io.silvergauge.indicators.formula.Truth;
import io.silvergauge.indicators.statistic.Fraction;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What should hold at a place. The list is closed. A value that is missing, does not apply or is
 * too small to show makes a rule neither kept nor broken; only {@link ExpectedLeaves} asks about
 * what is missing.
 */
public sealed interface Rule extends Serializable {
  /** The name of its kind in schemes. */
  String kind();

  /** The statistics it looks at, sorted. */
  Set<String> statistics();

  /** What its message can name beside the statistics, the place and the period. */
  Set<String> words();

  /** How many periods before the evaluated one it looks at. */
  int periodsBack();

  /** What was seen where it is broken; empty where it is kept, or cannot be told. */
  Optional<Broken> broken(Place place);

  /**
   * What was seen where a rule is broken.
   *
   * @param seen the values, those of the evaluated period first
   * @param words what the message can name
   */
  record Broken(List<Seen> seen, Map<String, String> words) {
    public Broken {
      seen = List.copyOf(seen);
      words = Map.copyOf(words);
    }
  }

  /**
   * A condition over statistics of one place and period.
   *
   * @param condition what must hold
   */
  record Holds(Condition condition) implements Rule {
    @Override
    public String kind() {
      return "holds";
    }

    @Override
    public Set<String> statistics() {
      return condition.fields();
    }

    @Override
    public Set<String> words() {
      return Set.of();
    }

    @Override
    public int periodsBack() {
      return 0;
    }

    @Override
    public Optional<Broken> broken(Place place) {
      FieldValues values =
          new FieldValues() {
            @Override
            public Optional<Fraction> number(String statistic) {
              return place.seen(statistic, 0).map(Seen::value);
            }

            @Override
            public Optional<String> text(String statistic) {
              return Optional.empty();
            }
          };
      return condition.holds(values) == Truth.NO
          ? Optional.of(Rules.broken(place, List.copyOf(statistics()), Map.of()))
          : Optional.empty();
    }
  }

  /**
   * Parts that add up to a stated total.
   *
   * @param parts ids of the parts, all in the total's unit
   * @param total id of the total
   * @param within how far the sum may be from it, in the total's unit: the source's rounding
   */
  record Total(List<String> parts, String total, BigDecimal within) implements Rule {
    public Total {
      parts = List.copyOf(parts);
    }

    @Override
    public String kind() {
      return "total";
    }

    @Override
    public Set<String> statistics() {
      Set<String> all = new TreeSet<>(parts);
      all.add(total);
      return all;
    }

    @Override
    public Set<String> words() {
      return Set.of("computed", "limit");
    }

    @Override
    public int periodsBack() {
      return 0;
    }

    @Override
    public Optional<Broken> broken(Place place) {
      Fraction sum = Fraction.ZERO;
      for (String part : parts) {
        Optional<Seen> seen = place.seen(part, 0);
        if (seen.isEmpty()) {
          return Optional.empty();
        }
        sum = sum.plus(seen.get().value());
      }
      Optional<Seen> whole = place.seen(total, 0);
      if (whole.isEmpty() || Rules.near(sum, whole.get().value(), within)) {
        return Optional.empty();
      }
      List<String> all = new ArrayList<>(parts);
      all.add(total);
      return Optional.of(
          Rules.broken(
              place, all, Map.of("computed", Rules.shown(sum), "limit", Rules.shown(within))));
    }
  }

  /**
   * A stated share that is the one its numerator and denominator give.
   *
   * @param of id of the numerator
   * @param in id of the denominator, in the numerator's unit
   * @param stated id of the share, in percent
   * @param within how far it may be off, in percentage points
   */
  record Share(String of, String in, String stated, BigDecimal within) implements Rule {
    @Override
    public String kind() {
      return "share";
    }

    @Override
    public Set<String> statistics() {
      return new TreeSet<>(List.of(of, in, stated));
    }

    @Override
    public Set<String> words() {
      return Set.of("computed", "limit");
    }

    @Override
    public int periodsBack() {
      return 0;
    }

    @Override
    public Optional<Broken> broken(Place place) {
      Optional<Seen> part = place.seen(of, 0);
      Optional<Seen> whole = place.seen(in, 0);
      Optional<Seen> said = place.seen(stated, 0);
      if (part.isEmpty()
          || whole.isEmpty()
          || said.isEmpty()
          || whole.get().value().signum() == 0) {
        return Optional.empty();
      }
      Fraction computed = part.get().value().times(Rules.HUNDRED).dividedBy(whole.get().value());
      return Rules.near(computed, said.get().value(), within)
          ? Optional.empty()
          : Optional.of(
              Rules.broken(
                  place,
                  List.of(of, in, stated),
                  Map.of("computed", Rules.shown(computed), "limit", Rules.shown(within))));
    }
  }

  /**
   * A value that does not change much from one period to the next of the same length.
   *
   * @param of id of the statistic
   * @param over percent of the earlier value that a change may come to
   */
  record Jump(String of, BigDecimal over) implements Rule {
    @Override
    public String kind() {
      return "jump";
    }

    @Override
    public Set<String> statistics() {
      return Set.of(of);
    }

    @Override
    public Set<String> words() {
      return Set.of("previous", "change", "limit");
    }

    @Override
    public int periodsBack() {
      return 1;
    }

    @Override
    public Optional<Broken> broken(Place place) {
      Optional<Seen> now = place.seen(of, 0);
      Optional<Seen> before = place.seen(of, 1);
      if (now.isEmpty() || before.isEmpty() || before.get().value().signum() == 0) {
        return Optional.empty();
      }
      Fraction change =
          now.get()
              .value()
              .minus(before.get().value())
              .times(Rules.HUNDRED)
              .dividedBy(Rules.magnitude(before.get().value()));
      return Rules.magnitude(change).compareTo(Fraction.of(over)) <= 0
          ? Optional.empty()
          : Optional.of(
              new Broken(
                  List.of(now.get(), before.get()),
                  Map.of(
                      of,
                      now.get().printed(),
                      "previous",
                      before.get().printed(),
                      "change",
                      (change.signum() > 0 ? "+" : "") + Rules.shown(change),
                      "limit",
                      Rules.shown(over))));
    }
  }

  /**
   * A value that is not the same in several periods running, each reported anew.
   *
   * @param of id of the statistic
   * @param periods in how many it must not be the same, the evaluated one among them; at least 2
   */
  record Unchanged(String of, int periods) implements Rule {
    @Override
    public String kind() {
      return "unchanged";
    }

    @Override
    public Set<String> statistics() {
      return Set.of(of);
    }

    @Override
    public Set<String> words() {
      return Set.of("limit");
    }

    @Override
    public int periodsBack() {
      return periods - 1;
    }

    @Override
    public Optional<Broken> broken(Place place) {
      List<Seen> all = new ArrayList<>();
      for (int back = 0; back < periods; back++) {
        Optional<Seen> seen = place.seen(of, back);
        if (seen.isEmpty()
            || seen.get().age() > 0
            || !seen.get().value().equals(place.seen(of, 0).orElseThrow().value())) {
          return Optional.empty();
        }
        all.add(seen.get());
      }
      return Optional.of(
          new Broken(all, Map.of(of, all.get(0).printed(), "limit", Integer.toString(periods))));
    }
  }

  /**
   * A value whose reference date is not too far back.
   *
   * @param of id of the statistic
   * @param months how many months before the end of the period it may lie
   */
  record Stale(String of, int months) implements Rule {
    @Override
    public String kind() {
      return "stale";
    }

    @Override
    public Set<String> statistics() {
      return Set.of(of);
    }

    @Override
    public Set<String> words() {
      return Set.of("reference_date", "limit");
    }

    @Override
    public int periodsBack() {
      return 0;
    }

    @Override
    public Optional<Broken> broken(Place place) {
      return place
          .seen(of, 0)
          .filter(seen -> seen.referenceDate().isBefore(place.lastDay().minusMonths(months)))
          .map(
              seen ->
                  new Broken(
                      List.of(seen),
                      Map.of(
                          of,
                          seen.printed(),
                          "reference_date",
                          seen.referenceDate().toString(),
                          "limit",
                          Integer.toString(months))));
    }
  }

  /**
   * Every unit that should report a statistic has.
   *
   * @param of id of the statistic
   */
  record ExpectedLeaves(String of) implements Rule {
    @Override
    public String kind() {
      return "expected_leaves";
    }

    @Override
    public Set<String> statistics() {
      return Set.of(of);
    }

    @Override
    public Set<String> words() {
      return Set.of();
    }

    @Override
    public int periodsBack() {
      return 0;
    }

    @Override
    public Optional<Broken> broken(Place place) {
      return place.silent(of) ? Optional.of(new Broken(List.of(), Map.of())) : Optional.empty();
    }
  }
}

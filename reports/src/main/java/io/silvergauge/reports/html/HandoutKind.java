package io.silvergauge.reports.html;

import io.silvergauge.indicators.evaluation.Evaluation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of {@link Handout}. */
public enum HandoutKind {
  /** To each sender, of its data: what was refused or is doubtful, and what it owes. */
  FEEDBACK {
    @Override
    public List<Handout> of(Evaluation evaluation, List<String> cities, List<String> dimensions) {
      return evaluation.senders().stream()
          .<Handout>map(sender -> new Handout.Feedback(sender.code()))
          .toList();
    }
  },
  /** For each department its indicators and findings, city by city. */
  LEDGER {
    @Override
    public List<Handout> of(Evaluation evaluation, List<String> cities, List<String> dimensions) {
      return List.of(new Handout.Ledger());
    }
  },
  /** Of each city its report in short. */
  SUMMARY {
    @Override
    public List<Handout> of(Evaluation evaluation, List<String> cities, List<String> dimensions) {
      return cities.stream().<Handout>map(Handout.Summary::new).toList();
    }
  },
  /** Of each dimension one document for each city and one that compares them. */
  SPECIAL {
    @Override
    public List<Handout> of(Evaluation evaluation, List<String> cities, List<String> dimensions) {
      List<Handout> documents = new ArrayList<>();
      for (String dimension : dimensions) {
        cities.forEach(city -> documents.add(new Handout.Special(city, dimension)));
        documents.add(new Handout.SpecialComparison(dimension));
      }
      return documents;
    }
  },
  /** From the period before to this one: who moved, what was met, missed, put right, restated. */
  BULLETIN {
    @Override
    public List<Handout> of(Evaluation evaluation, List<String> cities, List<String> dimensions) {
      return List.of(new Handout.Bulletin());
    }
  };

  /** Those that are published with every evaluation; the others are written when asked for. */
  public static final List<HandoutKind> PUBLISHED = List.of(FEEDBACK, LEDGER);

  /** Its name in options. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind of a code; none where there is no such kind. */
  public static Optional<HandoutKind> of(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
  }

  /** All codes. */
  public static List<String> codes() {
    return Arrays.stream(values()).map(HandoutKind::code).toList();
  }

  /**
   * The documents of this kind.
   *
   * @param cities codes of the cities that are wanted
   * @param dimensions ids of the dimensions that are wanted
   */
  public abstract List<Handout> of(
      Evaluation evaluation, List<String> cities, List<String> dimensions);
}

package io.silvergauge.indicators.evaluation;

import io.silvergauge.indicators.document.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Who stands for an evaluation. What is signed is the hash of everything evaluated: {@code
 * evaluation.json} without this part, and the files of all cities in the order of their codes. As
 * long as nobody has signed that hash, every page is a draft.
 *
 * @param content hash of what is to be signed
 * @param signatures those who signed just this, in order of time
 * @param superseded those who signed what was evaluated before and is another now
 */
public record Signing(String content, List<Signature> signatures, List<Signature> superseded)
    implements Serializable {
  /**
   * A signature: a row of {@code signatures.csv}.
   *
   * @param period the evaluated period, or the folder of a special evaluation
   * @param who name of who signed
   * @param role in which role
   * @param date day on which
   * @param sha256 hash of what was signed
   */
  public record Signature(String period, String who, String role, String date, String sha256)
      implements Serializable {}

  public Signing {
    signatures = List.copyOf(signatures);
    superseded = List.copyOf(superseded);
  }

  /** How an evaluation stands under the signatures that people gave so far. */
  public static Signing of(
      Evaluation evaluation, Collection<RegionEvaluation> cities, Collection<Signature> given) {
    String content = content(evaluation, cities);
    List<Signature> ofPeriod =
        given.stream().filter(one -> one.period().equals(evaluation.folder())).toList();
    return new Signing(
        content,
        ofPeriod.stream().filter(one -> one.sha256().equals(content)).toList(),
        ofPeriod.stream().filter(one -> !one.sha256().equals(content)).toList());
  }

  /** The hash of everything evaluated; signing does not change it. */
  public static String content(Evaluation evaluation, Collection<RegionEvaluation> cities) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(EvaluationJson.write(evaluation.signed(null)));
    cities.parallelStream()
        .filter(city -> city.period().equals(evaluation.period()))
        .sorted(Comparator.comparing(city -> city.region().code()))
        .map(city -> Sha256.of(EvaluationJson.write(city)))
        .forEachOrdered(hash -> all.writeBytes(hash.getBytes(StandardCharsets.UTF_8)));
    return Sha256.of(all.toByteArray());
  }

  /** Whether anybody stands for it. */
  public boolean signed() {
    return !signatures.isEmpty();
  }
}

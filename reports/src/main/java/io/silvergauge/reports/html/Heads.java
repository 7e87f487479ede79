package io.silvergauge.reports.html;

import io.silvergauge.indicators.document.Language;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.Signing;
import io.silvergauge.reports.text.Texts;
import io.silvergauge.reports.text.Wording;
import java.util.ArrayList;
import java.util.List;

/** Makes what stands at the top and the foot of every page of an evaluation. */
final class Heads {
  private static final int SHORT_HASH = 12;

  private final Evaluation evaluation;
  private final Wording wording;

  Heads(Evaluation evaluation, Wording wording) {
    this.evaluation = evaluation;
    this.wording = wording;
  }

  /** The head of a document beside the reports; it leads to the comparison. */
  PageHead handout(Handout handout, String title, List<String> subtitles, Written written) {
    Language other = Links.other(wording.language());
    return head(
        title,
        subtitles,
        List.of(),
        written.comparison() ? Links.comparison(wording.language()) : "",
        written.language(other) ? Links.handout(handout, other) : "");
  }

  PageHead head(
      String title, List<String> subtitles, List<String> notices, String comparison, String other) {
    List<String> all = new ArrayList<>();
    all.add(wording.dates().period(evaluation.period()));
    all.add(wording.say("page.asof", "day", wording.dates().day(evaluation.asOf())));
    if (evaluation.conduct().phase() != null) {
      all.add(
          wording.say("page.phase", "phase", wording.text(evaluation.conduct().phase().name())));
    }
    all.addAll(subtitles);
    String assessment = wording.text(evaluation.name());
    return new PageHead(
        title,
        wording.say("page.head", "title", title, "period", all.get(0), "assessment", assessment),
        assessment,
        all,
        !signed(),
        status(),
        notices(notices),
        synthetic(),
        comparison,
        other,
        Texts.of(Links.other(wording.language())).say("page.lang"),
        wording.say(
            "page.footer",
            "edition",
            evaluation.scheme().edition(),
            "snapshot",
            shortened(evaluation.snapshot())));
  }

  private boolean signed() {
    Signing signing = evaluation.conduct().signing();
    return signing != null && signing.signed();
  }

  /** That it is a draft, and of what; or who signed it, when, and the hash of what they signed. */
  private String status() {
    Signing signing = evaluation.conduct().signing();
    if (!signed()) {
      return signing == null || signing.superseded().isEmpty()
          ? wording.say("page.draft")
          : wording.say("page.draft.changed", "names", names(signing.superseded()));
    }
    return wording.say(
        "page.signed", "names", names(signing.signatures()), "hash", shortened(signing.content()));
  }

  private String names(List<Signing.Signature> signatures) {
    return wording.list(
        signatures.stream()
            .map(
                one ->
                    wording.say(
                        "page.signature",
                        "who",
                        wording.cut(one.who()),
                        "role",
                        wording.cut(one.role()),
                        "day",
                        wording.dates().day(one.date())))
            .toList());
  }

  private boolean synthetic() {
    return evaluation.deliveries().stream()
        .anyMatch(delivery -> delivery.data().equals("synthetic"));
  }

  static String shortened(String hash) {
    return hash.length() <= SHORT_HASH ? hash : hash.substring(0, SHORT_HASH);
  }

  /** What the assessment says about its data; what the scheme says about itself comes after. */
  private List<String> notices(List<String> more) {
    List<String> notices = new ArrayList<>();
    String own = wording.text(evaluation.notice());
    if (!own.isEmpty()) {
      notices.add(own);
    } else if (synthetic()) {
      notices.add(wording.say("notice.synthetic"));
    }
    notices.addAll(more);
    String scheme = wording.text(evaluation.scheme().notice());
    if (!scheme.isEmpty()) {
      notices.add(scheme);
    }
    return notices;
  }
}

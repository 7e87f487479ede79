package io.silvergauge.reports;

import io.silvergauge.indicators.document.Language;
import io.silvergauge.reports.html.Written;
import java.io.Serializable;
import java.util.Collection;
import java.util.List;

/**
 * What reports are written by beside the evaluation.
 *
 * @param written the pages they may link to
 * @param styling what they look like
 */
public record Rendering(Written written, Styling styling) implements Serializable {
  /** The same for reports on all cities: where no pages are written, there is none to link to. */
  public Rendering onAll(Collection<ReportFormat> formats, Collection<Language> languages) {
    return formats.contains(ReportFormat.HTML)
        ? this
        : new Rendering(Written.of(languages, List.of()), styling);
  }
}

package io.silvergauge.reports;

import io.silvergauge.indicators.document.Sha256;
import io.silvergauge.reports.docx.WordTemplate;
import io.silvergauge.reports.html.PageTemplates;
import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an agency makes reports look like.
 *
 * @param word whose styles Word documents get
 * @param pages templates and style sheets of pages
 */
public record Styling(WordTemplate word, PageTemplates pages) implements Serializable {
  /** As the program comes. */
  public static final Styling SHIPPED = new Styling(WordTemplate.NONE, PageTemplates.SHIPPED);

  /** Hashes of the agency's own files, by name; empty where it has none. */
  public Map<String, String> hashes() {
    Map<String, String> hashes = new TreeMap<>();
    pages.files().forEach((name, file) -> hashes.put("templates/" + name, Sha256.of(file)));
    word.hash().ifPresent(hash -> hashes.put("docx-template", hash));
    return hashes;
  }
}

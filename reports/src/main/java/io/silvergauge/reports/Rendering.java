package io.silvergauge.reports;

import io.silvergauge.reports.docx.WordTemplate;
import io.silvergauge.reports.html.Written;
import java.io.Serializable;

/**
 * What reports are written by beside the evaluation.
 *
 * @param written the pages they may link to
 * @param template whose styles Word documents get
 */
public record Rendering(Written written, WordTemplate template) implements Serializable {}

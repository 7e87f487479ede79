package io.silvergauge.reports.docx;

import io.silvergauge.indicators.document.InvalidValueException;
import io.silvergauge.indicators.document.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** A Word document whose styles, margins, headers and footers a report takes over. */
public final class WordTemplate implements Serializable {
  private static final long serialVersionUID = 1;

  /** None: the layout of Chinese offices. */
  public static final WordTemplate NONE = new WordTemplate(new byte[0]);

  private final byte[] file;

  private WordTemplate(byte[] file) {
    this.file = file;
  }

  /**
   * A template of an agency's own.
   *
   * @param file the bytes of a .docx file
   * @throws InvalidValueException if it would load or run something
   * @throws IllegalArgumentException if it is none
   */
  public static WordTemplate of(byte[] file) {
    WordTemplate template = new WordTemplate(Arrays.copyOf(file, file.length));
    try (XWPFDocument document = template.document()) {
      if (document.getDocument() == null) {
        throw new IllegalArgumentException("it has no text part");
      }
      InertTemplate.check(document.getPackage());
    } catch (IOException | POIXMLException e) {
      throw new IllegalArgumentException("it is no Word document (.docx)", e);
    }
    return template;
  }

  /** Hash of the file; empty where there is none. */
  public Optional<String> hash() {
    return given() ? Optional.of(Sha256.of(file)) : Optional.empty();
  }

  boolean given() {
    return file.length > 0;
  }

  /** An empty document with what the template brings. */
  XWPFDocument document() throws IOException {
    if (!given()) {
      return new XWPFDocument();
    }
    XWPFDocument document;
    try {
      document = new XWPFDocument(OPCPackage.open(new ByteArrayInputStream(file)));
    } catch (OpenXML4JException | RuntimeException e) {
      throw new IOException(e);
    }
    while (!document.getBodyElements().isEmpty()) {
      document.removeBodyElement(document.getBodyElements().size() - 1);
    }
    return document;
  }
}

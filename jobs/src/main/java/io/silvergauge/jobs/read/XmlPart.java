package io.silvergauge.jobs.read;

import io.silvergauge.jobs.read.UnreadableFileException.Why;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An XML part of a workbook, read element by element. Neither DOCTYPE nor entities are taken, and
 * names count without their namespace, so that both kinds of OOXML read alike.
 */
final class XmlPart implements AutoCloseable {
  private static final int DEPTH = 64;

  private final UnpackedStream stream;
  private final XMLStreamReader reader;
  private int depth;

  private XmlPart(UnpackedStream stream, XMLStreamReader reader) {
    this.stream = stream;
    this.reader = reader;
  }

  static XmlPart open(Archive archive, String name) throws UnreadableFileException {
    UnpackedStream stream = archive.open(name);
    try {
      return new XmlPart(stream, factory().createXMLStreamReader(text(stream)));
    } catch (IOException | XMLStreamException | RuntimeException e) {
      stream.throwIfRefused();
      throw damaged(name);
    }
  }

  /**
   * The text of a part, decoded strictly, in one of the two encodings that OOXML allows. The parser
   * would print to standard error what it cannot decode.
   */
  private static Reader text(UnpackedStream stream) throws IOException {
    PushbackInputStream bytes = new PushbackInputStream(stream, 3);
    byte[] start = bytes.readNBytes(3);
    Charset charset = StandardCharsets.UTF_8;
    int mark = 0;
    if (start.length == 3 && start[0] == (byte) 0xEF && start[1] == (byte) 0xBB) {
      mark = 3;
    } else if (start.length > 1 && start[0] == (byte) 0xFF && start[1] == (byte) 0xFE) {
      charset = StandardCharsets.UTF_16LE;
      mark = 2;
    } else if (start.length > 1 && start[0] == (byte) 0xFE && start[1] == (byte) 0xFF) {
      charset = StandardCharsets.UTF_16BE;
      mark = 2;
    }
    bytes.unread(start, mark, start.length - mark);
    return new InputStreamReader(bytes, charset.newDecoder());
  }

  /** The JDK's own parser, whichever others lie on the class path. */
  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("external entity");
        });
    return factory;
  }

  private static UnreadableFileException damaged(String part) {
    return UnreadableFileException.of(
        Why.DAMAGED,
        "工作簿已损坏（%s 不是有效的 XML）；请在 Excel 或 WPS 中打开并另存为 .xlsx 后重新报送",
        "the workbook is damaged (%s is not well-formed); please open it in Excel or WPS, save it"
            + " as .xlsx and send it again",
        part);
  }

  /** Moves to the next start or end of an element, or text; whether there is one. */
  boolean next() throws UnreadableFileException {
    try {
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
          throw UnreadableFileException.of(
              Why.UNSAFE,
              "工作簿的 XML 含有 DOCTYPE 或实体，正常的工作簿没有，不予读取；请在 Excel 或 WPS 中重新保存",
              "its XML has a DOCTYPE or an entity, as no honest workbook has, and is not read;"
                  + " please save it again in Excel or WPS");
        }
        if (event == XMLStreamConstants.START_ELEMENT && ++depth > DEPTH) {
          throw UnreadableFileException.of(
              Why.LIMIT,
              "工作簿的 XML 嵌套超过 %d 层，不予读取；请在 Excel 或 WPS 中重新保存",
              "its XML is nested more than %d deep and is not read; please save it again in Excel"
                  + " or WPS",
              DEPTH);
        }
        if (event == XMLStreamConstants.END_ELEMENT) {
          depth--;
        }
        if (event == XMLStreamConstants.START_ELEMENT
            || event == XMLStreamConstants.END_ELEMENT
            || reader.isCharacters()) {
          return true;
        }
      }
      stream.drain();
      return false;
    } catch (XMLStreamException | RuntimeException e) {
      stream.throwIfRefused();
      throw damaged("XML");
    }
  }

  boolean starts(String element) {
    return reader.isStartElement() && reader.getLocalName().equals(element);
  }

  boolean ends(String element) {
    return reader.isEndElement() && reader.getLocalName().equals(element);
  }

  boolean isText() {
    return reader.isCharacters();
  }

  String text() {
    return reader.getText();
  }

  /** The name of the element that starts here. */
  String element() {
    return reader.getLocalName();
  }

  boolean starts() {
    return reader.isStartElement();
  }

  /** An attribute by its name without namespace; empty where it is not there. */
  String attribute(String name) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (reader.getAttributeLocalName(i).equals(name)) {
        return reader.getAttributeValue(i);
      }
    }
    return "";
  }

  /** An attribute that says yes or no. */
  boolean flag(String name) {
    String text = attribute(name);
    return text.equals("1") || text.equals("true");
  }

  /** An attribute that is a whole number from 0; {@code absent} where it is not there or none. */
  int whole(String name, int absent) {
    String text = attribute(name);
    boolean whole = !text.isEmpty() && text.length() <= 9;
    for (int i = 0; i < text.length() && whole; i++) {
      whole = text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    return whole ? Integer.parseInt(text) : absent;
  }

  /**
   * The text of a cell up to the end of {@code element}: that of all {@code t} below it, but not of
   * how it is pronounced.
   */
  String richText(String element) throws UnreadableFileException {
    StringBuilder text = new StringBuilder();
    boolean taken = false;
    int spoken = 0;
    while (next() && !ends(element)) {
      if (starts("rPh")) {
        spoken++;
      } else if (ends("rPh")) {
        spoken--;
      } else if (starts("t")) {
        taken = spoken == 0;
      } else if (ends("t")) {
        taken = false;
      } else if (taken && isText()) {
        append(text, text());
      }
    }
    return text.toString();
  }

  /** The text of all elements {@code inner} up to the end of {@code element}. */
  String textOf(String inner, String element) throws UnreadableFileException {
    StringBuilder text = new StringBuilder();
    while (next() && !ends(element)) {
      if (starts(inner)) {
        append(text, plainText(inner));
      }
    }
    return text.toString();
  }

  /** The text directly in an element, up to its end. */
  String plainText(String element) throws UnreadableFileException {
    StringBuilder text = new StringBuilder();
    while (next() && !ends(element)) {
      if (isText()) {
        append(text, text());
      }
    }
    return text.toString();
  }

  private static void append(StringBuilder text, String more) throws UnreadableFileException {
    if (text.length() + more.length() > 32 * Limits.CELL) {
      throw UnreadableFileException.of(
          Why.LIMIT,
          "工作簿中有单元格超过 %d 个字符，不予读取",
          "a cell has more than %d letters and is not read",
          32 * Limits.CELL);
    }
    text.append(more);
  }

  @Override
  public void close() {
    stream.release();
  }
}

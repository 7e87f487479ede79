package io.silvergauge.reports.docx;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Ways through the elements of a page. */
final class Xml {
  private Xml() {}

  /** All elements of a name below an element, in order. */
  static List<Element> all(Element element, String name) {
    NodeList found = element.getElementsByTagName(name);
    List<Element> all = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      all.add((Element) found.item(i));
    }
    return all;
  }

  /** The children that are elements of these names, or of any where none is given. */
  static List<Element> children(Element element, String... names) {
    List<Element> children = new ArrayList<>();
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child
          && (names.length == 0 || List.of(names).contains(child.getTagName()))) {
        children.add(child);
      }
    }
    return children;
  }

  static boolean within(Element element, String name) {
    for (Node node = element; node != null; node = node.getParentNode()) {
      if (node instanceof Element one && one.getTagName().equals(name)) {
        return true;
      }
    }
    return false;
  }

  /** The number in an attribute; 1 where there is none. */
  static int number(Element element, String attribute) {
    String value = element.getAttribute(attribute);
    return value.isEmpty() ? 1 : Integer.parseInt(value);
  }
}

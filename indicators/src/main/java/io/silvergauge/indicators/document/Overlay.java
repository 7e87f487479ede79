package io.silvergauge.indicators.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Lays a file over the one it extends. In this order: {@code remove} takes entries out of the lists
 * of the file below, by id; {@code change} puts single fields of its entries in place of those
 * there; a list whose entries have ids replaces the entries with the same id where they stand and
 * adds the others at the end; every other field replaces the one below. Each value keeps the file
 * and line it stands in.
 */
final class Overlay {
  static final String EXTENDS = "extends";
  private static final String REMOVE = "remove";
  private static final String CHANGE = "change";

  private final Section own;

  Overlay(Section own) {
    this.own = own;
  }

  YamlNode.Fields over(YamlNode.Fields top, YamlNode.Fields base) {
    Map<String, YamlNode> joined = new LinkedHashMap<>(base.fields());
    own.optionalSection(REMOVE).ifPresent(section -> remove(section, joined));
    own.optionalSection(CHANGE).ifPresent(section -> change(section, joined));
    top.fields()
        .forEach(
            (name, value) -> {
              if (!Set.of(EXTENDS, REMOVE, CHANGE).contains(name)) {
                joined.put(name, put(value, joined.get(name)));
              }
            });
    return new YamlNode.Fields(top.file(), top.line(), joined);
  }

  private static YamlNode put(YamlNode value, YamlNode below) {
    if (!(value instanceof YamlNode.Items list)
        || !(below instanceof YamlNode.Items base)
        || list.items().stream().anyMatch(item -> id(item).isEmpty())) {
      return value;
    }
    Map<String, YamlNode> entries = byId(base);
    list.items().forEach(item -> entries.put(id(item).orElseThrow(), item));
    if (list.items().stream().map(item -> id(item).orElseThrow()).distinct().count()
        < list.items().size()) {
      return value; // an id stands twice: the reader of the list says so
    }
    return new YamlNode.Items(list.file(), list.line(), List.copyOf(entries.values()), true);
  }

  private void remove(Section section, Map<String, YamlNode> joined) {
    for (String name : section.names()) {
      List<String> ids = section.texts(name);
      if (joined.get(name) instanceof YamlNode.Items list) {
        Map<String, YamlNode> entries = byId(list);
        for (String id : ids) {
          if (entries.remove(id) == null) {
            section.fault(name, unknown(id, entries.keySet()));
          }
        }
        joined.put(
            name,
            new YamlNode.Items(list.file(), list.line(), List.copyOf(entries.values()), true));
      } else {
        section.fault(name, noList(name));
      }
    }
  }

  private void change(Section section, Map<String, YamlNode> joined) {
    for (String name : section.names()) {
      if (!(joined.get(name) instanceof YamlNode.Items list)) {
        section.sections(name);
        section.fault(name, noList(name));
        continue;
      }
      Map<String, YamlNode> entries = byId(list);
      for (Section entry : section.sections(name)) {
        String id = entry.id("id");
        if (entries.get(id) instanceof YamlNode.Fields below) {
          Map<String, YamlNode> fields = new LinkedHashMap<>(below.fields());
          fields.putAll(entry.fields());
          entries.put(id, new YamlNode.Fields(entry.file(), entry.line(), fields));
        } else if (!id.isEmpty()) {
          entry.fault("id", unknown(id, entries.keySet()));
        }
      }
      joined.put(
          name, new YamlNode.Items(list.file(), list.line(), List.copyOf(entries.values()), true));
    }
  }

  /** The entries of a list by id; those without one by their place, which no id looks like. */
  private static Map<String, YamlNode> byId(YamlNode.Items list) {
    Map<String, YamlNode> entries = new LinkedHashMap<>();
    List<YamlNode> items = new ArrayList<>(list.items());
    for (int i = 0; i < items.size(); i++) {
      entries.put(id(items.get(i)).orElse("#" + i), items.get(i));
    }
    return entries;
  }

  static Optional<String> id(YamlNode item) {
    return item instanceof YamlNode.Fields group
            && group.fields().get("id") instanceof YamlNode.Scalar id
        ? Optional.of(id.text())
        : Optional.empty();
  }

  private static Bilingual unknown(String id, Set<String> known) {
    return Bilingual.of(
        "所扩展的文件中没有“%s”%s",
        "there is no '%s' in the file that is extended%s",
        id,
        Suggestion.nearest(id, new TreeSet<>(known)));
  }

  private static Bilingual noList(String name) {
    return Bilingual.of("所扩展的文件中没有列表“%s”", "the file that is extended has no list '%s'", name);
  }
}

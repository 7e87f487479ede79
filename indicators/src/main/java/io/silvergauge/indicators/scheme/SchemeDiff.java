package io.silvergauge.indicators.scheme;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.statistic.Fraction;
import io.silvergauge.indicators.statistic.Period;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What differs between two schemes. Walks both as the records they are, so that no field can be
 * forgotten: entries of lists are matched by their ids, everything else by its place.
 */
public final class SchemeDiff {
  /** Only the second has it. */
  public static final String ADDED = "added";

  /** Only the first has it. */
  public static final String REMOVED = "removed";

  /** Both have it, and it differs. */
  public static final String CHANGED = "changed";

  /**
   * A difference.
   *
   * @param change {@value #ADDED}, {@value #REMOVED} or {@value #CHANGED}
   * @param part part of the scheme, for example {@code indicators}; the field itself at the top
   * @param id id of the entry; empty for a field of the scheme itself
   * @param field the field, with dots between levels; empty for a whole entry
   * @param before its value in the first scheme; empty where it has none
   * @param after its value in the second scheme; empty where it has none
   */
  public record Change(
      String change, String part, String id, String field, String before, String after) {}

  /** Records that are shown whole rather than field by field. */
  private static final Set<Class<?>> WHOLE =
      Set.of(Bilingual.class, Fraction.class, Period.class, Goal.class);

  /** The hash differs whenever anything does. */
  private static final String HASH = "sha256";

  private final List<Change> changes = new ArrayList<>();

  private SchemeDiff() {}

  /** The differences, in the order of the scheme's parts. */
  public static List<Change> of(Scheme before, Scheme after) {
    SchemeDiff diff = new SchemeDiff();
    for (RecordComponent component : Scheme.class.getRecordComponents()) {
      if (!component.getName().equals(HASH)) {
        diff.part(snake(component.getName()), read(component, before), read(component, after));
      }
    }
    return List.copyOf(diff.changes);
  }

  private void part(String name, Object before, Object after) {
    Optional<Map<String, Object>> left = entries(before);
    Optional<Map<String, Object>> right = entries(after);
    if (left.isPresent() && right.isPresent()) {
      Set<String> ids = new LinkedHashSet<>(left.get().keySet());
      ids.addAll(right.get().keySet());
      for (String id : ids) {
        compare(name, id, "", left.get().get(id), right.get().get(id));
      }
    } else {
      compare(name, "", "", before, after);
    }
  }

  /** A list of records with ids, or a map, by id; empty for anything else. */
  private static Optional<Map<String, Object>> entries(Object value) {
    Map<String, Object> entries = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, entry) -> entries.put(key.toString(), entry));
      return Optional.of(entries);
    }
    if (value instanceof List<?> list) {
      for (Object entry : list) {
        Optional<String> id = id(entry);
        if (id.isEmpty()) {
          return Optional.empty();
        }
        entries.put(id.get(), entry);
      }
      return Optional.of(entries);
    }
    return Optional.empty();
  }

  private static Optional<String> id(Object entry) {
    if (entry instanceof Record) {
      for (RecordComponent component : entry.getClass().getRecordComponents()) {
        if (component.getName().equals("id")) {
          return Optional.of(String.valueOf(read(component, entry)));
        }
      }
    }
    return Optional.empty();
  }

  private void compare(String part, String id, String field, Object before, Object after) {
    if (Objects.equals(before, after) || text(before).equals(text(after))) {
      return;
    }
    if (before instanceof Record
        && after instanceof Record
        && before.getClass() == after.getClass()
        && !WHOLE.contains(before.getClass())) {
      for (RecordComponent component : before.getClass().getRecordComponents()) {
        String below = snake(component.getName());
        compare(part, id, joined(field, below), read(component, before), read(component, after));
      }
      return;
    }
    if (before instanceof Map<?, ?> left && after instanceof Map<?, ?> right) {
      Set<Object> keys = new LinkedHashSet<>(left.keySet());
      keys.addAll(right.keySet());
      for (Object key : keys) {
        compare(part, id, joined(field, text(key)), left.get(key), right.get(key));
      }
      return;
    }
    String change = before == null ? ADDED : after == null ? REMOVED : CHANGED;
    boolean entry = field.isEmpty() && !change.equals(CHANGED);
    changes.add(
        new Change(
            change,
            part,
            id,
            field,
            entry ? name(before) : text(before),
            entry ? name(after) : text(after)));
  }

  private static String joined(String field, String below) {
    return field.isEmpty() ? below : field + "." + below;
  }

  /** What an entry that comes or goes is called. */
  private static String name(Object entry) {
    if (entry instanceof Record) {
      for (RecordComponent component : entry.getClass().getRecordComponents()) {
        if (component.getName().equals("name")) {
          return text(read(component, entry));
        }
      }
    }
    return text(entry);
  }

  private static String text(Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof BigDecimal number) {
      return Fraction.of(number).printed().toPlainString();
    }
    if (value instanceof Bilingual words) {
      return words.zh() + " / " + words.en();
    }
    if (value instanceof Enum<?> constant) {
      return constant.name().toLowerCase(Locale.ROOT);
    }
    if (value instanceof Set<?> items) { // has no order of its own
      return items.stream().map(SchemeDiff::text).sorted().collect(Collectors.joining("; "));
    }
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> text(entry.getKey()) + " " + text(entry.getValue()))
          .sorted()
          .collect(Collectors.joining("; "));
    }
    if (value instanceof Collection<?> items) {
      return items.stream().map(SchemeDiff::text).collect(Collectors.joining("; "));
    }
    if (value instanceof Record && !WHOLE.contains(value.getClass())) {
      return fields(value);
    }
    return value.toString();
  }

  private static String fields(Object value) {
    List<String> fields = new ArrayList<>();
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      String text = text(read(component, value));
      if (!text.isEmpty()) {
        fields.add(snake(component.getName()) + " " + text);
      }
    }
    return String.join(", ", fields);
  }

  private static Object read(RecordComponent component, Object owner) {
    try {
      return component.getAccessor().invoke(owner);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("A record's component can be read", e);
    }
  }

  private static String snake(String name) {
    return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }
}

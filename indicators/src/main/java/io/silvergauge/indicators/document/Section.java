package io.silvergauge.indicators.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A group of named fields in a YAML file. Each getter reads one field and records a fault, with
 * file and line, where it is missing or of the wrong kind; it then answers with a harmless value so
 * that reading goes on and all faults come out at once. {@link #done} names the fields nobody asked
 * for.
 */
public final class Section {
  private static final int MAX_NUMBER_LENGTH = 40;

  private final String path;
  private final YamlNode.Fields node;
  private final Faults faults;
  private final Set<String> asked = new HashSet<>();

  Section(String path, YamlNode.Fields node, Faults faults) {
    this.path = path;
    this.node = node;
    this.faults = faults;
  }

  /** The file this section stands in, as used in faults. */
  public String file() {
    return node.file();
  }

  /** The line on which the section begins. */
  public int line() {
    return node.line();
  }

  /** The field names in the order in which they are written. */
  public List<String> names() {
    return List.copyOf(node.fields().keySet());
  }

  /** Whether the field is there. */
  public boolean has(String name) {
    return node.fields().containsKey(name);
  }

  /** Whether the field is there and holds a single value. */
  public boolean isText(String name) {
    return node.fields().get(name) instanceof YamlNode.Scalar;
  }

  /** Tells that a field may stand here, though nobody reads it; {@link #done} does not name it. */
  public void mayHold(String name) {
    asked.add(name);
  }

  /** How many faults all files have so far. */
  public int faults() {
    return faults.count();
  }

  /** A text that must be there and not be empty. */
  public String text(String name) {
    Optional<String> text = scalar(name, true);
    if (text.isPresent() && text.get().isBlank()) {
      fault(name, new Bilingual("不能为空", "must not be empty"));
    }
    return text.orElse("");
  }

  /** A text, or {@code absent} where the field is not there. */
  public String text(String name, String absent) {
    return scalar(name, false).orElse(absent);
  }

  /** An identifier: small letters, digits, {@code _} and {@code -}, beginning with a letter. */
  public String id(String name) {
    String id = text(name);
    if (!id.isEmpty() && !id.matches("[a-z][a-z0-9_-]{0,79}")) {
      fault(
          name,
          Bilingual.of(
              "标识“%s”无效；须以小写字母开头，只含小写字母、数字、_ 和 -，不超过 80 个字符",
              "'%s' is no valid id; small letters, digits, _ and -, beginning with a letter, 80"
                  + " characters at most",
              id));
    }
    return id;
  }

  /** A text in both languages, written {@code {zh: …, en: …}}; must be there. */
  public Bilingual bilingual(String name) {
    Optional<Section> section = child(name, true);
    Bilingual text =
        section.map(s -> new Bilingual(s.text("zh"), s.text("en"))).orElse(Bilingual.EMPTY);
    section.ifPresent(Section::done);
    return text;
  }

  /** A text in both languages; {@link Bilingual#EMPTY} where the field is not there. */
  public Bilingual optionalBilingual(String name) {
    return has(name) ? bilingual(name) : ask(name, Bilingual.EMPTY);
  }

  /** A decimal number that must be there, exactly as written. */
  public BigDecimal decimal(String name) {
    return scalar(name, true).map(text -> number(name, text)).orElse(BigDecimal.ZERO);
  }

  /** A decimal number, or {@code absent} where the field is not there. */
  public BigDecimal decimal(String name, BigDecimal absent) {
    return has(name) ? decimal(name) : ask(name, absent);
  }

  /** The decimal numbers in a list, or a single one as a list of one. */
  public List<BigDecimal> decimals(String name) {
    return texts(name).stream().map(text -> number(name, text)).toList();
  }

  /** A whole number between two bounds, or {@code absent} where the field is not there. */
  public int whole(String name, int absent, int least, int most) {
    if (!has(name)) {
      return ask(name, absent);
    }
    int before = faults.count();
    BigDecimal number = decimal(name);
    if (faults.count() > before) {
      return absent;
    }
    if (number.stripTrailingZeros().scale() > 0
        || number.compareTo(BigDecimal.valueOf(least)) < 0
        || number.compareTo(BigDecimal.valueOf(most)) > 0) {
      fault(
          name,
          Bilingual.of(
              "%s 无效，应为 %d 至 %d 的整数",
              "%s is not a whole number from %d to %d", number.toPlainString(), least, most));
      return absent;
    }
    return number.intValueExact();
  }

  /** {@code true} or {@code false}, or {@code absent} where the field is not there. */
  public boolean flag(String name, boolean absent) {
    Optional<String> text = scalar(name, false);
    if (text.isEmpty()) {
      return absent;
    }
    if (!text.get().equals("true") && !text.get().equals("false")) {
      fault(name, Bilingual.of("“%s”无效，应为 true 或 false", "'%s' must be true or false", text.get()));
    }
    return text.get().equals("true");
  }

  /** A date written {@code 2023-12-31}, or {@code absent} where the field is not there. */
  public LocalDate date(String name, LocalDate absent) {
    Optional<String> text = scalar(name, false);
    if (text.isEmpty()) {
      return absent;
    }
    return parsed(name, LocalDate::parse, "日期，如 2023-12-31", "a date such as 2023-12-31")
        .orElse(absent);
  }

  /** One of an enum's values, written in small letters; must be there. */
  public <E extends Enum<E>> E choice(String name, Class<E> type) {
    return choose(name, type, type.getEnumConstants()[0], scalar(name, true));
  }

  /** One of an enum's values, or {@code absent} where the field is not there. */
  public <E extends Enum<E>> E choice(String name, Class<E> type, E absent) {
    return choose(name, type, absent, scalar(name, false));
  }

  /**
   * A text turned into a value by {@code parser}; must be there.
   *
   * @param parser throws {@link IllegalArgumentException} or {@link DateTimeParseException} where
   *     the text is wrong
   * @param zh what would be right, in Chinese
   * @param en what would be right, in English
   */
  public <T> Optional<T> parsed(String name, Function<String, T> parser, String zh, String en) {
    Optional<String> text = scalar(name, true);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(parser.apply(text.get()));
    } catch (IllegalArgumentException | DateTimeParseException e) {
      fault(name, Bilingual.of("“%s”无效，应为%s", "'%s' is not %s", text.get(), new Bilingual(zh, en)));
      return Optional.empty();
    }
  }

  /** The group of fields with this name; its absence is a fault. */
  public Optional<Section> section(String name) {
    return child(name, true);
  }

  /** The group of fields with this name, if it is there. */
  public Optional<Section> optionalSection(String name) {
    return child(name, false);
  }

  /** The groups in a list of groups; empty where the field is not there. */
  public List<Section> sections(String name) {
    List<Section> sections = new ArrayList<>();
    for (YamlNode item : items(name)) {
      String below = below(name) + "[" + place(name, item, sections.size()) + "]";
      if (item instanceof YamlNode.Fields fields) {
        sections.add(new Section(below, fields, faults));
      } else {
        faults.add(
            item.file(),
            item.line(),
            below,
            Bilingual.of("%s 无效，应为一组字段", "%s must be a group of fields", item.kind()));
        sections.add(
            new Section(below, new YamlNode.Fields(item.file(), item.line(), Map.of()), faults));
      }
    }
    return sections;
  }

  /** The ids in a list of groups, those of faulty groups too; records no fault itself. */
  public Set<String> ids(String name) {
    Set<String> ids = new TreeSet<>();
    if (node.fields().get(name) instanceof YamlNode.Items list) {
      for (YamlNode item : list.items()) {
        if (item instanceof YamlNode.Fields group
            && group.fields().get("id") instanceof YamlNode.Scalar id) {
          ids.add(id.text());
        }
      }
    }
    return ids;
  }

  /** The texts in a list, or a single text as a list of one; empty where the field is not there. */
  public List<String> texts(String name) {
    if (has(name) && node.fields().get(name) instanceof YamlNode.Scalar) {
      return List.of(text(name));
    }
    List<String> texts = new ArrayList<>();
    for (YamlNode item : items(name)) {
      if (item instanceof YamlNode.Scalar scalar) {
        texts.add(scalar.text());
      } else {
        faults.add(
            item.file(),
            item.line(),
            below(name),
            Bilingual.of("%s 无效，应为文字", "%s must be a text", item.kind()));
      }
    }
    return texts;
  }

  /** A group whose fields are all texts, such as a table of synonyms; empty where it is absent. */
  public Map<String, String> textTable(String name) {
    Map<String, String> table = new LinkedHashMap<>();
    Optional<Section> section = child(name, false);
    section.ifPresent(s -> s.names().forEach(key -> table.put(key, s.text(key, ""))));
    return table;
  }

  /** Records a fault at one of this section's fields, or at the section where the name is empty. */
  public void fault(String name, Bilingual message) {
    YamlNode at = node.fields().get(name);
    YamlNode told = at == null ? node : at;
    faults.add(told.file(), told.line(), name.isEmpty() ? path : below(name), message);
  }

  /**
   * Builds a value whose own checks speak in exceptions; they become faults of this section.
   * Nothing is built where reading the section has found faults already.
   *
   * @param before {@link Faults#count} when the reading of this section began
   */
  public <T> Optional<T> build(int before, Supplier<T> maker) {
    return build(before, "", maker);
  }

  /** As {@link #build(int, Supplier)}, with the field that is at fault where the checks speak. */
  public <T> Optional<T> build(int before, String name, Supplier<T> maker) {
    if (faults.count() > before) {
      return Optional.empty();
    }
    try {
      return Optional.of(maker.get());
    } catch (InvalidValueException e) {
      fault(name, e.text());
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      fault(name, Bilingual.same(e.getMessage()));
      return Optional.empty();
    }
  }

  /** Leaves the fields unread, because what they rest on has faults of its own. */
  public void leave() {
    asked.addAll(node.fields().keySet());
  }

  /** The same without some of its fields. */
  public Section without(String... names) {
    Map<String, YamlNode> rest = new LinkedHashMap<>(node.fields());
    List.of(names).forEach(rest::remove);
    return new Section(path, new YamlNode.Fields(node.file(), node.line(), rest), faults);
  }

  /**
   * This file's top level laid over that of the file it extends.
   *
   * @see Overlay
   */
  public Section over(Section base) {
    return new Section(path, new Overlay(this).over(node, base.node), faults);
  }

  /** Records a fault for each field that was never asked for: a misspelt field must not be lost. */
  public void done() {
    for (String name : node.fields().keySet()) {
      if (!asked.contains(name)) {
        fault(
            name,
            Bilingual.of(
                "未知字段；此处可用：%s",
                "unknown field; known here: %s",
                asked.stream().sorted().collect(Collectors.joining(", "))));
      }
    }
  }

  Map<String, YamlNode> fields() {
    return node.fields();
  }

  private Optional<String> scalar(String name, boolean required) {
    asked.add(name);
    YamlNode value = node.fields().get(name);
    if (value instanceof YamlNode.Scalar scalar) {
      return Optional.of(scalar.text());
    }
    if (value != null) {
      fault(name, Bilingual.of("%s 无效，应为单个值", "%s must be a single value", value.kind()));
    } else if (required) {
      fault(name, new Bilingual("缺少此字段", "this field is missing"));
    }
    return Optional.empty();
  }

  private Optional<Section> child(String name, boolean required) {
    asked.add(name);
    YamlNode value = node.fields().get(name);
    if (value instanceof YamlNode.Fields fields) {
      return Optional.of(new Section(below(name), fields, faults));
    }
    if (value != null) {
      fault(name, Bilingual.of("%s 无效，应为一组字段", "%s must be a group of fields", value.kind()));
    } else if (required) {
      fault(name, new Bilingual("缺少此字段", "this field is missing"));
    }
    return Optional.empty();
  }

  private List<YamlNode> items(String name) {
    asked.add(name);
    YamlNode value = node.fields().get(name);
    if (value instanceof YamlNode.Items list) {
      return list.items();
    }
    if (value != null) {
      fault(name, Bilingual.of("%s 无效，应为列表", "%s must be a list", value.kind()));
    }
    return List.of();
  }

  private <E extends Enum<E>> E choose(
      String name, Class<E> type, E absent, Optional<String> text) {
    if (text.isEmpty()) {
      return absent;
    }
    for (E value : type.getEnumConstants()) {
      if (value.name().toLowerCase(Locale.ROOT).equals(text.get())) {
        return value;
      }
    }
    fault(
        name,
        Bilingual.of(
            "“%s”无效，可用：%s",
            "'%s' is not one of: %s",
            text.get(),
            Arrays.stream(type.getEnumConstants())
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "))));
    return absent;
  }

  private BigDecimal number(String name, String text) {
    if (text.length() <= MAX_NUMBER_LENGTH && text.matches("[+-]?[0-9]+(\\.[0-9]+)?")) {
      return new BigDecimal(text);
    }
    fault(
        name,
        Bilingual.of("“%s”不是数字，应为如 12.5 的十进制数", "'%s' is not a decimal number such as 12.5", text));
    return BigDecimal.ZERO;
  }

  private <T> T ask(String name, T absent) {
    asked.add(name);
    return absent;
  }

  /** What a reader knows an entry by: its place in the file, or its id where files were joined. */
  private String place(String name, YamlNode item, int index) {
    return node.fields().get(name) instanceof YamlNode.Items list && list.joined()
        ? Overlay.id(item).orElse(String.valueOf(index))
        : String.valueOf(index);
  }

  private String below(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}

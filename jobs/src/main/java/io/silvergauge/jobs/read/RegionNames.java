package io.silvergauge.jobs.read;

import io.silvergauge.indicators.region.Region;
import io.silvergauge.indicators.region.RegionTree;
import io.silvergauge.indicators.region.Successor;
import io.silvergauge.indicators.region.Validity;
import io.silvergauge.indicators.statistic.Period;
import java.io.Serializable;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the region that a cell means.
 *
 * <p>A code may have 2, 4, 6, 9 or 12 digits: {@code 41}, {@code 4101}, {@code 410100} and {@code
 * 410100000000} fill up to or shrink to the same unit. A name may be whole ({@code 河南省}), without
 * what kind of unit it is ({@code 河南}), or behind the units it belongs to ({@code 河南省郑州市中原区}).
 * Where several regions have a name, those that exist in the period and lie below the sender go
 * before others; if several are left, nothing is chosen, nor is one that is not of the sender.
 * {@code 中原区（含高新区）} is a combination.
 */
public final class RegionNames implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final int MAX_LENGTH = 100;
  private static final int MAX_KEPT = 50_000;
  private static final Pattern COMBINED =
      Pattern.compile("(?<main>[^()]+)\\((?:包?含|包括)(?<parts>[^()]+)\\)");
  private static final Pattern SEPARATOR = Pattern.compile("[-·・/\\\\>,、—_]+$");
  private static final Pattern PLACEHOLDER =
      Pattern.compile("(?:市辖区|县|(?:省|自治区)?直辖县级(?:行政区划|行政单位)|直辖)$");
  private static final String PEOPLES =
      "(?:(?:壮|回|满|苗|彝|土家|藏|蒙古|侗|布依|瑶|白|朝鲜|哈尼|黎|哈萨克|傣|畲|傈僳|东乡|仡佬|拉祜|佤|水|纳西|羌|土|仫佬|锡伯"
          + "|柯尔克孜|景颇|达斡尔|撒拉|布朗|毛南|塔吉克|普米|阿昌|怒|鄂温克|京|基诺|德昂|保安|裕固|独龙|鄂伦春|门巴|珞巴|维吾尔|各)族"
          + "|蒙古|维吾尔|哈萨克|柯尔克孜|锡伯|塔吉克)+";
  private static final List<Pattern> KINDS =
      List.of(
          Pattern.compile(PEOPLES + "自治[区州县旗]$"),
          Pattern.compile("(?:特别行政区|自治[区州县旗]|地区|林区)$"),
          Pattern.compile("[省市区县盟旗]$"));

  private final RegionTree tree;
  private final TreeMap<String, List<String>> byCode = new TreeMap<>();
  private final TreeMap<String, List<String>> byName = new TreeMap<>();
  private final TreeMap<String, List<String>> byShortName = new TreeMap<>();
  private final TreeMap<String, Forms> forms = new TreeMap<>();
  private final TreeMap<Character, List<Forms>> byLastOfName = new TreeMap<>();
  private final TreeMap<Character, List<Forms>> byLastOfShortName = new TreeMap<>();
  private transient ConcurrentHashMap<String, List<String>> known = new ConcurrentHashMap<>();

  private RegionNames(RegionTree tree) {
    this.tree = tree;
    for (Region region : tree.all()) {
      add(byCode, canonical(region.code()), region.code());
      String name = folded(region.name().zh());
      Forms both = new Forms(region.code(), name, shortened(name));
      forms.put(region.code(), both);
      add(byName, name, region.code());
      add(byName, folded(region.name().en()), region.code());
      add(byShortName, both.shortName(), region.code());
      addLast(byLastOfName, name, both);
      addLast(byLastOfShortName, both.shortName(), both);
    }
  }

  /** The forms of a region's name; the short one may be empty. */
  private record Forms(String code, String name, String shortName) implements Serializable {}

  private static void addLast(Map<Character, List<Forms>> byLast, String form, Forms both) {
    if (!form.isEmpty()) {
      byLast.computeIfAbsent(form.charAt(form.length() - 1), last -> new ArrayList<>()).add(both);
    }
  }

  /** The names of these regions. */
  public static RegionNames of(RegionTree tree) {
    return new RegionNames(tree);
  }

  /** What a cell means. */
  public sealed interface Found {
    /** One region. */
    record One(String code) implements Found {}

    /**
     * Regions of that name, by code, of which it is not sure that one is meant: several, or one
     * that is not of the sender, whose own may be missing in the list.
     */
    record Several(List<String> codes) implements Found {}

    /**
     * A region together with others, usually development zones, that may be reported by themselves.
     *
     * @param code the region
     * @param parts the others as written
     */
    record Combined(String code, String parts) implements Found {}

    /** Nothing that is known. */
    record None() implements Found {}
  }

  /**
   * The region a cell means.
   *
   * @param sender code of the region that sent it; anything else where no region did
   * @param period period the row is for, where it is known
   */
  public Found find(String text, String sender, Optional<Period> period) {
    if (tree.find(text).isPresent()) {
      return new Found.One(text);
    }
    String plain = folded(text);
    if (plain.isEmpty() || plain.length() > MAX_LENGTH) {
      return new Found.None();
    }
    Found found = meant(plain, sender, period);
    Matcher combined = COMBINED.matcher(plain);
    if (found instanceof Found.None && combined.matches()) {
      Found main = meant(combined.group("main"), sender, period);
      return main instanceof Found.One one
          ? new Found.Combined(one.code(), combined.group("parts"))
          : main;
    }
    return found;
  }

  /**
   * The regions that a name beside a code means, where none of them is the code's: the row then
   * says two things. A name that nobody has contradicts nothing, nor does an earlier or later name
   * of the place, nor one that differs only in what kind of unit it is, as 和平县 and 和平区 do, unless
   * its province has both.
   *
   * @return by code; empty where the two agree
   */
  public List<String> contradicting(String code, String name) {
    String plain = folded(name);
    Forms own = forms.get(code);
    if (own == null || plain.isEmpty() || plain.length() > MAX_LENGTH) {
      return List.of();
    }
    Matcher combined = COMBINED.matcher(plain);
    List<String> meant = candidates(plain);
    if (meant.isEmpty() && combined.matches()) {
      meant = candidates(combined.group("main"));
    }
    if (meant.isEmpty() || meant.contains(code) || meant.stream().anyMatch(succeeds(code))) {
      return List.of();
    }
    String shortName = shortened(plain);
    boolean sameButKind =
        !shortName.isEmpty()
            && shortName.equals(own.shortName())
            && meant.stream().noneMatch(other -> top(other).equals(top(code)));
    return sameButKind ? List.of() : meant;
  }

  /**
   * What a name beside a code says to be counted in with the region: {@code 高新区} of {@code
   * 中原区（含高新区）}.
   *
   * @return as written; empty where it says nothing of the kind
   */
  public String countedIn(String name) {
    if (name.length() > MAX_LENGTH) {
      return "";
    }
    String plain = folded(name);
    Matcher combined = COMBINED.matcher(plain);
    return combined.matches()
            && candidates(plain).isEmpty()
            && !candidates(combined.group("main")).isEmpty()
        ? combined.group("parts")
        : "";
  }

  /** Whether a region became this one, or this one it, in one step or several. */
  private Predicate<String> succeeds(String code) {
    Set<String> same = new TreeSet<>(List.of(code));
    for (boolean grown = true; grown; ) {
      grown = false;
      for (Successor step : tree.successors().all()) {
        if (same.contains(step.from()) || same.contains(step.to())) {
          grown |= same.add(step.from());
          grown |= same.add(step.to());
        }
      }
    }
    return same::contains;
  }

  /** The topmost unit below the nation to which a region belongs. */
  private String top(String code) {
    List<String> line =
        tree.withAncestors(code).stream()
            .filter(one -> !tree.region(one).level().equals("nation"))
            .toList();
    return line.isEmpty() ? code : line.get(line.size() - 1);
  }

  /** Code and Chinese name, as messages show a region. */
  public String shown(String code) {
    return tree.find(code).map(region -> code + " " + region.name().zh()).orElse(code);
  }

  /** Whether a region is another, or lies in it. */
  public boolean liesIn(String code, String other) {
    return tree.withAncestors(code).contains(other);
  }

  /** Everything that finding depends on, for hashing. */
  public String table() {
    StringBuilder text = new StringBuilder();
    for (Region region : tree.all()) {
      text.append(
              String.join(
                  "\t",
                  region.code(),
                  region.name().zh(),
                  region.name().en(),
                  region.parent(),
                  region.validity().from().toString(),
                  region.validity().to().toString()))
          .append('\n');
    }
    return text.toString();
  }

  /** A bare name means a region of the sender; of others only a code or the units above it tell. */
  private Found meant(String plain, String sender, Optional<Period> period) {
    Found found = chosen(candidates(plain), sender, period);
    boolean bare = byName.containsKey(plain) || byShortName.containsKey(plain);
    return bare && found instanceof Found.One one && !related(one.code(), sender)
        ? new Found.Several(List.of(one.code()))
        : found;
  }

  /** Whether a region lies below or above the sender; so does any where no region is the sender. */
  private boolean related(String code, String sender) {
    return tree.find(sender).isEmpty()
        || tree.withAncestors(code).contains(sender)
        || tree.withAncestors(sender).contains(code);
  }

  private Found chosen(List<String> candidates, String sender, Optional<Period> period) {
    List<String> left = candidates;
    if (left.size() > 1 && period.isPresent()) {
      left = preferred(left, code -> during(tree.region(code).validity(), period.get()));
    }
    if (left.size() > 1 && tree.find(sender).isPresent()) {
      left = preferred(left, code -> tree.withAncestors(code).contains(sender));
    }
    if (left.size() > 1 && period.isPresent()) {
      left = preferred(left, code -> tree.region(code).validity().on(period.get().lastDay()));
    }
    return switch (left.size()) {
      case 0 -> new Found.None();
      case 1 -> new Found.One(left.get(0));
      default -> new Found.Several(left);
    };
  }

  private static List<String> preferred(List<String> codes, Predicate<String> better) {
    List<String> preferred = codes.stream().filter(better).toList();
    return preferred.isEmpty() ? codes : preferred;
  }

  private static boolean during(Validity validity, Period period) {
    return !validity.from().isAfter(period.lastDay()) && validity.to().isAfter(period.firstDay());
  }

  private List<String> candidates(String plain) {
    if (known == null) {
      known = new ConcurrentHashMap<>(); // after it has travelled to a task
    }
    List<String> kept = known.get(plain);
    if (kept != null) {
      return kept;
    }
    List<String> found = search(plain);
    if (known.size() < MAX_KEPT) {
      known.put(plain, found);
    }
    return found;
  }

  private List<String> search(String plain) {
    if (plain.matches("[0-9]+")) {
      return plain.matches("[0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12}")
          ? byCode.getOrDefault(canonical(plain), List.of())
          : List.of();
    }
    for (Map<String, List<String>> names : List.of(byName, byShortName)) {
      if (names.containsKey(plain)) {
        return names.get(plain);
      }
    }
    char last = plain.charAt(plain.length() - 1);
    for (boolean whole : new boolean[] {true, false}) {
      TreeSet<String> found = new TreeSet<>();
      for (Forms region :
          (whole ? byLastOfName : byLastOfShortName).getOrDefault(last, List.of())) {
        String form = whole ? region.name() : region.shortName();
        if (plain.length() > form.length() && plain.endsWith(form)) {
          String before = plain.substring(0, plain.length() - form.length());
          if (leadsUp(before, tree.withAncestors(region.code()), 1)) {
            found.add(region.code());
          }
        }
      }
      if (!found.isEmpty()) {
        return List.copyOf(found);
      }
    }
    return List.of();
  }

  /** Whether what stands before a name is some of the units it belongs to, the topmost first. */
  private boolean leadsUp(String before, List<String> line, int from) {
    String prefix = SEPARATOR.matcher(before).replaceAll("");
    if (prefix.isEmpty()) {
      return true;
    }
    for (int i = from; i < line.size(); i++) {
      Forms above = forms.get(line.get(i));
      for (String form : List.of(above.name(), above.shortName())) {
        if (!form.isEmpty()
            && prefix.endsWith(form)
            && leadsUp(prefix.substring(0, prefix.length() - form.length()), line, i + 1)) {
          return true;
        }
      }
    }
    String without = PLACEHOLDER.matcher(prefix).replaceAll("");
    return !without.equals(prefix) && leadsUp(without, line, from);
  }

  private static String canonical(String code) {
    if (!code.matches("[0-9]+")) {
      return code;
    }
    return switch (code.length()) {
      case 2 -> code + "0000";
      case 4 -> code + "00";
      case 9 -> code.endsWith("000") ? code.substring(0, 6) : code;
      case 12 -> code.endsWith("000") ? canonical(code.substring(0, 9)) : code;
      default -> code;
    };
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("[\\s\\u00A0\\u3000\\u200B\\uFEFF]+", "");
  }

  /** The name without what kind of unit it is; empty where less than two characters are left. */
  private static String shortened(String name) {
    for (Pattern kind : KINDS) {
      String without = kind.matcher(name).replaceAll("");
      if (without.length() >= 2 && !without.equals(name)) {
        return without;
      }
    }
    return "";
  }

  private static void add(Map<String, List<String>> names, String name, String code) {
    if (!name.isEmpty()) {
      names.computeIfAbsent(name, key -> new ArrayList<>()).add(code);
    }
  }
}

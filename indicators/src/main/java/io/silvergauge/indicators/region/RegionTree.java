package io.silvergauge.indicators.region;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** All regions of an assessment by code, and who belongs to whom. */
public final class RegionTree implements Serializable {
  private static final long serialVersionUID = 1L;

  /** By code, in the order of codes. */
  private final LinkedHashMap<String, Region> regions = new LinkedHashMap<>();

  private final HashMap<String, List<Region>> children = new HashMap<>();
  private final ArrayList<Region> ended = new ArrayList<>();
  private final Successors successors;
  private transient ConcurrentHashMap<Set<String>, Set<String>> above = new ConcurrentHashMap<>();

  /**
   * The tree these regions form.
   *
   * @throws IllegalArgumentException if a code stands twice, a parent is unknown, or a unit is its
   *     own ancestor
   */
  public RegionTree(Collection<Region> all) {
    this(all, Successors.NONE);
  }

  /**
   * The tree these regions form, with what became of those that ended.
   *
   * @throws IllegalArgumentException if a code stands twice, a parent is unknown, or a unit is its
   *     own ancestor
   */
  public RegionTree(Collection<Region> all, Successors successors) {
    this.successors = successors;
    List<Region> sorted = new ArrayList<>(all);
    sorted.sort(Comparator.comparing(Region::code));
    for (Region region : sorted) {
      if (regions.put(region.code(), region) != null) {
        throw new IllegalArgumentException("Region '%s' stands twice".formatted(region.code()));
      }
      if (!region.validity().to().equals(LocalDate.MAX)) {
        ended.add(region);
      }
    }
    for (Region region : regions.values()) {
      if (!region.parent().isEmpty()) {
        if (!regions.containsKey(region.parent())) {
          throw new IllegalArgumentException(
              "Region '%s' belongs to '%s', which is not in the list"
                  .formatted(region.code(), region.parent()));
        }
        children.computeIfAbsent(region.parent(), code -> new ArrayList<>()).add(region);
      }
    }
    regions.values().forEach(this::refuseCircle);
  }

  private void refuseCircle(Region region) {
    Set<String> seen = new HashSet<>(Set.of(region.code()));
    for (String code = region.parent(); !code.isEmpty(); code = regions.get(code).parent()) {
      if (!seen.add(code)) {
        throw new IllegalArgumentException(
            "Region '%s' is its own ancestor by way of '%s'".formatted(region.code(), code));
      }
    }
  }

  /** The region with this code. */
  public Optional<Region> find(String code) {
    return Optional.ofNullable(regions.get(code));
  }

  /**
   * The region with a code that is known to exist.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Region region(String code) {
    return find(code)
        .orElseThrow(() -> new IllegalArgumentException("There is no region '%s'".formatted(code)));
  }

  /** All regions, by code. */
  public List<Region> all() {
    return List.copyOf(regions.values());
  }

  /** The codes of a region and of everything above it, from itself upwards. */
  public List<String> withAncestors(String code) {
    List<String> line = new ArrayList<>();
    line.add(code);
    find(code).ifPresent(region -> line.addAll(ancestors(region)));
    return line;
  }

  /**
   * The units at these levels that make up a region on a day: itself where it has one of the
   * levels, else those below it, never one inside another. Empty where there are none.
   *
   * @return sorted by code
   */
  public List<Region> units(String code, Set<String> levels, LocalDate day) {
    List<Region> found = new ArrayList<>();
    find(code).ifPresent(region -> collect(region, levels, day, found));
    found.sort(Comparator.comparing(Region::code));
    return found;
  }

  /**
   * The leaves that report for a region on a day: its {@link #units}, and of those below it that
   * stand above such units but have none, such as a prefecture without counties, these themselves;
   * the region itself where there is nothing below it.
   */
  public List<Region> leaves(String code, Set<String> levels, LocalDate day) {
    List<Region> found = new ArrayList<>(units(code, levels, day));
    find(code).ifPresent(region -> collectBare(region, levels, above(levels), day, found));
    if (found.isEmpty()) {
      return List.of(region(code));
    }
    found.sort(Comparator.comparing(Region::code));
    return found;
  }

  /** What became of regions that ended. */
  public Successors successors() {
    return successors;
  }

  /** The regions at these levels below a region whose code ended within some days. */
  public List<Region> ended(String code, Set<String> levels, LocalDate after, LocalDate until) {
    List<Region> found = new ArrayList<>();
    for (Region region : ended) {
      LocalDate end = region.validity().to();
      if (levels.contains(region.level())
          && end.isAfter(after)
          && !end.isAfter(until)
          && withAncestors(region.code()).contains(code)) {
        found.add(region);
      }
    }
    return found;
  }

  private Set<String> above(Set<String> levels) {
    if (above == null) {
      above = new ConcurrentHashMap<>(); // after it has travelled to a task
    }
    return above.computeIfAbsent(levels, this::levelsAbove);
  }

  /** The levels of which some region has units at these levels below it, on whatever day. */
  private Set<String> levelsAbove(Set<String> levels) {
    Set<String> found = new HashSet<>();
    for (Region region : regions.values()) {
      if (levels.contains(region.level())) {
        ancestors(region).forEach(code -> found.add(regions.get(code).level()));
      }
    }
    found.removeAll(levels);
    return found;
  }

  private boolean collectBare(
      Region region, Set<String> levels, Set<String> inner, LocalDate day, List<Region> found) {
    if (!region.validity().on(day)) {
      return false;
    }
    if (levels.contains(region.level())) {
      return true;
    }
    boolean any = false;
    for (Region child : children.getOrDefault(region.code(), List.of())) {
      any |= collectBare(child, levels, inner, day, found);
    }
    if (!any && inner.contains(region.level())) {
      found.add(region);
      return true;
    }
    return any;
  }

  /** The levels that occur. */
  public Set<String> levels() {
    Set<String> levels = new TreeSet<>();
    regions.values().forEach(region -> levels.add(region.level()));
    return levels;
  }

  /** The regions keyed by code, for hashing and for looking up. */
  public Map<String, Region> byCode() {
    return Collections.unmodifiableMap(regions);
  }

  private void collect(Region region, Set<String> levels, LocalDate day, List<Region> found) {
    if (!region.validity().on(day)) {
      return;
    }
    if (levels.contains(region.level())) {
      found.add(region);
      return;
    }
    for (Region child : children.getOrDefault(region.code(), List.of())) {
      collect(child, levels, day, found);
    }
  }

  private List<String> ancestors(Region region) {
    List<String> line = new ArrayList<>();
    for (String code = region.parent(); !code.isEmpty(); code = regions.get(code).parent()) {
      line.add(code);
    }
    return line;
  }
}

package io.silvergauge.jobs.assessment;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.CsvList;
import io.silvergauge.indicators.document.Faults;
import io.silvergauge.indicators.document.Suggestion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code data/deliveries.csv}: what came, from whom, when, for which slot. */
public final class DeliveryList {
  /** Its columns, in order. */
  public static final List<String> COLUMNS =
      List.of("path", "sha256", "sender", "received", "slot", "mode", "replaces");

  private static final Pattern PLACED =
      Pattern.compile(
          "([^/]+)/([^/]+)/([a-z][a-z0-9_-]*)"
              + "(?:\\.(?!(?i:csv|tsv|txt)\\.(?i:gz)$)([A-Za-z0-9_-]+))?" // the part
              + "\\.[A-Za-z]+(?:\\.(?i:gz))?");

  private DeliveryList() {}

  /**
   * Reads the list.
   *
   * @param sources ids of the known source descriptions
   */
  static List<Delivery> read(String file, byte[] content, Set<String> sources, Faults faults) {
    List<Delivery> deliveries = new ArrayList<>();
    Set<String> paths = new HashSet<>();
    for (CsvList.Row row :
        CsvList.read(file, content, COLUMNS.subList(0, 6), COLUMNS.subList(6, 7), faults)) {
      if (row.isPersonal(faults)) {
        continue;
      }
      Optional<Delivery> delivery = delivery(row, sources, faults);
      if (delivery.isPresent()
          && delivery.get().mode() != Delivery.Mode.WITHDRAW
          && !paths.add(delivery.get().path())) {
        row.fault(
            faults,
            "path",
            Bilingual.of("“%s”重复登记", "'%s' is registered twice", delivery.get().path()));
      }
      delivery.ifPresent(deliveries::add);
    }
    deliveries.sort(Comparator.comparing(Delivery::path));
    return deliveries;
  }

  /**
   * The slot a file's place says it answers: {@code <period>/<sender>/<source>[.<part>].<ending>}.
   */
  public static Optional<Slot> slotOf(String path) {
    Matcher placed = PLACED.matcher(path);
    if (!placed.matches()) {
      return Optional.empty();
    }
    String part = placed.group(4) == null ? "all" : placed.group(4);
    try {
      return Optional.of(
          Slot.parse(String.join("/", placed.group(3), placed.group(2), placed.group(1), part)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<Delivery> delivery(CsvList.Row row, Set<String> sources, Faults faults) {
    int before = faults.count();
    String path = row.text("path");
    if (path.isEmpty() || path.startsWith("/") || List.of(path.split("/")).contains("..")) {
      row.fault(
          faults,
          "path",
          Bilingual.of("“%s”应为 data 目录下的相对路径", "'%s' must be a path below the data folder", path));
    }
    String sha256 = row.text("sha256").toLowerCase(Locale.ROOT);
    if (!sha256.matches("[0-9a-f]{64}")) {
      row.fault(faults, "sha256", Bilingual.of("“%s”不是 SHA-256 值", "'%s' is no SHA-256", sha256));
    }
    LocalDate received = row.date("received", LocalDate.MIN, faults);
    if (row.text("received").isEmpty()) {
      row.fault(faults, "received", new Bilingual("缺少收到日期", "the date of receipt is missing"));
    }
    Optional<Slot> slot = slot(row, sources, faults);
    Optional<Delivery.Mode> mode = mode(row, faults);
    return faults.count() > before
        ? Optional.empty()
        : Optional.of(
            new Delivery(
                path,
                sha256,
                row.text("sender"),
                received,
                slot.orElseThrow(),
                mode.orElseThrow()));
  }

  private static Optional<Slot> slot(CsvList.Row row, Set<String> sources, Faults faults) {
    try {
      Slot slot = Slot.parse(row.text("slot"));
      if (!sources.contains(slot.source())) {
        row.fault(
            faults,
            "slot",
            Bilingual.of(
                "没有来源说明“%s”%s",
                "there is no source description '%s'%s",
                slot.source(),
                Suggestion.nearest(slot.source(), sources)));
      }
      return Optional.of(slot);
    } catch (IllegalArgumentException e) {
      row.fault(
          faults,
          "slot",
          Bilingual.of(
              "“%s”无效，应为 来源/报送方/时期/部分，如 civil_affairs/410000/2023Q4/all",
              "'%s' is not source/sender/period/part, such as civil_affairs/410000/2023Q4/all",
              row.text("slot")));
      return Optional.empty();
    }
  }

  private static Optional<Delivery.Mode> mode(CsvList.Row row, Faults faults) {
    for (Delivery.Mode mode : Delivery.Mode.values()) {
      if (mode.code().equals(row.text("mode"))) {
        return Optional.of(mode);
      }
    }
    row.fault(
        faults,
        "mode",
        Bilingual.of(
            "“%s”无效，可用：full, amend, withdraw",
            "'%s' is not one of: full, amend, withdraw", row.text("mode")));
    return Optional.empty();
  }
}

package io.silvergauge.jobs.evaluate;

import io.silvergauge.indicators.register.Field;
import io.silvergauge.indicators.register.Register;
import io.silvergauge.indicators.register.RegisterRecord;
import io.silvergauge.indicators.scheme.Scheme;
import io.silvergauge.jobs.assessment.Delivery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Works out what later deliveries of a slot changed in a register: records that came, went or say
 * something else, told apart by their identity. A plain function like {@link Revisions}.
 */
final class RegisterRevisions {
  /** The field under which it is told that a record came or went. */
  private static final String WHOLE = "";

  /** Stands for a record that is there, where one came or went. */
  private static final String LISTED = "listed";

  private static final String REGION = "region";

  private final Scheme scheme;

  RegisterRevisions(Scheme scheme) {
    this.scheme = scheme;
  }

  /** A record and the file that says it. */
  private record Said(RegisterRecord record, String file) {}

  /**
   * The revisions.
   *
   * @param restated as {@link Revisions#ofRestatedSlots} gives them
   * @param records what each of them says, by path; nothing where it could not be read
   * @return by slot, then in order of receipt, then by record and field
   */
  List<Revision> of(Collection<Delivery> restated, Map<String, List<RegisterRecord>> records) {
    Map<String, List<Delivery>> bySlot = new TreeMap<>();
    restated.stream()
        .sorted(Delivery.ORDER.thenComparing(Delivery::path))
        .forEach(
            one -> bySlot.computeIfAbsent(one.slot().toString(), s -> new ArrayList<>()).add(one));
    List<Revision> revisions = new ArrayList<>();
    bySlot.values().forEach(slot -> addSlot(slot, records, revisions));
    return revisions;
  }

  private void addSlot(
      List<Delivery> slot, Map<String, List<RegisterRecord>> records, List<Revision> revisions) {
    TreeMap<String, Said> said = new TreeMap<>();
    boolean first = true;
    for (Delivery delivery : slot) {
      TreeMap<String, Said> now = new TreeMap<>();
      if (delivery.mode() != Delivery.Mode.WITHDRAW) {
        for (RegisterRecord record : records.getOrDefault(delivery.path(), List.of())) {
          if (!record.id().isEmpty() && scheme.registers().containsKey(record.register())) {
            now.put(record.register() + "\t" + record.id(), new Said(record, delivery.path()));
          }
        }
      }
      boolean amends = delivery.mode() == Delivery.Mode.AMEND;
      TreeSet<String> touched = new TreeSet<>(now.keySet());
      touched.addAll(amends ? List.of() : said.keySet());
      for (String key : touched) {
        if (!first) {
          compare(delivery, said.get(key), now.get(key), revisions);
        }
      }
      if (!amends) {
        said.clear();
      }
      said.putAll(now);
      first = false;
    }
  }

  private void compare(Delivery delivery, Said before, Said after, List<Revision> revisions) {
    if (before == null || after == null) {
      RegisterRecord record = before == null ? after.record() : before.record();
      revisions.add(
          revision(
              delivery,
              record,
              WHOLE,
              before == null ? "" : LISTED,
              after == null ? "" : LISTED,
              before == null ? "" : before.file()));
      return;
    }
    Map<String, String> old = fields(before.record());
    Map<String, String> fresh = fields(after.record());
    TreeSet<String> fields = new TreeSet<>(old.keySet());
    fields.addAll(fresh.keySet());
    for (String field : fields) {
      String was = old.getOrDefault(field, "");
      String is = fresh.getOrDefault(field, "");
      if (!was.equals(is)) {
        revisions.add(revision(delivery, after.record(), field, was, is, before.file()));
      }
    }
  }

  private static Map<String, String> fields(RegisterRecord record) {
    Map<String, String> fields = new TreeMap<>(record.values());
    fields.put(REGION, record.region());
    return fields;
  }

  private Revision revision(
      Delivery delivery,
      RegisterRecord record,
      String field,
      String before,
      String after,
      String replaced) {
    Register register = scheme.registers().get(record.register());
    Field known = register.fields().get(field);
    return new Revision(
        record.region(),
        "",
        record.period().toString(),
        known == null ? "" : known.unit(),
        before,
        after,
        delivery.slot().toString(),
        delivery.received().toString(),
        delivery.mode().code(),
        delivery.path(),
        replaced,
        record.register(),
        record.id(),
        field);
  }
}

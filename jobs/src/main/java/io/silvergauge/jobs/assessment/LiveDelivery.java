package io.silvergauge.jobs.assessment;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * A delivery that counts on the evaluation's date.
 *
 * @param delivery the delivery
 * @param order place among the live ones of its slot; a later one amends an earlier
 */
public record LiveDelivery(Delivery delivery, int order) implements Serializable {
  /**
   * The deliveries that are live on a day: of each slot the newest full one and what amends it.
   *
   * @return by slot, then by order
   */
  public static List<LiveDelivery> asOf(Collection<Delivery> all, LocalDate asOf) {
    TreeMap<String, List<Delivery>> slots = new TreeMap<>();
    all.stream()
        .filter(delivery -> !delivery.received().isAfter(asOf))
        .sorted(Delivery.ORDER.thenComparing(Comparator.comparing(Delivery::path)))
        .forEach(
            delivery -> {
              List<Delivery> live =
                  slots.computeIfAbsent(delivery.slot().toString(), slot -> new ArrayList<>());
              if (delivery.mode() != Delivery.Mode.AMEND) {
                live.clear();
              }
              if (delivery.mode() != Delivery.Mode.WITHDRAW) {
                live.add(delivery);
              }
            });
    List<LiveDelivery> live = new ArrayList<>();
    for (List<Delivery> slot : slots.values()) {
      for (int order = 0; order < slot.size(); order++) {
        live.add(new LiveDelivery(slot.get(order), order));
      }
    }
    return live;
  }
}

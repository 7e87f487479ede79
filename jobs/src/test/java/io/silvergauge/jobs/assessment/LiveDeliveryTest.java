package io.silvergauge.jobs.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LiveDeliveryTest {
  private static final LocalDate LATE = LocalDate.of(2024, 12, 31);

  private static Delivery delivery(String name, String received, Delivery.Mode mode) {
    return delivery(name, received, mode, "civil/410000/2023Q4/all");
  }

  private static Delivery delivery(String name, String received, Delivery.Mode mode, String slot) {
    return new Delivery(
        name, name + "-hash", "410000", LocalDate.parse(received), Slot.parse(slot), mode);
  }

  private static List<String> live(LocalDate asOf, Delivery... deliveries) {
    return LiveDelivery.asOf(List.of(deliveries), asOf).stream()
        .map(live -> live.delivery().path() + " " + live.order())
        .toList();
  }

  private static final Delivery FIRST = delivery("a", "2024-01-15", Delivery.Mode.FULL);
  private static final Delivery AMENDS = delivery("b", "2024-02-01", Delivery.Mode.AMEND);
  private static final Delivery AMENDS_AGAIN = delivery("c", "2024-02-10", Delivery.Mode.AMEND);
  private static final Delivery RESTATES = delivery("d", "2024-03-01", Delivery.Mode.FULL);
  private static final Delivery WITHDRAWS = delivery("e", "2024-04-01", Delivery.Mode.WITHDRAW);
  private static final Delivery SENT_AGAIN = delivery("f", "2024-05-01", Delivery.Mode.FULL);

  @Test
  void isTheNewestFullOneOfASlot() {
    assertThat(live(LATE, FIRST, RESTATES)).containsExactly("d 0");
  }

  @Test
  void keepsWhatIsAmendedAndWhatAmendsItInOrder() {
    assertThat(live(LATE, FIRST, AMENDS, AMENDS_AGAIN)).containsExactly("a 0", "b 1", "c 2");
  }

  @Test
  void forgetsAmendmentsOfWhatWasReplaced() {
    assertThat(live(LATE, FIRST, AMENDS, RESTATES)).containsExactly("d 0");
  }

  @Test
  void isNothingOnceWithdrawnUntilItIsSentAgain() {
    assertThat(live(LATE, FIRST, AMENDS, WITHDRAWS)).isEmpty();
    assertThat(live(LATE, FIRST, WITHDRAWS, SENT_AGAIN)).containsExactly("f 0");
  }

  @Test
  void mayBeAnAmendmentAlone() {
    assertThat(live(LATE, AMENDS)).containsExactly("b 0");
  }

  @Test
  void isWhatHadBeenReceivedByTheDate() {
    Delivery[] all = {FIRST, AMENDS, AMENDS_AGAIN, RESTATES, WITHDRAWS, SENT_AGAIN};
    assertThat(live(LocalDate.of(2024, 1, 14), all)).isEmpty();
    assertThat(live(LocalDate.of(2024, 1, 15), all)).as("on the day itself").containsExactly("a 0");
    assertThat(live(LocalDate.of(2024, 2, 9), all)).containsExactly("a 0", "b 1");
    assertThat(live(LocalDate.of(2024, 2, 29), all)).containsExactly("a 0", "b 1", "c 2");
    assertThat(live(LocalDate.of(2024, 3, 31), all)).containsExactly("d 0");
    assertThat(live(LocalDate.of(2024, 4, 30), all)).isEmpty();
    assertThat(live(LATE, all)).containsExactly("f 0");
  }

  @Test
  void goesByHashWhereTwoCameOnOneDay() {
    Delivery z = delivery("z", "2024-03-01", Delivery.Mode.FULL);
    assertThat(live(LATE, RESTATES, z)).containsExactly("z 0");
    assertThat(live(LATE, z, RESTATES)).containsExactly("z 0");
  }

  @Test
  void isKeptApartBySlot() {
    Delivery otherPart =
        delivery("p", "2024-01-10", Delivery.Mode.FULL, "civil/410000/2023Q4/part2");
    Delivery otherSource =
        delivery("q", "2024-01-10", Delivery.Mode.FULL, "health/410000/2023Q4/all");
    Delivery otherQuarter =
        delivery("r", "2024-01-10", Delivery.Mode.FULL, "civil/410000/2023Q3/all");

    assertThat(live(LATE, FIRST, WITHDRAWS, otherSource, otherPart, otherQuarter))
        .as("by slot")
        .containsExactly("r 0", "p 0", "q 0");
  }

  @Test
  void doesNotDependOnTheOrderOfTheList() {
    List<Delivery> all = new ArrayList<>(List.of(FIRST, AMENDS, AMENDS_AGAIN, RESTATES));
    all.add(delivery("p", "2024-01-10", Delivery.Mode.FULL, "civil/410000/2023Q4/part2"));
    all.add(delivery("s", "2024-03-02", Delivery.Mode.AMEND));
    all.add(delivery("t", "2024-03-02", Delivery.Mode.AMEND));
    List<LiveDelivery> expected = LiveDelivery.asOf(all, LATE);
    Random random = new Random(7);
    for (int i = 0; i < 50; i++) {
      Collections.shuffle(all, random);
      assertThat(LiveDelivery.asOf(all, LATE)).isEqualTo(expected);
    }
  }
}

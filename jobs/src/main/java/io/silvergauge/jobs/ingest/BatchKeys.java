package io.silvergauge.jobs.ingest;

import io.silvergauge.indicators.document.Sha256;
import io.silvergauge.indicators.statistic.Statistic;
import io.silvergauge.indicators.statistic.TimeKind;
import io.silvergauge.jobs.assessment.Delivery;
import io.silvergauge.jobs.read.SourceDescription;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * The keys of batches: the same key, the same batch. What a key takes from the context is worked
 * out once, or once a source.
 */
public final class BatchKeys {
  private final ReadingContext context;
  private final String regionTable;
  private final Map<String, String> ofSource = new HashMap<>();

  BatchKeys(ReadingContext context) {
    this.context = context;
    this.regionTable = Sha256.of(context.names().table().getBytes(StandardCharsets.UTF_8));
  }

  /** The key of the batch that reading a delivery gives. */
  public String of(Delivery delivery, SourceDescription description) {
    String text =
        "reading "
            + ReadingContext.READING_VERSION
            + "\nfile "
            + delivery.sha256()
            + "\npath "
            + delivery.path()
            + "\nslot "
            + delivery.slot()
            + "\nreceived "
            + delivery.received()
            + '\n'
            + ofSource.computeIfAbsent(description.sha256(), x -> source(description));
    return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
  }

  private String source(SourceDescription description) {
    StringBuilder text = new StringBuilder();
    text.append("description ").append(description.sha256()).append('\n');
    text.append("regions ").append(regionTable).append('\n');
    if (!description.register().isEmpty()) {
      text.append("register ").append(context.registers().get(description.register())).append('\n');
      return text.toString();
    }
    context.statistics().values().stream()
        .filter(
            statistic ->
                description.statistics().isEmpty()
                    || description.statistics().contains(statistic.id()))
        .forEach(
            statistic ->
                text.append(checked(statistic)).append(units(statistic.unit())).append('\n'));
    return text.toString();
  }

  /** What a unit can be converted from, and how. */
  private String units(String unit) {
    StringBuilder text = new StringBuilder();
    context
        .units()
        .alike(unit)
        .forEach(
            other ->
                text.append(' ')
                    .append(other)
                    .append('=')
                    .append(context.units().factor(other, unit)));
    return text.toString();
  }

  /** What reading checks of a statistic; grain and fill apply when evaluating. */
  private static String checked(Statistic statistic) {
    return String.join(
        " ",
        "statistic",
        statistic.id(),
        statistic.unit(),
        Boolean.toString(statistic.yesNo()),
        Boolean.toString(statistic.time() == TimeKind.FLOW),
        statistic.partOf(),
        statistic.most().toPlainString(),
        Boolean.toString(statistic.negative()));
  }
}

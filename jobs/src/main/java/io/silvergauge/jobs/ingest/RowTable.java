package io.silvergauge.jobs.ingest;

import io.silvergauge.jobs.assessment.Delivery;
import io.silvergauge.jobs.read.SourceDescription;
import java.util.Map;
import java.util.Set;

/** What all rows of a sheet have in common while they are read. */
record RowTable(
    String sheet,
    Delivery delivery,
    SourceDescription description,
    ReadingContext context,
    Header header,
    CellReader cells,
    Map<String, String> codes,
    Set<Integer> numbers,
    Set<Integer> used) {}

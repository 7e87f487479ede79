package io.silvergauge.jobs.ingest;

import io.silvergauge.jobs.assessment.Delivery;
import io.silvergauge.jobs.read.SourceDescription;
import java.util.Map;
import java.util.Set;

/**
 * What all rows of a sheet have in common while they are read.
 *
 * @param numbers places of columns with numbers
 * @param used places of the columns that are read
 * @param fields what cells of a register say that were read before
 * @param personal places of columns whose heading is for names or numbers of persons
 */
record RowTable(
    String sheet,
    Delivery delivery,
    SourceDescription description,
    ReadingContext context,
    Header header,
    CellReader cells,
    KnownFields fields,
    Map<String, String> codes,
    Set<Integer> numbers,
    Set<Integer> used,
    Set<Integer> personal) {}

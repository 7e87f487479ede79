package io.silvergauge.jobs.ingest;

/**
 * What a first description is written from.
 *
 * @param text receives its lines
 * @param look the table
 * @param roles which of its columns tell region and period
 * @param names what statistics are called
 */
record DraftBasis(
    DraftText text,
    DraftLook look,
    DraftRoles roles,
    StatisticNames names,
    ReadingContext context) {}

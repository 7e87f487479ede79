package io.silvergauge.indicators.check;

import io.silvergauge.indicators.document.Bilingual;
import java.io.Serializable;
import java.time.LocalDate;

/**
 * Why a value that a warning speaks against is right all the same.
 *
 * @param check the check's id
 * @param region code of the unit
 * @param period the evaluated period, as written in data files
 * @param text the explanation
 * @param by who gave it
 * @param date when
 */
public record Justification(
    String check, String region, String period, Bilingual text, String by, LocalDate date)
    implements Serializable {}

package io.silvergauge.indicators.verification;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * What was found of one thing that was drawn, and where the sheet says so.
 *
 * @param thing what was looked at
 * @param city code of the city whose figure it is part of
 * @param reported what was reported of it when it was drawn: the numerator
 * @param found what was found
 * @param number what counts instead of what was reported: the same where that is confirmed, 0 where
 *     nothing was found or it is false
 * @param evidence hash of the photo or document that shows it
 * @param by who was there
 * @param date day of the visit
 * @param remark anything else; may be empty
 * @param sheet sheet of a workbook; empty for a text
 * @param row record of the row in it, from 1 for the header
 */
public record Visit(
    Drawing.Thing thing,
    String city,
    BigDecimal reported,
    Found found,
    BigDecimal number,
    String evidence,
    String by,
    String date,
    String remark,
    String sheet,
    long row)
    implements Serializable {}

package io.silvergauge.jobs.star;

/**
 * A unit of measure as SDMX has it: the unit, and the power of ten it is counted in (UNIT_MULT). A
 * value is so many times ten to that power of the unit; the value itself stays as it is.
 *
 * @param measure the unit without its power of ten, for example {@code 元} of 万元
 * @param multiplier 4 for 万, 8 for 亿, else 0
 */
record SdmxUnit(String measure, int multiplier) {
  private static final int TEN_THOUSAND = 4;
  private static final int HUNDRED_MILLION = 8;

  static SdmxUnit of(String unit) {
    if (unit.length() > 1 && unit.charAt(0) == '万') {
      return new SdmxUnit(unit.substring(1), TEN_THOUSAND);
    }
    if (unit.length() > 1 && unit.charAt(0) == '亿') {
      return new SdmxUnit(unit.substring(1), HUNDRED_MILLION);
    }
    return new SdmxUnit(unit, 0);
  }

  /** Its code: PT for percent as in the code lists of SDMX, else made of its name. */
  String code() {
    return measure.equals("%") ? "PT" : SdmxIds.of(measure);
  }
}

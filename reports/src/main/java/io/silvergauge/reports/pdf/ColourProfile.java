package io.silvergauge.reports.pdf;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The colours of IEC 61966-2-1 (sRGB) as an ICC profile of version 4.2, put together here from the
 * standard's figures: that of the Java platform differs from version to version, and so would our
 * documents. Primaries and white are brought to D50 by the Bradford method.
 */
final class ColourProfile {
  private static final int HEADER = 128;
  private static final int ENTRY = 12;

  /** Red, green and blue at D50, in 1/65536: the columns of the matrix to XYZ. */
  private static final int[][] PRIMARIES = {
    {28576, 14581, 912}, {25239, 46983, 6361}, {9375, 3972, 46787}
  };

  private static final int[] D50 = {63190, 65536, 54061};

  /** From D65 to D50, in 1/65536, row by row. */
  private static final int[] ADAPTATION = {
    68674, 1502, -3291, 1939, 64912, -1119, -606, 988, 49262
  };

  /** Exponent, slope, offset, slope near black and its end: 2.4, 1/1.055, … in 1/65536. */
  private static final int[] CURVE = {157286, 62119, 3417, 5072, 2651};

  private static final byte[] BYTES = made();

  private ColourProfile() {}

  static byte[] sRgb() {
    return BYTES.clone();
  }

  private static byte[] made() {
    Map<String, byte[]> tags = new LinkedHashMap<>();
    tags.put("desc", text("sRGB"));
    tags.put("cprt", text("No copyright"));
    tags.put("wtpt", numbers("XYZ ", D50));
    tags.put("chad", numbers("sf32", ADAPTATION));
    tags.put("rXYZ", numbers("XYZ ", PRIMARIES[0]));
    tags.put("gXYZ", numbers("XYZ ", PRIMARIES[1]));
    tags.put("bXYZ", numbers("XYZ ", PRIMARIES[2]));
    tags.put("rTRC", curve());
    tags.put("gTRC", curve());
    tags.put("bTRC", curve());
    return put(tags);
  }

  private static byte[] put(Map<String, byte[]> tags) {
    int place = HEADER + Integer.BYTES + tags.size() * ENTRY;
    int size = place + tags.values().stream().mapToInt(tag -> tag.length).sum();
    ByteBuffer profile = ByteBuffer.allocate(size);
    profile.putInt(size).putInt(0).putInt(0x04200000);
    profile.put(ascii("mntrRGB XYZ "));
    // The day on which IEC 61966-2-1 was published: 1999-10-18.
    for (int part : new int[] {1999, 10, 18, 0, 0, 0}) {
      profile.putShort((short) part);
    }
    profile.put(ascii("acsp")).position(68);
    for (int part : D50) {
      profile.putInt(part);
    }
    profile.position(HEADER).putInt(tags.size());
    List<byte[]> bodies = new ArrayList<>(tags.values());
    for (Map.Entry<String, byte[]> tag : tags.entrySet()) {
      profile.put(ascii(tag.getKey())).putInt(place).putInt(tag.getValue().length);
      place += tag.getValue().length;
    }
    bodies.forEach(profile::put);
    return profile.array();
  }

  private static byte[] numbers(String type, int... values) {
    ByteBuffer tag = ByteBuffer.allocate(8 + values.length * Integer.BYTES);
    tag.put(ascii(type)).putInt(0);
    for (int value : values) {
      tag.putInt(value);
    }
    return tag.array();
  }

  private static byte[] curve() {
    ByteBuffer tag = ByteBuffer.allocate(12 + CURVE.length * Integer.BYTES);
    tag.put(ascii("para")).putInt(0).putShort((short) 3).putShort((short) 0);
    for (int value : CURVE) {
      tag.putInt(value);
    }
    return tag.array();
  }

  /** A text in one language; every tag ends on a multiple of four. */
  private static byte[] text(String text) {
    byte[] letters = text.getBytes(StandardCharsets.UTF_16BE);
    ByteBuffer tag = ByteBuffer.allocate((28 + letters.length + 3) / 4 * 4);
    tag.put(ascii("mluc")).putInt(0).putInt(1).putInt(ENTRY);
    tag.put(ascii("enUS")).putInt(letters.length).putInt(28).put(letters);
    return tag.array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}

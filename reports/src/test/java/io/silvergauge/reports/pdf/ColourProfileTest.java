package io.silvergauge.reports.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import org.junit.jupiter.api.Test;

class ColourProfileTest {
  private static final ICC_ColorSpace OURS =
      new ICC_ColorSpace(ICC_Profile.getInstance(ColourProfile.sRgb()));

  /** By the standard: 0.5 is ((0.5 + 0.055) / 1.055) ^ 2.4 = 0.21404 of full light. */
  @Test
  void halfGreyIsAFifthOfTheLight() {
    float[] xyz = OURS.toCIEXYZ(new float[] {0.5f, 0.5f, 0.5f});
    assertThat(xyz[1]).isCloseTo(0.21404f, within(0.0005f));
  }

  @Test
  void coloursAreThoseOfThePlatformsProfile() {
    ColorSpace platform = ColorSpace.getInstance(ColorSpace.CS_sRGB);
    float[][] colours = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {1, 1, 1}, {0.04f, 0.33f, 0.39f}};
    for (float[] colour : colours) {
      float[] same = platform.fromCIEXYZ(OURS.toCIEXYZ(colour));
      for (int part = 0; part < colour.length; part++) {
        assertThat(same[part]).isCloseTo(colour[part], within(0.01f));
      }
    }
  }
}

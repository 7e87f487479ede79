/**
 * Natural logarithm and exponential as Java's StrictMath has them: browsers round theirs otherwise in
 * the last bit. Steps and constants are those of fdlibm 5.3 (e_log.c, e_exp.c):
 *
 * Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved. Developed at SunPro, a Sun
 * Microsystems, Inc. business. Permission to use, copy, modify, and distribute this software is
 * freely granted, provided that this notice is preserved.
 */
const Logarithm = (() => {
  const LN2_HIGH = 6.9314718036912381649e-1;
  const LN2_LOW = 1.90821492927058770002e-10;
  const view = new DataView(new ArrayBuffer(8));

  /** The upper half of a double's bits. */
  function high(x) {
    view.setFloat64(0, x);
    return view.getInt32(0);
  }

  /** The double with another upper half. */
  function withHigh(x, bits) {
    view.setFloat64(0, x);
    view.setInt32(0, bits);
    return view.getFloat64(0);
  }

  /** ln x; x = 2^k (1 + f) with f near nought, and a polynomial in f / (2 + f). */
  function ln(x) {
    if (!(x > 0) || x === Infinity) {
      return x === 0 ? -Infinity : x > 0 ? x : NaN;
    }
    const small = high(x) < 0x00100000;
    const scaled = small ? x * 2 ** 54 : x;
    const part = high(scaled) & 0x000fffff;
    const half = (part + 0x95f64) & 0x100000;
    const k = (small ? -54 : 0) + (high(scaled) >> 20) - 1023 + (half >> 20);
    const f = withHigh(scaled, part | (half ^ 0x3ff00000)) - 1;
    if ((0x000fffff & (2 + part)) < 3) {
      return nearOne(f, k);
    }
    const s = f / (2 + f);
    const z = s * s;
    const w = z * z;
    const even = w * (3.999999999940941908e-1 + w * (2.222219843214978396e-1 + w * 1.531383769920937332e-1));
    const odd = z * (6.666666666666735130e-1 + w * (2.857142874366239149e-1 + w * (1.818357216161805012e-1 + w * 1.479819860511658591e-1)));
    const rest = odd + even;
    if (((part - 0x6147a) | (0x6b851 - part)) > 0) {
      const square = 0.5 * f * f;
      return k === 0 ? f - (square - s * (square + rest)) : k * LN2_HIGH - (square - (s * (square + rest) + k * LN2_LOW) - f);
    }
    return k === 0 ? f - s * (f - rest) : k * LN2_HIGH - (s * (f - rest) - k * LN2_LOW - f);
  }

  function nearOne(f, k) {
    if (f === 0) {
      return k === 0 ? 0 : k * LN2_HIGH + k * LN2_LOW;
    }
    const rest = f * f * (0.5 - 0.33333333333333333 * f);
    return k === 0 ? f - rest : k * LN2_HIGH - (rest - k * LN2_LOW - f);
  }

  /** e^x; x = k ln 2 + r with r near nought, and a rational function of r. */
  function exp(x) {
    if (Number.isNaN(x) || x > 7.09782712893383973096e2 || x < -7.45133219101941108420e2) {
      return Number.isNaN(x) ? x : x > 0 ? Infinity : 0;
    }
    const size = high(x) & 0x7fffffff;
    let k = 0;
    let upper = x;
    let lower = 0;
    if (size > 0x3fd62e42) {
      k = size < 0x3ff0a2b2 ? (x < 0 ? -1 : 1) : Math.trunc(1.442695040888963387 * x + (x < 0 ? -0.5 : 0.5));
      upper = x - k * LN2_HIGH;
      lower = k * LN2_LOW;
    } else if (size < 0x3e300000) {
      return 1 + x;
    }
    const r = upper - lower;
    const t = r * r;
    const c = r - t * (1.66666666666666019037e-1 + t * (-2.77777777770155933842e-3 + t * (6.61375632143793436117e-5 + t * (-1.6533902205465251539e-6 + t * 4.13813679705723846039e-8))));
    if (k === 0) {
      return 1 - ((r * c) / (c - 2) - r);
    }
    const y = 1 - (lower - (r * c) / (2 - c) - upper);
    return k >= -1021 ? withHigh(y, high(y) + k * 0x100000) : withHigh(y, high(y) + (k + 1000) * 0x100000) * 2 ** -1000;
  }

  return { ln, exp };
})();

if (typeof module !== "undefined") {
  module.exports = Logarithm;
}

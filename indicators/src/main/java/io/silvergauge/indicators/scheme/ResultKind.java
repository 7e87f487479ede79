package io.silvergauge.indicators.scheme;

import java.util.Locale;

/** The two results of an evaluation, never mixed. */
public enum ResultKind {
  /** 完成度: how far a city keeps its own plan. */
  FULFILMENT,
  /** 水平: where it stands on the scheme's common posts; only this one is ranked. */
  STANDING;

  /** The name used in data files. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}

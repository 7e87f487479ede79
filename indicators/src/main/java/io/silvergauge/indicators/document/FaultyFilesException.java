package io.silvergauge.indicators.document;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown when files that people write are wrong; carries every fault that was found. */
public final class FaultyFilesException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final List<Fault> faults;

  /** Carries these faults, in their order. */
  public FaultyFilesException(List<Fault> faults) {
    super(
        faults.stream()
            .map(fault -> fault.in(Language.EN))
            .collect(Collectors.joining(System.lineSeparator())));
    this.faults = List.copyOf(faults);
  }

  /** The faults, in the order of {@link Faults#all}. */
  public List<Fault> faults() {
    return faults;
  }
}

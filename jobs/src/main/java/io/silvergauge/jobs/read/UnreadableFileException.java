package io.silvergauge.jobs.read;

import io.silvergauge.indicators.document.Bilingual;

/** Thrown where a file, or a file in a container, cannot be read or must not be. */
public final class UnreadableFileException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why a file is not read. */
  public enum Why {
    /** It has no bytes. */
    EMPTY,
    /** It is damaged or breaks the rules of its format. */
    DAMAGED,
    /** Its bytes are no text in the expected encoding. */
    TEXT,
    /** It is of a kind that is not read, such as a Word document. */
    KIND,
    /** It is larger, deeper or more densely packed than is read. */
    LIMIT,
    /** It holds something that no honest file holds, such as a path out of its container. */
    UNSAFE,
    /** It is locked with a password. */
    PROTECTED
  }

  private final Why why;
  private final transient Bilingual text;

  /**
   * A file that is not read.
   *
   * @param text what is wrong and what would be right, without the file's name
   */
  public UnreadableFileException(Why why, Bilingual text) {
    super(text.en());
    this.why = why;
    this.text = text;
  }

  static UnreadableFileException of(Why why, String zh, String en, Object... arguments) {
    return new UnreadableFileException(why, Bilingual.of(zh, en, arguments));
  }

  /** Why it is not read. */
  public Why why() {
    return why;
  }

  /** What is wrong and what would be right, without the file's name. */
  public Bilingual text() {
    return text;
  }
}

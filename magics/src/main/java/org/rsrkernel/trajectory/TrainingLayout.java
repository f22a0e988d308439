package org.rsrkernel.trajectory;

/** The layouts in which rows are written for training tools. */
public enum TrainingLayout {
  /** Each row's messages under the name and in the very characters it was loaded with. */
  AS_LOADED,
  /** {@code messages} of {@code role} and {@code content}: TRL and most others. */
  MESSAGES,
  /** {@code conversations} of {@code from} and {@code value}, and {@code system}: ShareGPT. */
  SHAREGPT,
  /**
   * {@code instruction}, {@code input}, {@code output}, {@code system}, {@code history}: Alpaca.
   */
  ALPACA
}

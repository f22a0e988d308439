package org.rsrkernel.kernel.magic;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;

/** A cell's body shown as it is. */
final class RawDisplay {
  private RawDisplay() {}

  static DisplayData of(String mimeType, String body) {
    DisplayData shown = new DisplayData(body);
    shown.putData(mimeType, body);
    return shown;
  }
}

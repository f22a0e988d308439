package org.rsrkernel.student.decoder;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.IValue;
import java.util.List;

/** How a layer makes its states, [N, D], of those before it. */
@FunctionalInterface
interface LayerStep {

  /**
   * Computes one layer.
   *
   * @param states those before the layer; may be written to, and be what is returned
   * @param rotation cosines and sines of all tokens
   * @param window how many tokens a token sees, its own included; 0 for all
   */
  PtNDArray of(PtNDArray states, List<PtNDArray> rotation, long window, IValue weights)
      throws InterruptedException;
}

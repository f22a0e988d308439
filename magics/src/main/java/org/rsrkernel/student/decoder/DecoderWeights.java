package org.rsrkernel.student.decoder;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.IValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A decoder's weights as the program takes them: a dictionary for the ends, one for each layer. */
final class DecoderWeights implements AutoCloseable {

  private final IValue ends;
  private final List<IValue> layers = new ArrayList<>();
  private final long values;

  /** Takes tensors that a manager owns; that manager must be closed after this. */
  DecoderWeights(Map<String, PtNDArray> ends, List<Map<String, PtNDArray>> layers, long values) {
    this.ends = IValue.stringMapFrom(ends);
    layers.forEach(layer -> this.layers.add(IValue.stringMapFrom(layer)));
    this.values = values;
  }

  IValue ends() {
    return ends;
  }

  IValue layer(int index) {
    return layers.get(index);
  }

  /** How many numbers they are. */
  long values() {
    return values;
  }

  @Override
  public void close() {
    layers.forEach(IValue::close);
    ends.close();
  }
}

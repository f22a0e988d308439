package org.rsrkernel.student.decoder;

import java.util.Set;

/** Models of one build, which differ in sizes and switches alone. */
interface DecoderFamily {

  /** What {@code model_type} says in their {@code config.json}. */
  Set<String> modelTypes();

  /** Reads a model's configuration; the weights are not looked at. */
  DecoderDescription describe(ModelConfig config);

  /** What names of all tensors but the head's begin with; some files leave it out. */
  default String prefix() {
    return "model.";
  }
}

package org.rsrkernel.student.decoder;

import java.util.Set;

/** Models of one build, which differ in sizes alone. */
interface DecoderFamily {

  /** What {@code model_type} says in their {@code config.json}. */
  Set<String> modelTypes();

  /** Reads a model's configuration; the weights are not looked at. */
  DecoderDescription describe(ModelConfig config);
}

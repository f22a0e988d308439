package org.rsrkernel.student;

/**
 * What a user wants to know of an open student.
 *
 * @param architecture the family, as {@code config.json} calls it: {@code llama}
 * @param parameters weights counted once, tied ones too
 * @param vocabularySize width of the logits; may be padded beyond the tokenizer's
 * @param contextLength most tokens the student was made for
 * @param weightBytes memory the weights take in the computing type
 * @param loadSeconds from opening the files until the first pass can run
 */
public record StudentCard(
    String name,
    String architecture,
    long parameters,
    ComputeType dtype,
    Device device,
    int threads,
    int vocabularySize,
    int contextLength,
    int layers,
    int hiddenSize,
    long weightBytes,
    double loadSeconds) {}

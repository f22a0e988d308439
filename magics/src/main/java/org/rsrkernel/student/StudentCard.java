package org.rsrkernel.student;

/**
 * What a user wants to know of an open student.
 *
 * @param architecture the family, as {@code config.json} calls it: {@code llama}
 * @param parameters weights counted once, tied ones too
 * @param dtypeReason why it computes in this type, in words
 * @param vocabularySize width of the logits; may be padded beyond the tokenizer's
 * @param contextLength most tokens the student was made for
 * @param template where the chat template comes from, in words
 * @param weightBytes memory the weights take in the computing type
 * @param loadSeconds from opening the files until the first pass can run
 */
public record StudentCard(
    String name,
    String architecture,
    long parameters,
    ComputeType dtype,
    String dtypeReason,
    Device device,
    int threads,
    int vocabularySize,
    int contextLength,
    int layers,
    int hiddenSize,
    String template,
    long weightBytes,
    double loadSeconds) {}

package org.rsrkernel.student.gguf;

import org.rsrkernel.student.weights.ContentDigest;

/** The digest of a GGUF file's metadata and tensors. */
final class GgufFingerprint {

  private GgufFingerprint() {}

  static String of(GgufFile file) {
    ContentDigest digest = new ContentDigest();
    file.metadata().values().forEach((key, value) -> digest.text(key).text(value.toString()));
    file.tensors()
        .values()
        .forEach(
            tensor ->
                digest
                    .text(tensor.name() + tensor.shape() + tensor.type())
                    .samples(file.file(), tensor.offset(), tensor.bytes()));
    return digest.hex();
  }
}

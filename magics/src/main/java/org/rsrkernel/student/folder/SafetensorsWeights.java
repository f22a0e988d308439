package org.rsrkernel.student.folder;

import java.nio.FloatBuffer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rsrkernel.student.StoredTensor;
import org.rsrkernel.student.StoredTensor.StoredType;
import org.rsrkernel.student.StudentException;
import org.rsrkernel.student.WeightSource;
import org.rsrkernel.student.weights.ContentDigest;
import org.rsrkernel.student.weights.TensorData;

/** The tensors of one safetensors file or of several shards. */
final class SafetensorsWeights implements WeightSource, AutoCloseable {

  private final String folder;
  private final List<SafetensorsFile> files;
  private final Map<String, SafetensorsFile> holders;

  SafetensorsWeights(String folder, List<SafetensorsFile> files) {
    this.folder = folder;
    this.files = List.copyOf(files);
    Map<String, SafetensorsFile> holders = new LinkedHashMap<>();
    for (SafetensorsFile file : files) {
      for (String name : file.entries().keySet()) {
        SafetensorsFile other = holders.put(name, file);
        if (other != null) {
          throw new StudentException(
              "Tensor '%s' is in both %s and %s."
                  .formatted(name, other.file().path(), file.file().path()));
        }
      }
    }
    this.holders = Collections.unmodifiableMap(holders);
  }

  @Override
  public Set<String> names() {
    return holders.keySet();
  }

  @Override
  public long[] shape(String name) {
    return entry(name).shape().stream().mapToLong(Long::longValue).toArray();
  }

  @Override
  public Optional<StoredType> type(String name) {
    return entry(name).type();
  }

  @Override
  public Optional<StoredTensor> stored(String name) {
    SafetensorsEntry entry = entry(name);
    return Optional.of(
        new StoredTensor(
            holder(name).file().path(), entry.offset(), entry.bytes(), type(entry, name)));
  }

  @Override
  public void read(String name, long firstRow, FloatBuffer target) {
    SafetensorsEntry entry = entry(name);
    StoredType type = type(entry, name);
    long[] shape = shape(name);
    long rowValues = shape.length == 0 ? 1 : shape[shape.length - 1];
    TensorData.inOrder(
            holder(name).file(),
            entry.offset(),
            entry.bytes() / type.bytes(),
            SafetensorsEntry.decoder(type))
        .read(firstRow * rowValues, target);
  }

  @Override
  public void checkUnchanged() {
    files.forEach(file -> file.file().checkUnchanged());
  }

  /** Adds every tensor to the digest. */
  void digest(ContentDigest digest) {
    holders.forEach(
        (name, holder) -> {
          SafetensorsEntry entry = holder.entries().get(name);
          digest
              .text(name + entry.dtype() + entry.shape())
              .samples(holder.file(), entry.offset(), entry.bytes());
        });
  }

  @Override
  public void close() {
    files.forEach(SafetensorsFile::close);
  }

  private SafetensorsEntry entry(String name) {
    return holder(name).entries().get(name);
  }

  private SafetensorsFile holder(String name) {
    SafetensorsFile holder = holders.get(name);
    if (holder == null) {
      throw new StudentException(folder + " has no tensor '" + name + "'.");
    }
    return holder;
  }

  private StoredType type(SafetensorsEntry entry, String name) {
    return entry
        .type()
        .orElseThrow(
            () ->
                new StudentException(
                    "%s: tensor '%s' is stored as %s, which is not supported. Supported: F32, F16, BF16."
                        .formatted(holder(name).file().path(), name, entry.dtype())));
  }
}

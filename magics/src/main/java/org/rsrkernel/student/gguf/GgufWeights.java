package org.rsrkernel.student.gguf;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.FloatBuffer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rsrkernel.student.StoredTensor;
import org.rsrkernel.student.StoredTensor.StoredType;
import org.rsrkernel.student.StudentException;
import org.rsrkernel.student.WeightSource;
import org.rsrkernel.student.gguf.GgufLayout.Storage;
import org.rsrkernel.student.weights.TensorData;

/** The tensors of a GGUF file under transformers' names, with what llama.cpp did to them undone. */
final class GgufWeights implements WeightSource {

  private final GgufFile file;
  private final GgufLayout layout;
  private final HeadRows heads;
  private final Map<String, GgufTensor> tensors; // by transformers' names

  GgufWeights(GgufFile file, GgufLayout layout, JsonNode config) {
    this.file = file;
    this.layout = layout;
    this.heads = HeadRows.of(config);
    Map<String, GgufTensor> named = new LinkedHashMap<>();
    for (GgufTensor tensor : file.tensors().values()) {
      layout.transformersName(tensor.name()).ifPresent(name -> named.put(name, tensor));
    }
    this.tensors = Collections.unmodifiableMap(named);
  }

  @Override
  public Set<String> names() {
    return tensors.keySet();
  }

  @Override
  public long[] shape(String name) {
    return tensor(name).shape().stream().mapToLong(Long::longValue).toArray();
  }

  @Override
  public Optional<StoredType> type(String name) {
    return tensor(name).type().plain();
  }

  @Override
  public Optional<StoredTensor> stored(String name) {
    GgufTensor tensor = tensor(name);
    if (isPermuted(tensor) || isNormPlusOne(tensor)) {
      return Optional.empty();
    }
    return tensor
        .type()
        .plain()
        .map(type -> new StoredTensor(file.file().path(), tensor.offset(), tensor.bytes(), type));
  }

  @Override
  public void read(String name, long firstRow, FloatBuffer target) {
    GgufTensor tensor = tensor(name);
    int start = target.position();
    long rowValues = tensor.shape().get(tensor.shape().size() - 1);
    data(tensor).read(firstRow * rowValues, target);
    if (isNormPlusOne(tensor)) {
      for (int i = start; i < target.position(); i++) {
        target.put(i, target.get(i) - 1);
      }
    }
  }

  @Override
  public void checkUnchanged() {
    file.file().checkUnchanged();
  }

  private TensorData data(GgufTensor tensor) {
    if (!isPermuted(tensor)) {
      return TensorData.inOrder(
          file.file(), tensor.offset(), tensor.values(), tensor.type().decoder());
    }
    long rows = tensor.shape().get(0);
    long rowValues = tensor.values() / rows;
    if (rowValues % tensor.type().blockValues() != 0 || rowValues > 1 << 24) {
      throw new StudentException(
          "%s: the %d rows of '%s' cannot be put back in order."
              .formatted(file.file().path(), rows, tensor.name()));
    }
    long headCount = heads.of(tensor);
    return TensorData.inRows(
        file.file(),
        tensor.offset(),
        rows,
        (int) rowValues,
        tensor.type().decoder(),
        HeadRows.storedRow(rows, headCount));
  }

  private boolean isPermuted(GgufTensor tensor) {
    return layout.storage() == Storage.PERMUTED_HEADS && HeadRows.concerns(tensor);
  }

  private boolean isNormPlusOne(GgufTensor tensor) {
    return layout.storage() == Storage.NORMS_PLUS_ONE && tensor.name().contains("norm.weight");
  }

  private GgufTensor tensor(String name) {
    GgufTensor tensor = tensors.get(name);
    if (tensor == null) {
      throw new StudentException(file.file().path() + " has no tensor '" + name + "'.");
    }
    return tensor;
  }
}

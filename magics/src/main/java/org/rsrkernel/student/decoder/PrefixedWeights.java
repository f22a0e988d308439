package org.rsrkernel.student.decoder;

import java.nio.FloatBuffer;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rsrkernel.student.StoredTensor;
import org.rsrkernel.student.StoredTensor.StoredType;
import org.rsrkernel.student.WeightSource;

/**
 * Weights of files that leave out what names begin with: {@code h.0.} for {@code transformer.h.0.}.
 */
final class PrefixedWeights implements WeightSource {

  private final WeightSource files;
  private final String prefix;

  private PrefixedWeights(WeightSource files, String prefix) {
    this.files = files;
    this.prefix = prefix;
  }

  /** The files' weights under names that begin with the prefix, whether they have it or not. */
  static WeightSource of(WeightSource files, String prefix) {
    boolean complete = files.names().stream().anyMatch(name -> name.startsWith(prefix));
    return complete ? files : new PrefixedWeights(files, prefix);
  }

  @Override
  public Set<String> names() {
    return files.names().stream().map(prefix::concat).collect(Collectors.toSet());
  }

  @Override
  public long[] shape(String name) {
    return files.shape(inFiles(name));
  }

  @Override
  public Optional<StoredType> type(String name) {
    return files.type(inFiles(name));
  }

  @Override
  public Optional<StoredTensor> stored(String name) {
    return files.stored(inFiles(name));
  }

  @Override
  public void checkUnchanged() {
    files.checkUnchanged();
  }

  @Override
  public void read(String name, long firstRow, FloatBuffer target) {
    files.read(inFiles(name), firstRow, target);
  }

  private String inFiles(String name) {
    return name.substring(prefix.length());
  }
}

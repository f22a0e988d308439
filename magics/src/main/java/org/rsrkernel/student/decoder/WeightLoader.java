package org.rsrkernel.student.decoder;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rsrkernel.student.ComputeType;
import org.rsrkernel.student.StoredTensor;
import org.rsrkernel.student.WeightSource;
import org.rsrkernel.student.decoder.WeightRecipe.Layout;
import org.rsrkernel.student.decoder.WeightRecipe.Piece;

/**
 * Makes a decoder's weights from its files.
 *
 * <p>A tensor that is stored as it is needed stays in the file, mapped. Every other is allocated
 * once, in the computing type, and filled piece by piece; what it is filled from is unmapped at
 * once. So memory never holds much more than the weights.
 */
final class WeightLoader {

  private static final int STAGING_VALUES = 1 << 24;

  private final DecoderProgram program;
  private final WeightSource source;
  private final ComputeType type;
  private final PtNDManager device; // owns the weights
  private final PtNDManager host; // owns what files are mapped to
  private final PtNDArray onDevice; // says where to allocate
  private final Map<Path, PtNDArray> mappings = new HashMap<>();
  private ByteBuffer staging;
  private long values;

  WeightLoader(
      DecoderProgram program,
      WeightSource source,
      ComputeType type,
      PtNDManager device,
      PtNDManager host) {
    this.program = program;
    this.source = source;
    this.type = type;
    this.device = device;
    this.host = host;
    this.onDevice = (PtNDArray) device.create(new float[1]);
  }

  DecoderWeights load(DecoderDescription description) {
    Map<String, PtNDArray> ends = make(description.ends());
    ends.putIfAbsent("head", ends.get("token_embedding"));
    List<Map<String, PtNDArray>> layers = new ArrayList<>();
    for (DecoderDescription.Layer layer : description.layers()) {
      layers.add(make(layer.weights()));
    }
    staging = null;
    return new DecoderWeights(ends, layers, values);
  }

  private Map<String, PtNDArray> make(List<WeightRecipe> recipes) {
    Map<String, PtNDArray> weights = new LinkedHashMap<>();
    for (WeightRecipe recipe : recipes) {
      weights.put(recipe.name(), make(recipe));
      values += recipe.rows() * recipe.rowSize();
    }
    return weights;
  }

  private PtNDArray make(WeightRecipe recipe) {
    if (recipe.isPlain() && !device.getDevice().isGpu()) {
      StoredTensor stored = source.stored(recipe.pieces().get(0).tensor()).orElse(null);
      if (stored != null
          && mappable(stored)
          && TorchTypes.of(stored.type()) == TorchTypes.of(type)) {
        PtNDArray file = mappings.computeIfAbsent(stored.file(), path -> map(host, stored));
        return program.view(device, file, first(stored), recipe.shape());
      }
    }
    PtNDArray weight = program.allocate(device, recipe.shape(), type, onDevice);
    long row = 0;
    for (Piece piece : recipe.pieces()) {
      fill(weight, row, recipe, piece);
      row += piece.rows();
    }
    return weight;
  }

  private void fill(PtNDArray weight, long firstRow, WeightRecipe recipe, Piece piece) {
    StoredTensor stored = source.stored(piece.tensor()).orElse(null);
    if (stored == null || !mappable(stored)) {
      read(weight, firstRow, recipe, piece);
      return;
    }
    try (PtNDManager passing = (PtNDManager) host.newSubManager()) {
      PtNDArray file = map(passing, stored);
      long[] shape = WeightCheck.storedShape(recipe, piece);
      PtNDArray values = program.view(passing, file, first(stored), shape);
      program.fill(weight, firstRow, program.layOut(passing, values, piece.layout()));
    }
  }

  /**
   * Reads through a buffer of limited size, whole rows at a time; all at once what has to be laid
   * out anew, or is a vector, which is one row of the file.
   */
  private void read(PtNDArray weight, long firstRow, WeightRecipe recipe, Piece piece) {
    long[] shape = WeightCheck.storedShape(recipe, piece);
    boolean atOnce = piece.layout() != Layout.PLAIN || shape.length == 1;
    long step =
        atOnce ? shape[0] : Math.max(1, Math.min(shape[0], STAGING_VALUES / recipe.rowSize()));
    for (long row = 0; row < shape[0]; row += step) {
      long[] part = shape.clone();
      part[0] = Math.min(step, shape[0] - row);
      ByteBuffer bytes = staging(new Shape(part).size());
      source.read(piece.tensor(), row, bytes.asFloatBuffer());
      try (PtNDManager passing = (PtNDManager) host.newSubManager()) {
        PtNDArray values =
            JniUtils.createNdFromByteBuffer(
                passing,
                bytes,
                new Shape(part),
                DataType.FLOAT32,
                SparseFormat.DENSE,
                host.getDevice());
        program.fill(weight, firstRow + row, program.layOut(passing, values, piece.layout()));
      }
    }
  }

  private ByteBuffer staging(long count) {
    int bytes = Math.toIntExact(count * Float.BYTES);
    if (staging == null || staging.capacity() < bytes) {
      staging = ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
    }
    return staging.clear().limit(bytes).slice().order(ByteOrder.nativeOrder());
  }

  private PtNDArray map(PtNDManager owner, StoredTensor stored) {
    try {
      long count = Files.size(stored.file()) / stored.type().bytes();
      return program.map(owner, stored.file().toString(), count, TorchTypes.of(stored.type()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean mappable(StoredTensor stored) {
    return stored.offset() % stored.type().bytes() == 0;
  }

  private static long first(StoredTensor stored) {
    return stored.offset() / stored.type().bytes();
  }
}

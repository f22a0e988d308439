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

  private final String student;
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
      String student,
      DecoderProgram program,
      WeightSource source,
      ComputeType type,
      PtNDManager device,
      PtNDManager host) {
    this.student = student;
    this.program = program;
    this.source = source;
    this.type = type;
    this.device = device;
    this.host = host;
    this.onDevice = (PtNDArray) device.create(new float[1]);
  }

  DecoderWeights load(DecoderDescription description) {
    WeightCheck.of(student, description, source);
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
      long[] shape = recipe.shape(piece.rows());
      program.fill(weight, firstRow, program.view(passing, file, first(stored), shape));
    }
  }

  /** Reads through a buffer of limited size, whole rows at a time. */
  private void read(PtNDArray weight, long firstRow, WeightRecipe recipe, Piece piece) {
    long rowSize = recipe.rowSize();
    int rowsAtOnce = (int) Math.max(1, Math.min(piece.rows(), STAGING_VALUES / rowSize));
    boolean vector = recipe.rowShape().isEmpty(); // one row of the file, many of ours
    int step = vector ? piece.rows() : rowsAtOnce;
    for (int row = 0; row < piece.rows(); row += step) {
      int rows = Math.min(step, piece.rows() - row);
      ByteBuffer bytes = staging(Math.toIntExact(rows * rowSize));
      source.read(piece.tensor(), vector ? 0 : row, bytes.asFloatBuffer());
      Shape shape = new Shape(recipe.shape(rows));
      try (PtNDArray part =
          JniUtils.createNdFromByteBuffer(
              host, bytes, shape, DataType.FLOAT32, SparseFormat.DENSE, host.getDevice())) {
        program.fill(weight, firstRow + row, part);
      }
    }
  }

  private ByteBuffer staging(int count) {
    int bytes = Math.multiplyExact(count, Float.BYTES);
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

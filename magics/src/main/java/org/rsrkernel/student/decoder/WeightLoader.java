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
import java.util.Optional;
import java.util.stream.Stream;
import org.rsrkernel.student.ComputeType;
import org.rsrkernel.student.StoredTensor;
import org.rsrkernel.student.WeightSource;
import org.rsrkernel.student.decoder.WeightRecipe.Layout;
import org.rsrkernel.student.decoder.WeightRecipe.Piece;

/**
 * Makes a decoder's weights from its files.
 *
 * <p>What is stored as it is needed stays in the file, mapped: a tensor, or several that are fused
 * and lie one behind the other. All other weights lie in one stretch of memory, in the computing
 * type, where large pages serve them: a pass reads all of them, and is up to a tenth faster so.
 * They are filled from a few megabytes of the file at a time, which are unmapped at once. So memory
 * never holds much more than the weights.
 */
final class WeightLoader {

  private static final int VALUES_AT_ONCE = 1 << 20;
  private static final int VALUES_OF_A_START = 64; // a weight starts at a multiple of a cache line

  private final DecoderProgram program;
  private final WeightSource source;
  private final ComputeType type;
  private final PtNDManager device; // owns the weights
  private final PtNDManager host; // owns what files are mapped to
  private final PtNDArray onDevice; // says where to allocate
  private final Map<Path, PtNDArray> mappings = new HashMap<>();
  private ByteBuffer staging;
  private PtNDArray stretch;
  private long taken; // values of it
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
    long[] size = {sizeInStretch(description)};
    stretch = program.allocate(device, size, type, onDevice);
    Map<String, PtNDArray> ends = make(description.ends());
    ends.putIfAbsent("head", ends.get("token_embedding"));
    List<Map<String, PtNDArray>> layers = new ArrayList<>();
    for (DecoderDescription.Layer layer : description.layers()) {
      layers.add(make(layer.weights()));
    }
    staging = null;
    return new DecoderWeights(ends, layers, values);
  }

  private long sizeInStretch(DecoderDescription description) {
    Stream<WeightRecipe> ofLayers =
        description.layers().stream().flatMap(l -> l.weights().stream());
    return Stream.concat(description.ends().stream(), ofLayers)
        .filter(recipe -> readyInFile(recipe).isEmpty())
        .mapToLong(WeightLoader::sizeInStretch)
        .sum();
  }

  private static long sizeInStretch(WeightRecipe recipe) {
    long size = recipe.rows() * recipe.rowSize();
    return (size + VALUES_OF_A_START - 1) / VALUES_OF_A_START * VALUES_OF_A_START;
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
    Optional<StoredTensor> ready = readyInFile(recipe);
    if (ready.isPresent()) {
      StoredTensor stored = ready.get();
      PtNDArray file = mappings.computeIfAbsent(stored.file(), path -> map(host, stored));
      return program.view(device, file, first(stored), recipe.shape());
    }
    PtNDArray weight = program.view(device, stretch, taken, recipe.shape());
    taken += sizeInStretch(recipe);
    long row = 0;
    for (Piece piece : recipe.pieces()) {
      fill(weight, row, recipe, piece);
      row += piece.rows();
    }
    return weight;
  }

  /** Where the file holds the weight just as it is computed with. */
  private Optional<StoredTensor> readyInFile(WeightRecipe recipe) {
    if (device.getDevice().isGpu()
        || recipe.pieces().stream().anyMatch(piece -> piece.layout() != Layout.PLAIN)) {
      return Optional.empty();
    }
    return recipe.pieces().stream()
        .map(piece -> source.stored(piece.tensor()))
        .reduce((before, next) -> before.flatMap(first -> next.flatMap(first::joined)))
        .flatMap(whole -> whole)
        .filter(whole -> mappable(whole) && TorchTypes.of(whole.type()) == TorchTypes.of(type));
  }

  private void fill(PtNDArray weight, long firstRow, WeightRecipe recipe, Piece piece) {
    StoredTensor stored = source.stored(piece.tensor()).orElse(null);
    if (stored == null || !mappable(stored)) {
      read(weight, firstRow, recipe, piece);
      return;
    }
    long[] shape = WeightCheck.storedShape(recipe, piece);
    long step = rowsAtOnce(recipe, piece);
    for (long row = 0; row < shape[0]; row += step) {
      long[] part = part(shape, row, step);
      try (PtNDManager passing = (PtNDManager) host.newSubManager()) {
        long from = first(stored) + row * recipe.rowSize();
        PtNDArray values = program.view(passing, map(passing, stored), from, part);
        program.fill(weight, firstRow + row, program.layOut(passing, values, piece.layout()));
      }
    }
  }

  /** Reads through a buffer; a vector at once, since it is one row of the file. */
  private void read(PtNDArray weight, long firstRow, WeightRecipe recipe, Piece piece) {
    long[] shape = WeightCheck.storedShape(recipe, piece);
    long step = shape.length == 1 ? shape[0] : rowsAtOnce(recipe, piece);
    for (long row = 0; row < shape[0]; row += step) {
      long[] part = part(shape, row, step);
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

  /** Rows that make a few megabytes; all of a tensor that has to be laid out anew. */
  private static long rowsAtOnce(WeightRecipe recipe, Piece piece) {
    return piece.layout() == Layout.PLAIN
        ? Math.max(1, VALUES_AT_ONCE / recipe.rowSize())
        : Long.MAX_VALUE;
  }

  /** Shape of the rows from {@code row} on, {@code step} or those that are left. */
  private static long[] part(long[] shape, long row, long step) {
    long[] part = shape.clone();
    part[0] = Math.min(step, shape[0] - row);
    return part;
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

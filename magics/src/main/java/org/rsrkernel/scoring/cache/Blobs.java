package org.rsrkernel.scoring.cache;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import org.rsrkernel.scoring.TokenScores;

/** Arrays of token scores as little-endian bytes, which is how NumPy reads them too. */
final class Blobs {

  private Blobs() {}

  @FunctionalInterface
  interface IntAt {
    int at(int index);
  }

  @FunctionalInterface
  interface FloatAt {
    float at(int index);
  }

  static byte[] tokenIds(TokenScores scores) {
    return ints(scores.sequenceLength(), scores::tokenId);
  }

  static byte[] ints(int count, IntAt values) {
    ByteBuffer bytes = ByteBuffer.allocate(count * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int k = 0; k < count; k++) {
      bytes.putInt(values.at(k));
    }
    return bytes.array();
  }

  static byte[] floats(int count, FloatAt values) {
    ByteBuffer bytes = ByteBuffer.allocate(count * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int k = 0; k < count; k++) {
      bytes.putFloat(values.at(k));
    }
    return bytes.array();
  }

  static int[] toInts(byte[] bytes) {
    IntBuffer source = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
    int[] values = new int[source.remaining()];
    source.get(values);
    return values;
  }

  static float[] toFloats(byte[] bytes) {
    FloatBuffer source = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    float[] values = new float[source.remaining()];
    source.get(values);
    return values;
  }
}

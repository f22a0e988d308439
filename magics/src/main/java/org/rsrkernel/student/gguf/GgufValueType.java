package org.rsrkernel.student.gguf;

import java.util.ArrayList;
import java.util.List;

/** The types of metadata values, in the order of their numbers. */
enum GgufValueType {
  UINT8(1),
  INT8(1),
  UINT16(2),
  INT16(2),
  UINT32(4),
  INT32(4),
  FLOAT32(4),
  BOOL(1),
  STRING(8),
  ARRAY(12),
  UINT64(8),
  INT64(8),
  FLOAT64(8);

  private final int leastBytes;

  GgufValueType(int leastBytes) {
    this.leastBytes = leastBytes;
  }

  static GgufValueType next(GgufCursor cursor, String key) {
    int number = cursor.readInt();
    if (number < 0 || number >= values().length) {
      throw cursor.malformed(
          "metadata '%s' has the unknown type %s".formatted(key, Integer.toUnsignedString(number)));
    }
    return values()[number];
  }

  /**
   * The value as {@code Long}, {@code Double}, {@code Boolean}, {@code String} or list of these.
   */
  Object read(GgufCursor cursor, String key) {
    return switch (this) {
      case UINT8 -> (long) (cursor.readByte() & 0xff);
      case INT8 -> (long) cursor.readByte();
      case UINT16 -> (long) (cursor.readShort() & 0xffff);
      case INT16 -> (long) cursor.readShort();
      case UINT32 -> cursor.readInt() & 0xffffffffL;
      case INT32 -> (long) cursor.readInt();
      case FLOAT32 -> (double) Float.intBitsToFloat(cursor.readInt());
      case BOOL -> cursor.readByte() != 0;
      case STRING -> cursor.readString("metadata '" + key + "'");
      case ARRAY -> readArray(cursor, key);
      case UINT64, INT64 -> cursor.readLong();
      case FLOAT64 -> Double.longBitsToDouble(cursor.readLong());
    };
  }

  private static List<Object> readArray(GgufCursor cursor, String key) {
    GgufValueType type = next(cursor, key);
    if (type == ARRAY) {
      throw cursor.malformed("metadata '" + key + "' is an array of arrays");
    }
    int count = cursor.readCount("elements of metadata '" + key + "'", type.leastBytes);
    List<Object> list = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      list.add(type.read(cursor, key));
    }
    return list;
  }
}

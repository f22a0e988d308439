package org.rsrkernel.student;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where a student computes.
 *
 * @param index which GPU, counted from 0; 0 for the others
 */
public record Device(Kind kind, int index) {

  /** What computes. {@code AUTO} becomes every GPU there is, the CPU where there is none. */
  public enum Kind {
    AUTO,
    CPU,
    GPU
  }

  public static final Device AUTO = new Device(Kind.AUTO, 0);
  public static final Device CPU = new Device(Kind.CPU, 0);

  private static final Pattern GPU_NUMBER = Pattern.compile("gpu:(\\d{1,3})");

  /** A GPU, counted from 0. */
  public static Device gpu(int index) {
    return new Device(Kind.GPU, index);
  }

  /** Reads {@code auto}, {@code cpu}, {@code gpu} (the first) or {@code gpu:N}. */
  public static Device parse(String text) {
    Matcher numbered = GPU_NUMBER.matcher(text);
    if (numbered.matches()) {
      return gpu(Integer.parseInt(numbered.group(1)));
    }
    return switch (text) {
      case "auto" -> AUTO;
      case "cpu" -> CPU;
      case "gpu" -> gpu(0);
      default ->
          throw new StudentException(
              "unknown device '%s': auto, cpu, gpu and gpu:N are known".formatted(text));
    };
  }

  /** Reads devices separated by commas: {@code gpu:0,gpu:1}. */
  public static List<Device> parseAll(String text) {
    return Stream.of(text.split(",", -1)).map(String::strip).map(Device::parse).toList();
  }

  public boolean isGpu() {
    return kind == Kind.GPU;
  }

  @Override
  public String toString() {
    return switch (kind) {
      case AUTO -> "auto";
      case CPU -> "cpu";
      case GPU -> "gpu:" + index;
    };
  }
}

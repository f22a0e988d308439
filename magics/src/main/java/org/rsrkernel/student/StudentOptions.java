package org.rsrkernel.student;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a student is to be opened.
 *
 * @param devices one replica on each; {@code AUTO} is every GPU there is, or the CPU
 * @param chatTemplate text of a chat template to use instead of the student's own
 * @param threads CPU threads of each replica; the physical cores, shared out, if empty
 */
public record StudentOptions(
    List<Device> devices, Dtype dtype, Optional<String> chatTemplate, OptionalInt threads) {

  public StudentOptions {
    devices = List.copyOf(devices);
    if (devices.isEmpty()) {
      throw new StudentException("a student needs a device");
    }
    if (threads.isPresent() && threads.getAsInt() < 1) {
      throw new StudentException("a student needs at least 1 thread, not " + threads.getAsInt());
    }
  }

  /** Device, type and threads chosen by the machine; the student's own template. */
  public static StudentOptions defaults() {
    return new StudentOptions(
        List.of(Device.AUTO), Dtype.AUTO, Optional.empty(), OptionalInt.empty());
  }

  public StudentOptions withDevice(Device other) {
    return withDevices(List.of(other));
  }

  /** One replica of the student on each device. */
  public StudentOptions withDevices(List<Device> others) {
    return new StudentOptions(others, dtype, chatTemplate, threads);
  }

  public StudentOptions withDtype(Dtype other) {
    return new StudentOptions(devices, other, chatTemplate, threads);
  }

  public StudentOptions withChatTemplate(String text) {
    return new StudentOptions(devices, dtype, Optional.of(text), threads);
  }

  public StudentOptions withThreads(int count) {
    return new StudentOptions(devices, dtype, chatTemplate, OptionalInt.of(count));
  }
}

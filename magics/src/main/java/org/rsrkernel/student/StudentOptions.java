package org.rsrkernel.student;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a student is to be opened.
 *
 * @param chatTemplate text of a chat template to use instead of the student's own
 * @param threads CPU threads; the physical cores if empty
 */
public record StudentOptions(
    Device device, Dtype dtype, Optional<String> chatTemplate, OptionalInt threads) {

  public StudentOptions {
    if (threads.isPresent() && threads.getAsInt() < 1) {
      throw new StudentException("a student needs at least 1 thread, not " + threads.getAsInt());
    }
  }

  /** Device, type and threads chosen by the machine; the student's own template. */
  public static StudentOptions defaults() {
    return new StudentOptions(Device.AUTO, Dtype.AUTO, Optional.empty(), OptionalInt.empty());
  }

  public StudentOptions withDevice(Device other) {
    return new StudentOptions(other, dtype, chatTemplate, threads);
  }

  public StudentOptions withDtype(Dtype other) {
    return new StudentOptions(device, other, chatTemplate, threads);
  }

  public StudentOptions withChatTemplate(String text) {
    return new StudentOptions(device, dtype, Optional.of(text), threads);
  }

  public StudentOptions withThreads(int count) {
    return new StudentOptions(device, dtype, chatTemplate, OptionalInt.of(count));
  }
}

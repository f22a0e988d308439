package org.rsrkernel.student.decoder;

import ai.djl.engine.EngineException;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rsrkernel.student.OutOfMemoryException;
import org.rsrkernel.student.StudentException;

/** One call of the program: arguments in order, then {@link #tensor} or {@link #tensors}. */
final class TorchCall {

  /** How CUDA, its libraries, libtorch's allocator, the C library and C++ say it. */
  private static final List<String> NO_MEMORY =
      List.of(
          "out of memory",
          "status_alloc_failed",
          "can't allocate memory",
          "cannot allocate memory",
          "bad_alloc");

  private final PtSymbolBlock program;
  private final String method;
  private final List<IValue> arguments = new ArrayList<>();
  private final List<IValue> temporary = new ArrayList<>(); // those of the arguments made here

  TorchCall(PtSymbolBlock program, String method) {
    this.program = program;
    this.method = method;
  }

  TorchCall with(PtNDArray tensor) {
    return make(IValue.from(tensor));
  }

  TorchCall with(long number) {
    return make(IValue.from(number));
  }

  TorchCall with(double number) {
    return make(IValue.from(number));
  }

  TorchCall with(String text) {
    return make(IValue.from(text));
  }

  TorchCall with(long[] numbers) {
    return make(IValue.listFrom(numbers));
  }

  /** A value that lives longer than the call. */
  TorchCall with(IValue kept) {
    arguments.add(kept);
    return this;
  }

  /** Calls a method that returns a tensor, which {@code owner} closes. */
  PtNDArray tensor(PtNDManager owner) {
    try (IValue result = run()) {
      return result.toTensor(owner);
    }
  }

  /** Calls a method that returns a tuple of tensors, which {@code owner} closes. */
  List<PtNDArray> tensors(PtNDManager owner) {
    try (IValue result = run()) {
      List<PtNDArray> tensors = new ArrayList<>();
      for (IValue element : result.toIValueTuple()) {
        try (element) {
          tensors.add(element.toTensor(owner));
        }
      }
      return tensors;
    }
  }

  private TorchCall make(IValue value) {
    arguments.add(value);
    temporary.add(value);
    return this;
  }

  private IValue run() {
    try {
      return IValueUtils.runMethod(program, method, arguments.toArray(IValue[]::new));
    } catch (EngineException e) {
      throw failure(e);
    } finally {
      temporary.forEach(IValue::close);
    }
  }

  private RuntimeException failure(EngineException cause) {
    String message = String.valueOf(cause.getMessage());
    String lower = message.toLowerCase(Locale.ROOT);
    if (NO_MEMORY.stream().anyMatch(lower::contains)) {
      return new OutOfMemoryException("not enough memory for the decoder's " + method, cause);
    }
    return new StudentException(
        "the decoder's %s failed: %s".formatted(method, message.lines().findFirst().orElse("")),
        cause);
  }
}

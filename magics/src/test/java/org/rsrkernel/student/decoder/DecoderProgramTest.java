package org.rsrkernel.student.decoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rsrkernel.student.ComputeType;
import org.rsrkernel.student.Device;
import org.rsrkernel.student.OutOfMemoryException;
import org.rsrkernel.student.StudentException;

class DecoderProgramTest {

  private static final DecoderShape SHAPE = new DecoderShape(8, 4, 1, 2, 1, 2, 4, 16);

  @Test
  void memoryThatIsNotThere_isRecognised() {
    try (PtNDManager manager = TorchRuntime.openManager(Device.CPU);
        DecoderProgram program = open(manager, SHAPE)) {
      PtNDArray here = (PtNDArray) manager.create(new float[1]);
      long[] petabytes = {1L << 50};

      assertThatThrownBy(() -> program.allocate(manager, petabytes, ComputeType.FLOAT32, here))
          .isInstanceOf(OutOfMemoryException.class)
          .hasMessage("not enough memory for the decoder's allocate");
    }
  }

  @Test
  void failureOfTheProgram_namesItsMethod() {
    try (PtNDManager manager = TorchRuntime.openManager(Device.CPU);
        DecoderProgram program = open(manager, SHAPE)) {
      PtNDArray vector = (PtNDArray) manager.create(new float[1]);

      assertThatThrownBy(() -> program.view(manager, vector, 0, new long[] {2}))
          .isInstanceOf(StudentException.class)
          .hasMessageStartingWith("the decoder's view failed: ");
    }
  }

  @Test
  void digest_changesWithWhatAFamilyFixes() {
    try (PtNDManager manager = TorchRuntime.openManager(Device.CPU)) {
      Map<String, Object> capped = new ProgramSettings(SHAPE, 1e-5).caps(0, 30).attributes();
      try (DecoderProgram program = open(manager, SHAPE);
          DecoderProgram same = open(manager, SHAPE);
          DecoderProgram other = new DecoderProgram(manager, capped)) {
        assertThat(program.digest()).isEqualTo(same.digest()).isNotEqualTo(other.digest());
      }
    }
  }

  private static DecoderProgram open(PtNDManager manager, DecoderShape shape) {
    return new DecoderProgram(manager, new ProgramSettings(shape, 1e-5).attributes());
  }
}

package org.rsrkernel.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.rsrkernel.student.Device;
import org.rsrkernel.student.Dtype;
import org.rsrkernel.student.EngineReport;
import org.rsrkernel.student.PackedBatch;
import org.rsrkernel.student.Student;
import org.rsrkernel.student.StudentCard;
import org.rsrkernel.student.StudentFiles;
import org.rsrkernel.student.StudentOptions;
import org.rsrkernel.student.hub.DownloadProgress;
import org.rsrkernel.student.library.StudentLibrary;
import org.rsrkernel.trajectory.Message;

/**
 * Time and memory that loading a student takes, on Linux.
 *
 * <pre>
 * java -Xmx2g -XX:+UseSerialGC -cp 'kernel/target/*:kernel/target/lib/*:magics/target/*:magics/target/lib/*'
 *     org.rsrkernel.benchmark.StudentLoadBenchmark [STUDENT [DTYPE [TIMES]]]</pre>
 */
public final class StudentLoadBenchmark {

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Path PEAK_RESET = Path.of("/proc/self/clear_refs");
  private static final String RESET = "5"; // proc(5): the peak is measured from here

  private StudentLoadBenchmark() {}

  /**
   * Loads a student several times, each time with one pass, which touches all of its weights.
   *
   * @param arguments the student as in {@code %rsr student}, its computing type, and how often; the
   *     embedded one, {@code auto} and 3 if not given
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    String student = argument(arguments, 0, StudentLibrary.EMBEDDED);
    Dtype dtype = Dtype.parse(argument(arguments, 1, "auto"));
    int times = Integer.parseInt(argument(arguments, 2, "3"));
    EngineReport.take(); // loads libtorch, which is no part of a student
    long before = kilobytes("VmRSS:");
    Files.writeString(PEAK_RESET, RESET);
    for (int time = 1; time <= times; time++) {
      StudentCard card = load(student, dtype);
      double peak = (kilobytes("VmHWM:") - before) * 1024.0;
      System.out.printf(
          "load %d: %.2f s; memory at its peak so far: %.0f MB of weights in %s and %.0f MB beside them, %.2f times the weights%n",
          time,
          card.loadSeconds(),
          card.weightBytes() / 1e6,
          card.dtype().label(),
          (peak - card.weightBytes()) / 1e6,
          peak / card.weightBytes());
    }
  }

  private static StudentCard load(String name, Dtype dtype) throws InterruptedException {
    StudentFiles files = StudentLibrary.ofUser().find(name, DownloadProgress.SILENT).files();
    StudentOptions options = StudentOptions.defaults().withDevice(Device.CPU).withDtype(dtype);
    try (Student student = Student.open(files, options)) {
      List<Message> messages = List.of(Message.of("user", "Hi"), Message.of("assistant", "Ho"));
      int[] ids = student.tokenize(student.renderText(messages, List.of())).tokenIds();
      int[] positions = IntStream.range(0, ids.length).toArray();
      PackedBatch.Segment whole = new PackedBatch.Segment(-1, 0, ids.length);
      student.forward(
          new PackedBatch(ids, positions, List.of(whole), new int[] {0}, new int[] {ids[1]}));
      return student.card();
    }
  }

  private static String argument(String[] arguments, int index, String otherwise) {
    return index < arguments.length ? arguments[index] : otherwise;
  }

  private static long kilobytes(String field) throws IOException {
    return Files.readAllLines(STATUS).stream()
        .filter(line -> line.startsWith(field))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }
}

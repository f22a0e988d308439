package org.rsrkernel.scoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.rsrkernel.student.Device;
import org.rsrkernel.student.OutOfMemoryException;
import org.rsrkernel.student.RenderedConversation;
import org.rsrkernel.student.Student;
import org.rsrkernel.student.StudentOptions;
import org.rsrkernel.student.folder.FolderStudentFiles;
import org.rsrkernel.trajectory.Message;
import org.rsrkernel.trajectory.Trajectory;

/** A process of its own that takes memory away from itself and goes on scoring; on Linux. */
final class ScarceMemoryProcess {

  private static final int TRAJECTORIES = 400;
  private static final int LENGTH = 500;
  private static final int WHOLE = 100_000;
  private static final ScoringOptions SMALL_BATCHES = new ScoringOptions(4_096, WHOLE);
  private static final ScoringOptions ONE_BATCH = new ScoringOptions(Integer.MAX_VALUE, WHOLE);

  private ScarceMemoryProcess() {}

  /**
   * Scores in small batches; then, with a quarter of what it would need, in a single one, and
   * prints whether a pass with that one fits and how many trajectories have the same scores.
   *
   * @param arguments the student's folder
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    StudentOptions options = StudentOptions.defaults().withDevice(Device.CPU).withThreads(1);
    try (Student student = Student.open(FolderStudentFiles.open(Path.of(arguments[0])), options)) {
      List<Trajectory> trajectories = drawn();
      List<ScoredTrajectory> enough = score(student, trajectories, SMALL_BATCHES);
      long needed =
          (long) TRAJECTORIES * LENGTH * student.passCost().valuesPerToken() * Float.BYTES;
      limitAddressSpace(addressSpace() + needed / 4);
      System.out.println("one pass: " + onePass(student, trajectories));
      List<ScoredTrajectory> scarce = score(student, trajectories, ONE_BATCH);
      System.out.println("scored alike: " + alike(scarce, enough));
    }
  }

  private static String onePass(Student student, List<Trajectory> trajectories)
      throws InterruptedException {
    List<TokenSequence> sequences = new ArrayList<>();
    for (Trajectory trajectory : trajectories) {
      RenderedConversation read =
          student.tokenize(student.renderText(trajectory.messages(), trajectory.tools()));
      sequences.add(TokenSequence.of(read.tokenIds(), read.responses(), WHOLE));
    }
    sequences.sort(Comparator.comparing(TokenSequence::tokenIds, Arrays::compare));
    try {
      student.forward(new PrefixForest(sequences).layout().batch());
      return "fits";
    } catch (OutOfMemoryException e) {
      return e.getMessage();
    }
  }

  private static List<ScoredTrajectory> score(
      Student student, List<Trajectory> trajectories, ScoringOptions options)
      throws InterruptedException {
    return new Scorer(student, new MemoryScoreStore(), options, progress -> {}).score(trajectories);
  }

  private static long alike(List<ScoredTrajectory> some, List<ScoredTrajectory> others) {
    long alike = 0;
    for (int row = 0; row < some.size(); row++) {
      TokenScores mine = some.get(row).scores().orElseThrow();
      TokenScores theirs = others.get(row).scores().orElseThrow();
      boolean equal = mine.size() == theirs.size();
      for (int k = 0; equal && k < mine.size(); k++) {
        equal = Math.abs(mine.surprisal(k) - theirs.surprisal(k)) < 2e-4; // sums in another order
      }
      alike += equal ? 1 : 0;
    }
    return alike;
  }

  private static List<Trajectory> drawn() {
    SplittableRandom random = new SplittableRandom(1);
    List<Trajectory> trajectories = new ArrayList<>();
    for (int row = 0; row < TRAJECTORIES; row++) {
      StringBuilder response = new StringBuilder();
      random.ints(LENGTH, ' ', '~' + 1).forEach(response::appendCodePoint);
      List<Message> messages =
          List.of(Message.of("user", "Go."), Message.of("assistant", response.toString()));
      trajectories.add(new Trajectory(row, "own", "own", messages, List.of()));
    }
    return trajectories;
  }

  private static long addressSpace() throws IOException {
    String size =
        Files.readAllLines(Path.of("/proc/self/status")).stream()
            .filter(line -> line.startsWith("VmSize"))
            .findFirst()
            .orElseThrow();
    return Long.parseLong(size.replaceAll("\\D", "")) * 1024;
  }

  /** From here on the system refuses more memory, as a machine does whose memory is full. */
  private static void limitAddressSpace(long bytes) throws IOException, InterruptedException {
    String own = Long.toString(ProcessHandle.current().pid());
    new ProcessBuilder("prlimit", "--pid", own, "--as=" + bytes).inheritIO().start().waitFor();
  }
}

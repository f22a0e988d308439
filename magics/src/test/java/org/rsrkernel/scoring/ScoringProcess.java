package org.rsrkernel.scoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.rsrkernel.scoring.cache.ScoreCache;
import org.rsrkernel.student.Device;
import org.rsrkernel.student.Student;
import org.rsrkernel.student.StudentOptions;
import org.rsrkernel.student.folder.FolderStudentFiles;
import org.rsrkernel.trajectory.LoadRequest;
import org.rsrkernel.trajectory.Trajectories;
import org.rsrkernel.trajectory.Trajectory;

/** A process of its own that scores the demo trajectories, to be killed or starved by tests. */
final class ScoringProcess {

  private static final int ROWS = 40;
  private static final ScoringOptions SMALL_BATCHES = new ScoringOptions(400, 8192);

  private ScoringProcess() {}

  /**
   * Scores, and writes the table of scores when all is done.
   *
   * @param arguments the student's folder, the cache's folder, the file for the table, and a shell
   *     command that is run as its child once some batches are done
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    StudentOptions options = StudentOptions.defaults().withDevice(Device.CPU).withThreads(1);
    try (Student student = Student.open(FolderStudentFiles.open(Path.of(arguments[0])), options);
        ScoreCache cache = new ScoreCache(Path.of(arguments[1]), System.out::println)) {
      List<Trajectory> demo =
          Trajectories.of(Trajectories.load(LoadRequest.of("demo").withLimit(ROWS)).table());
      System.out.println("scoring");
      List<ScoredTrajectory> outcomes =
          new Scorer(student, cache, SMALL_BATCHES, progress -> say(progress, arguments[3]))
              .score(demo);
      cache.endRun(Long.MAX_VALUE);
      Files.write(Path.of(arguments[2]), lines(demo, outcomes));
    }
  }

  private static void say(ScoringProgress progress, String command) {
    System.out.println(progress.done() + " done, " + progress.cached() + " of them before");
    boolean halfWay = progress.done() >= ROWS / 4 && !System.getProperties().containsKey("ran");
    if (halfWay) {
      System.setProperty("ran", command);
      try {
        new ProcessBuilder("sh", "-c", command).inheritIO().start().waitFor();
      } catch (IOException | InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** No more digits than are equal when sums are taken in another order. */
  private static List<String> lines(
      List<Trajectory> trajectories, List<ScoredTrajectory> outcomes) {
    List<String> lines = new ArrayList<>();
    for (int row = 0; row < outcomes.size(); row++) {
      Trajectory trajectory = trajectories.get(row);
      TokenScores scores = outcomes.get(row).scores().orElseThrow();
      IntStream tokens = IntStream.range(0, scores.size());
      lines.add(
          "%s\t%s\t%s\t%d\t%.2f"
              .formatted(
                  trajectory.id(),
                  trajectory.teacher(),
                  outcomes.get(row).status(),
                  scores.size(),
                  tokens.mapToDouble(scores::surprisal).sum()));
    }
    return lines;
  }
}

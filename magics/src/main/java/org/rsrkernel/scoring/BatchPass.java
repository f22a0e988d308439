package org.rsrkernel.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.rsrkernel.student.OutOfMemoryException;
import org.rsrkernel.student.RowScores;
import org.rsrkernel.student.Student;
import org.rsrkernel.student.StudentException;

/**
 * Computes one batch. If the device lacks the memory for it, or a member of it fails, its halves
 * one after the other, so that a failure stays with the trajectory that causes it.
 */
final class BatchPass {

  /** What became of one trajectory of a batch. */
  record Result(int index, ScoredTrajectory outcome) {}

  private final Student student;
  private final int sideBySide;
  private final List<Result> results = new ArrayList<>();

  private BatchPass(Student student, int sideBySide) {
    this.student = student;
    this.sideBySide = sideBySide;
  }

  /**
   * Computes every member's outcome.
   *
   * @param members in lexicographic order of their token ids
   * @param sideBySide how many batches are computed at a time, this one included
   * @throws InterruptedException if the thread is interrupted, noticed between layers
   */
  static List<Result> of(List<Pending> members, Student student, int sideBySide)
      throws InterruptedException {
    BatchPass pass = new BatchPass(student, sideBySide);
    pass.compute(members);
    return pass.results;
  }

  private void compute(List<Pending> members) throws InterruptedException {
    PrefixForest.Layout layout =
        new PrefixForest(members.stream().map(Pending::sequence).toList()).layout();
    RowScores rows;
    try {
      rows = student.forward(layout.batch(), sideBySide);
    } catch (OutOfMemoryException | StudentException e) {
      divide(members, e.getMessage());
      return;
    } catch (OutOfMemoryError e) { // of the Java heap, whose arrays are small beside the device's
      divide(members, "not enough Java memory; raise -Xmx in RSR_JAVA_OPTS");
      return;
    }
    for (int m = 0; m < members.size(); m++) {
      add(members.get(m), scores(members.get(m).sequence(), layout.sequenceRows().get(m), rows));
    }
  }

  private void divide(List<Pending> members, String reason) throws InterruptedException {
    if (members.size() == 1) {
      results.add(new Result(members.get(0).index(), ScoredTrajectory.failed(reason)));
      return;
    }
    int half = members.size() / 2;
    compute(members.subList(0, half));
    compute(members.subList(half, members.size()));
  }

  private void add(Pending member, TokenScores scores) {
    OptionalInt notFinite = firstNotFinite(scores);
    ScoredTrajectory outcome =
        notFinite.isPresent()
            ? ScoredTrajectory.failed(
                "the student's logits are not finite at token " + notFinite.getAsInt())
            : ScoredTrajectory.of(member.key(), scores);
    results.add(new Result(member.index(), outcome));
  }

  private static TokenScores scores(TokenSequence sequence, int[] sequenceRows, RowScores rows) {
    int count = sequenceRows.length;
    int[] ranks = new int[count];
    float[] surprisals = new float[count];
    float[] entropies = new float[count];
    float[] squareSums = new float[count];
    for (int k = 0; k < count; k++) {
      int row = sequenceRows[k];
      ranks[k] = rows.rank()[row];
      surprisals[k] = rows.surprisal()[row];
      entropies[k] = rows.entropy()[row];
      squareSums[k] = rows.squareSum()[row];
    }
    return new TokenScores(
        sequence.tokenIds(),
        sequence.responsePositions(),
        ranks,
        surprisals,
        entropies,
        squareSums,
        sequence.truncated());
  }

  private static OptionalInt firstNotFinite(TokenScores scores) {
    for (int k = 0; k < scores.size(); k++) {
      if (!Float.isFinite(scores.surprisal(k)) || !Float.isFinite(scores.entropy(k))) {
        return OptionalInt.of(scores.position(k));
      }
    }
    return OptionalInt.empty();
  }
}

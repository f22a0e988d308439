package org.rsrkernel.view;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.rsrkernel.scoring.TokenScores;
import org.rsrkernel.view.heatmap.TokenCell;
import org.rsrkernel.view.heatmap.TokenView;
import org.rsrkernel.view.plot.MapPoint;
import org.rsrkernel.view.plot.ScoredTrajectory;

/** Made-up figures of trajectories, the same in every run. */
final class SampleTrajectories {

  static final List<String> TEACHERS =
      List.of("terse-7b", "step-by-step-14b", "textbook-32b", "explorer-r1", "notation-alien");

  private static final List<String> WORDS =
      List.of(
          "So",
          " the",
          " train",
          " needs",
          " 3",
          " hours",
          ".",
          " We",
          " know",
          " x",
          " =",
          " 12",
          "\n",
          " therefore",
          " half",
          " of",
          " it",
          " is",
          " 6",
          ",",
          " wait",
          " —",
          " check",
          ":");

  private SampleTrajectories() {}

  /** Points around a different RSR for each teacher. */
  static List<MapPoint> points(int count) {
    SplittableRandom random = new SplittableRandom(7);
    List<MapPoint> points = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int teacher = i % TEACHERS.size();
      double surprisal = 0.7 + 0.15 * teacher + 0.5 * random.nextDouble();
      double rank = surprisal * (2.2 + 0.4 * teacher + 0.6 * random.nextDouble());
      String id = "problem-%03d".formatted(i / TEACHERS.size());
      int tokens = 40 + random.nextInt(260);
      points.add(
          new MapPoint(
              id,
              TEACHERS.get(teacher),
              tokens,
              rank,
              surprisal,
              rank / surprisal,
              "Problem %d: a train leaves at nine and travels 180 km; how long does it take?"
                  .formatted(i / TEACHERS.size())));
    }
    return points;
  }

  /** A prompt of nine tokens and a response of {@code count}. */
  static TokenView tokens(String id, String teacher, int count) {
    SplittableRandom random = new SplittableRandom(id.hashCode() + 31L * teacher.hashCode());
    List<TokenCell> cells = new ArrayList<>();
    for (String piece :
        List.of("<|im_start|>", "user", "\n", "How", " long", "?", "<|im_end|>", "\n")) {
      cells.add(TokenCell.prompt(piece));
    }
    cells.add(TokenCell.prompt("<|im_start|>"));
    for (int i = 0; i < count; i++) {
      double surprisal = Math.pow(random.nextDouble(), 4) * 14;
      int rank = (int) Math.max(1, Math.exp(surprisal * 0.6 * random.nextDouble()));
      cells.add(TokenCell.response(WORDS.get(random.nextInt(WORDS.size())), rank, surprisal));
    }
    return new TokenView(id, teacher, cells, 100);
  }

  /**
   * Trajectories whose tokens grow stranger towards their end, the more so the later the teacher.
   */
  static List<ScoredTrajectory> scored(int count) {
    SplittableRandom random = new SplittableRandom(11);
    List<ScoredTrajectory> trajectories = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int teacher = i % TEACHERS.size();
      int tokens = 60 + random.nextInt(200);
      int[] positions = new int[tokens];
      int[] ranks = new int[tokens];
      float[] surprisals = new float[tokens];
      for (int k = 0; k < tokens; k++) {
        double strangeness = 8 + 2 * teacher + 4.0 * k / tokens;
        positions[k] = k + 1;
        surprisals[k] = (float) (Math.pow(random.nextDouble(), 4) * strangeness);
        ranks[k] = (int) Math.max(1, Math.exp(surprisals[k] * random.nextDouble()));
      }
      TokenScores scores =
          new TokenScores(
              new int[tokens + 1],
              positions,
              ranks,
              surprisals,
              new float[tokens],
              new float[tokens]);
      trajectories.add(new ScoredTrajectory("problem-" + i, TEACHERS.get(teacher), scores));
    }
    return trajectories;
  }
}

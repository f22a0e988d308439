package org.rsrkernel.view.plot;

import java.util.List;
import java.util.Map;
import org.rsrkernel.view.Rendering;
import org.rsrkernel.view.figure.FigureJson;
import org.rsrkernel.view.figure.FigureView;
import org.rsrkernel.view.html.Shown;

/** One method a plot. */
public final class Plots {

  private Plots() {}

  /**
   * Trajectories as points, rank against surprisal, with lines of equal RSR. Points without figures
   * are left out and counted in the title.
   *
   * @throws IllegalArgumentException if no point has figures
   */
  public static Rendering map(List<MapPoint> points) {
    List<MapPoint> drawable = points.stream().filter(MapPoint::drawable).toList();
    if (drawable.isEmpty()) {
      throw new IllegalArgumentException(
          "no scored trajectories to plot: score them first (%rsr score TABLE)");
    }
    Map<String, List<MapPoint>> teachers = RankSurprisalMap.byTeacher(drawable);
    String title =
        "Rank against surprisal, %s trajectories".formatted(Shown.count(drawable.size()));
    FigureJson figure = RankSurprisalMap.figure(drawable, title);
    String text =
        title
            + " of %d teachers: %s"
                .formatted(teachers.size(), String.join(", ", teachers.keySet()));
    return FigureView.of(figure, text, text);
  }
}

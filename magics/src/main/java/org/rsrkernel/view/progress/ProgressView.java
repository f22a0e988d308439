package org.rsrkernel.view.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rsrkernel.view.Rendering;
import org.rsrkernel.view.html.Escaped;
import org.rsrkernel.view.html.Fragment;
import org.rsrkernel.view.html.Shown;

/** Shows a run's progress; sent again and again under one display id. */
public final class ProgressView {

  private static final int BAR_LETTERS = 24;

  private ProgressView() {}

  /** The bar and its figures. */
  public static Rendering of(Progress progress) {
    String words = words(progress);
    String percent = String.format(Locale.ROOT, "%.1f", 100 * progress.share());
    String bar =
        "<div class=\"rsr-progress %s\" role=\"progressbar\" aria-valuemin=\"0\" aria-valuemax=\"100\" aria-valuenow=\"%s\" aria-valuetext=\"%s\"><div style=\"width:%s%%\"></div></div>"
            .formatted(
                progress.state().name().toLowerCase(Locale.ROOT),
                percent,
                Escaped.html(words),
                percent);
    String html =
        new Fragment("group", progress.what())
            .style("progress.css")
            .body(bar + "<div>" + Escaped.html(words) + "</div>")
            .toHtml();
    int filled = (int) (BAR_LETTERS * progress.share());
    String letters = "█".repeat(filled) + "░".repeat(BAR_LETTERS - filled);
    return Rendering.of(html, letters + " " + words);
  }

  private static String words(Progress progress) {
    List<String> words = new ArrayList<>();
    words.add(
        "%s %s of %s"
            .formatted(
                progress.what(), Shown.count(progress.done()), Shown.count(progress.total())));
    if (progress.cached() > 0) {
      words.add(Shown.count(progress.cached()) + " from the cache");
    }
    if (progress.failed() > 0) {
      words.add(Shown.count(progress.failed()) + " without score, see status");
    }
    if (progress.tokens() > 0 && progress.seconds() > 0) {
      words.add(Shown.count(Math.round(progress.tokens() / progress.seconds())) + " tokens/s");
    }
    words.add(ending(progress));
    if (!progress.note().isEmpty()) {
      words.add(progress.note());
    }
    return String.join(" · ", words);
  }

  private static String ending(Progress progress) {
    return switch (progress.state()) {
      case FINISHED -> "finished in " + duration(progress.seconds());
      case INTERRUPTED -> "interrupted after " + duration(progress.seconds());
      case RUNNING ->
          progress.secondsLeft().isPresent()
              ? duration(progress.secondsLeft().getAsDouble()) + " left"
              : duration(progress.seconds());
    };
  }

  /** 0.4 s, 12 s, 3 min 05 s, 2 h 07 min. */
  static String duration(double seconds) {
    if (seconds < 10) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    long whole = Math.round(seconds);
    if (whole < 60) {
      return whole + " s";
    }
    return whole < 3600
        ? "%d min %02d s".formatted(whole / 60, whole % 60)
        : "%d h %02d min".formatted(whole / 3600, whole / 60 % 60);
  }
}

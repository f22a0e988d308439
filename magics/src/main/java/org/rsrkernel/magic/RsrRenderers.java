package org.rsrkernel.magic;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.RenderContext;
import io.github.spencerpark.jupyter.kernel.display.Renderer;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.rsrkernel.magic.session.HelpText;
import org.rsrkernel.magic.verb.CorrelationTable;
import org.rsrkernel.magic.verb.RankingTable;
import org.rsrkernel.metric.ResultCorrelation;
import org.rsrkernel.student.StudentCard;
import org.rsrkernel.view.Rendering;
import org.rsrkernel.view.card.CardView;
import org.rsrkernel.view.figure.FigureView;
import org.rsrkernel.view.html.Escaped;
import org.rsrkernel.view.html.Shown;
import org.rsrkernel.view.plot.CorrelationPoint;
import org.rsrkernel.view.plot.Plots;
import org.rsrkernel.view.table.TableView;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.components.Figure;

/** How the values of verbs, and any Tablesaw table or figure, show themselves in a notebook. */
final class RsrRenderers {

  private RsrRenderers() {}

  static void register(Renderer renderer) {
    register(renderer, Rendering.class, rendering -> rendering);
    register(renderer, Table.class, TableView::of);
    register(renderer, RankingTable.class, RankingDisplay::of);
    register(renderer, CorrelationTable.class, RsrRenderers::correlation);
    register(renderer, Figure.class, FigureView::of);
    register(renderer, StudentCard.class, RsrRenderers::card);
    register(renderer, HelpText.class, RsrRenderers::help);
  }

  /** A rendering as Jupyter's display data, every form it has. */
  static DisplayData displayData(Rendering rendering) {
    DisplayData data = new DisplayData();
    rendering.mimeBundle().forEach(data::putData);
    return data;
  }

  private static <T> void register(
      Renderer renderer, Class<T> type, Function<? super T, Rendering> view) {
    renderer
        .createRegistration(type)
        .preferring(MIMEType.TEXT_HTML)
        .supporting(MIMEType.IMAGE_PNG, MIMEType.TEXT_PLAIN)
        .register((value, context) -> render(view.apply(value), context));
  }

  /** Every form at once: the front end takes the best it can show. */
  private static void render(Rendering rendering, RenderContext context) {
    rendering.mimeBundle().forEach(context.getOutputContainer()::putData);
  }

  private static Rendering correlation(CorrelationTable table) {
    ResultCorrelation correlation = table.correlation();
    List<CorrelationPoint> points =
        correlation.teachers().stream()
            .map(
                each ->
                    new CorrelationPoint(
                        each.teacher(),
                        each.value(),
                        each.result(),
                        table.leaveOneOut() ? each.withoutIt() : Double.NaN))
            .toList();
    String coefficient =
        String.format(
            Locale.ROOT,
            "%s of %s and %s: %.3f (95 %% interval %s … %s, %d teachers)%s",
            correlation.method().label(),
            correlation.metric().name(),
            correlation.measure(),
            correlation.coefficient(),
            Shown.number(correlation.low()),
            Shown.number(correlation.high()),
            correlation.teachers().size(),
            correlation.pointsTheRightWay() ? "" : ", against what the metric promises");
    return Noted.with(
        Plots.correlation(points, correlation.metric().name(), coefficient), correlation.notes());
  }

  private static Rendering card(StudentCard card) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("architecture", card.architecture());
    facts.put("parameters", String.format(Locale.ROOT, "%,d", card.parameters()));
    facts.put("dtype", card.dtype().label() + ": " + card.dtypeReason());
    facts.put("device", card.device() + ", " + card.threads() + " threads");
    facts.put("vocabulary", String.format(Locale.ROOT, "%,d", card.vocabularySize()));
    facts.put("context", String.format(Locale.ROOT, "%,d tokens", card.contextLength()));
    facts.put("chat template", card.template());
    facts.put("memory", String.format(Locale.ROOT, "%,.0f MB", card.weightBytes() / 1e6));
    facts.put("loaded in", String.format(Locale.ROOT, "%.1f s", card.loadSeconds()));
    return CardView.of("Student " + card.name(), facts);
  }

  private static Rendering help(HelpText help) {
    return Rendering.of("<pre>" + Escaped.html(help.text()) + "</pre>", help.text());
  }
}

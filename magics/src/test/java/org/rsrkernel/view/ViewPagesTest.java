package org.rsrkernel.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.rsrkernel.view.card.CardView;
import org.rsrkernel.view.figure.FigureView;
import org.rsrkernel.view.heatmap.HeatMapMode;
import org.rsrkernel.view.heatmap.TokenCell;
import org.rsrkernel.view.heatmap.TokenHeatMap;
import org.rsrkernel.view.heatmap.TokenView;
import org.rsrkernel.view.plot.MapPoint;
import org.rsrkernel.view.plot.Plots;
import org.rsrkernel.view.progress.Progress;
import org.rsrkernel.view.progress.ProgressView;
import org.rsrkernel.view.table.TableView;
import org.rsrkernel.view.table.TeacherRankingView;
import org.rsrkernel.view.table.TeacherRow;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.api.ScatterPlot;

/** One page a view, within the sizes a notebook can carry; the browser tests open them. */
class ViewPagesTest {

  private static final int KB = 1000;

  /** The browser tests put a kernel's id in the place of the one here. */
  private static final ObjectNode ADDRESS =
      JsonNodeFactory.instance
          .objectNode()
          .put("kernel", "00000000-0000-0000-0000-000000000000")
          .put("target", "rsr")
          .put("page", "a-page");

  @Test
  void map_of600Points_isLight() {
    Rendering map =
        Plots.map(
            SampleTrajectories.points(600),
            (id, teacher) -> Optional.of(SampleTrajectories.tokens(id, teacher, 200)),
            answers -> Optional.of(ADDRESS));
    ViewPages.write("map", map);
    assertThat(bytes(map.html())).isLessThan(150 * KB);
    assertThat(map.png()).hasSizeBetween(1 * KB, 60 * KB);
    assertThat(map.text()).contains("600 trajectories of 5 teachers: terse-7b");
  }

  @Test
  void heatMap_of300Tokens_standsInThePage() {
    TokenView view = SampleTrajectories.tokens("problem-001", "explorer-r1", 300);
    Rendering heatMap = TokenHeatMap.of(view, HeatMapMode.RANK);
    ViewPages.write("tokens-300", heatMap);
    assertThat(heatMap.html().split("title=\"‹", -1)).hasSize(301);
    assertThat(heatMap.png()).hasSizeBetween(1 * KB, 60 * KB);
  }

  @Test
  void heatMap_of5000Tokens_isLight() {
    TokenView view = SampleTrajectories.tokens("problem-002", "explorer-r1", 5_000);
    Rendering heatMap = TokenHeatMap.of(view, HeatMapMode.SURPRISAL);
    ViewPages.write("tokens-5000", heatMap);
    assertThat(bytes(heatMap.html())).isLessThan(200 * KB);
  }

  @Test
  void heatMap_of30000Tokens_isWritten() {
    TokenView view = SampleTrajectories.tokens("problem-003", "explorer-r1", 30_000);
    Rendering heatMap = TokenHeatMap.of(view, HeatMapMode.RANK);
    ViewPages.write("tokens-30000", heatMap);
    assertThat(bytes(heatMap.html())).isLessThan(1_000 * KB);
  }

  @Test
  void heatMap_ofOddTokens_showsEach() {
    TokenView view =
        new TokenView(
            "odd",
            "hostile <b>teacher</b>",
            List.of(
                TokenCell.prompt("prompt "),
                TokenCell.response("</script><script>alert(1)</script>", 5000, 20),
                TokenCell.response("<img src=x onerror=alert(1)>", 200, 9),
                TokenCell.response("   ", 3, 1.5),
                TokenCell.response("\n\n", 1, 0.01),
                TokenCell.response("\u2028", 70, 5),
                TokenCell.response("\u202Eright-to-left\u200B", 12, 3),
                TokenCell.response("🙂", 40, 4),
                TokenCell.response("", 1, 0),
                TokenCell.response("\uFFFD", 2, 0.5),
                TokenCell.response("a".repeat(1_000_000), 2, 0.5)),
            100);
    Rendering heatMap = TokenHeatMap.of(view, HeatMapMode.RSR);
    ViewPages.write("tokens-odd", heatMap);
    assertThat(heatMap.html())
        .doesNotContain("<script>alert", "<img src=x", "<b>teacher", "\u2028", "\u202E")
        .contains("⟨U+202E⟩right-to-left⟨U+200B⟩", "···", "⟨U+2028⟩", "⟨?⟩");
    assertThat(bytes(heatMap.html())).isLessThan(60 * KB);
  }

  @Test
  void heatMaps_ofTwoTeachers_standSideBySide() {
    Rendering both =
        TokenHeatMap.sideBySide(
            SampleTrajectories.tokens("problem-001", "terse-7b", 120),
            SampleTrajectories.tokens("problem-001", "explorer-r1", 300),
            HeatMapMode.RANK);
    ViewPages.write("tokens-side-by-side", both);
    assertThat(both.text()).contains("terse-7b · 120 response", "explorer-r1 · 300 response");
  }

  @Test
  void heatMaps_ofTwoStudents_showTheDifference() {
    TokenView first = SampleTrajectories.tokens("problem-001", "terse-7b", 120);
    List<TokenCell> cells = new ArrayList<>();
    for (TokenCell cell : first.cells()) {
      cells.add(
          cell.scored()
              ? TokenCell.response(cell.text(), cell.rank() + 2, Math.abs(cell.surprisal() - 2))
              : cell);
    }
    TokenView second = new TokenView("problem-001", "terse-7b", cells, 100);
    Rendering difference = TokenHeatMap.difference(first, second, "qwen");
    ViewPages.write("tokens-difference", difference);
    assertThat(difference.html()).contains("\"name\":\"qwen\"");
  }

  @Test
  void texts_thatAreScripts_areWrittenAsText() {
    String script =
        "</script><script>window.hacked = 1</script><img src=x onerror=\"window.hacked=1\">";
    String entity = "<b onclick=alert(1)>bold</b> &lt;i&gt; %{x} \u2028\u2029 \u202Egnp";
    List<MapPoint> points = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      points.add(
          new MapPoint(script + i, i % 2 == 0 ? entity : script, 9, 3 + i, 1 + i, 3, entity));
    }
    Rendering map =
        Plots.map(points, (id, teacher) -> Optional.of(SampleTrajectories.tokens(id, teacher, 30)));
    Rendering ranking =
        TeacherRankingView.of(
            List.of(new TeacherRow(entity, 1, 9, 9, 3, 1, 3, 2, 4, script)), "caption " + script);
    Rendering table = TableView.of(Table.create(script, StringColumn.create(entity, script)));
    Rendering card = CardView.of(entity, Map.of(script, entity));
    ViewPages.write("hostile", map, ranking, table, card);
    for (Rendering each : List.of(map, ranking, table, card)) {
      assertThat(each.html())
          .doesNotContain("<script>window", "<img src=x", "<b onclick", "\u2028<");
    }
  }

  @Test
  void table_of1000Rows_shows200() {
    Table table =
        Table.create(
            "runs",
            StringColumn.create("id", 1_000),
            IntColumn.create("tokens", 1_000),
            DoubleColumn.create("rsr", 1_000));
    for (int i = 0; i < 1_000; i++) {
      table.stringColumn("id").set(i, i == 3 ? "<i>three</i>" : "row " + i);
      table.intColumn("tokens").set(i, (i * 37) % 1_000);
      if (i != 5) {
        table.doubleColumn("rsr").set(i, 1000.0 / (i + 7));
      }
    }
    Rendering shown = TableView.of(table);
    ViewPages.write("table", shown);
    assertThat(shown.html().split("<tr>", -1)).hasSize(202);
    assertThat(shown.html()).contains("and 800 more rows", "&lt;i&gt;three", ">142.9<");
    assertThat(shown.text()).contains("runs: 1,000 rows, 3 columns", "and 950 more rows");
  }

  @Test
  void ranking_progressAndCard_readAsOnePage() {
    List<TeacherRow> teachers = new ArrayList<>();
    for (int i = 0; i < SampleTrajectories.TEACHERS.size(); i++) {
      String note = i == 1 ? "cannot be told apart from textbook-32b" : "";
      teachers.add(
          new TeacherRow(
              SampleTrajectories.TEACHERS.get(i),
              60,
              9_841 + i,
              160,
              4.3118,
              1.33823,
              3.222 + i * 0.2,
              3.1 + i * 0.2,
              3.35 + i * 0.2,
              note));
    }
    Rendering ranking =
        TeacherRankingView.of(teachers, "5 teachers, student smollm2, 95 % bootstrap intervals");
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("architecture", "LlamaForCausalLM");
    facts.put("parameters", "134.5 M");
    facts.put("context", "8192 tokens");
    Progress running =
        new Progress(
            "Scoring",
            Progress.State.RUNNING,
            140,
            300,
            60,
            1,
            20_000,
            "plan: 34,000 tokens in, 29,000 computed",
            16,
            OptionalDouble.of(31));
    Progress done =
        new Progress(
            "Scoring",
            Progress.State.FINISHED,
            300,
            300,
            60,
            1,
            48_000,
            "",
            185,
            OptionalDouble.empty());
    ViewPages.write(
        "ranking",
        ranking,
        ProgressView.of(running),
        ProgressView.of(done),
        CardView.of("smollm2", facts));
    assertThat(ranking.text()).contains("terse-7b", "3.100 … 3.350");
    assertThat(ProgressView.of(running).text())
        .isEqualTo(
            "███████████░░░░░░░░░░░░░ Scoring 140 of 300 · 60 from the cache · 1 without score, see"
                + " status · 1,250 tokens/s · 31 s left · plan: 34,000 tokens in, 29,000 computed");
    assertThat(ProgressView.of(done).text()).endsWith("finished in 3 min 05 s");
    assertThat(CardView.of("smollm2", facts).text()).contains("  parameters    134.5 M");
  }

  @Test
  void tablesawFigure_thatAUserBuilt_isShownTheSameWay() {
    Table table =
        Table.create("t", DoubleColumn.create("x", 1, 2, 3), DoubleColumn.create("y", 3, 1, 2));
    Rendering figure = FigureView.of(ScatterPlot.create("A user's <own> plot", table, "x", "y"));
    ViewPages.write("tablesaw", figure);
    assertThat(figure.html()).contains("\"title\":{\"text\":\"A user's \\u003cown>");
    assertThat(figure.png()).isNotEmpty();
  }

  private static int bytes(String html) {
    return html.getBytes(StandardCharsets.UTF_8).length;
  }
}

"""The views as static pages: drawn, hovered, clicked, brushed, slid, searched; light, dark, narrow."""

import html
import json

import pytest

from conftest import PAGES

FIGURES = ["map", "teachers", "distribution", "lengths", "curve", "sentences", "agreement", "correlation",
           "density", "clips", "tablesaw"]
NO_SCRIPT_TEXT = {"map": "Flatter lines suit", "tokens-300": "300 response tokens",
                  "table": "and 800 more rows", "ranking": "terse-7b"}


# Where on a map the first point is that passes a test of what is known of it.
PLACE_OF_A_POINT = """(plot, test) => {
    const passes = eval(test);
    const trace = plot._fullData.find(t => (t.customdata || []).some(passes));
    const at = trace.customdata.findIndex(passes);
    return { id: trace.customdata[at][0],
        x: plot._fullLayout.xaxis.l2p(trace.x[at]) + plot._fullLayout.xaxis._offset,
        y: plot._fullLayout.yaxis.l2p(trace.y[at]) + plot._fullLayout.yaxis._offset }; }"""


def drawn(page):
    page.wait_for_selector(".rsr-plot .main-svg")
    return page.locator(".js-plotly-plot").first


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_figures_of_one_page_share_the_embedded_copy(visit, page_with_plotly, scheme):
    one = visit(page_with_plotly(*FIGURES), scheme)
    plots = one.page.locator(".rsr-plot .main-svg:first-child")
    one.page.wait_for_function(
        f"document.querySelectorAll('.js-plotly-plot .main-svg:first-child').length === {len(FIGURES)}")
    assert plots.count() == len(FIGURES)
    assert one.page.locator(".rsr-plot img").count() == 0
    for name, view in zip(FIGURES, one.page.locator(".rsr-view").all()):
        one.shot_of(view, f"{name}-{scheme}")
        assert hovered(view.locator(".js-plotly-plot")).strip(), name


def hovered(plot):
    """What a plot says of the middle point of its last trace that says anything."""
    if plot.locator(".heatmaplayer image").count():  # of a density, the corner where most tokens are
        area = plot.locator(".nsewdrag").first
        area.hover(position={"x": 5, "y": area.bounding_box()["height"] - 5})
        plot.locator(".hoverlayer .hovertext").wait_for()
    else:
        plot.evaluate("""plot => {
            const told = plot._fullData.findLastIndex(trace => trace.hoverinfo !== 'skip');
            const middle = Math.floor(plot._fullData[told].x.length / 2);
            Plotly.Fx.hover(plot, [{ curveNumber: told, pointNumber: middle }]); }""")
    return plot.locator(".hoverlayer").text_content()


@pytest.mark.parametrize("name", ["map", "tokens-300", "ranking"])
def test_view_fits_a_narrow_page(visit, page_with_plotly, name):
    one = visit(page_with_plotly(name), width=420)
    if name == "map":
        drawn(one.page)
    one.shot(f"{name}-narrow")
    assert one.page.evaluate("document.documentElement.scrollWidth") <= 436


def test_figure_without_plotly_keeps_its_picture_and_says_why(visit):
    one = visit((PAGES / "map.html").as_uri())
    note = one.page.locator(".rsr-plot .rsr-note")
    assert "draw the plot with --standalone to embed it" in note.inner_text()
    assert one.page.locator(".rsr-plot img").evaluate("image => image.naturalWidth") == 760


@pytest.mark.parametrize("name", sorted(NO_SCRIPT_TEXT))
def test_view_without_scripts_is_readable(visit, name):
    one = visit((PAGES / f"{name}.html").as_uri(), java_script_enabled=False)
    assert NO_SCRIPT_TEXT[name] in one.page.inner_text("body")
    one.shot(f"{name}-no-script")


# VS Code puts an output's HTML into a frame without rights and runs copies of its scripts behind it.
FRAME = """<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy"
  content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<body class="vscode-dark" style="--vscode-editor-background: #1f1f1f; --vscode-editor-foreground: #ccc">
<div id="output"></div><script>
  const output = document.getElementById('output');
  output.innerHTML = %s;
  for (const script of [...output.querySelectorAll('script')]) {
    const copy = document.createElement('script');
    copy.text = script.textContent;
    copy.type = script.type;
    output.append(copy);
    copy.remove();
  }
</script>"""


def test_views_come_alive_in_a_frame_like_that_of_vs_code(visit, tmp_path, embedded_plotly):
    bodies = [(PAGES / f"{name}.html").read_text(encoding="utf-8").split("<body>")[1]
              for name in ["teachers", "map", "tokens-300", "table"]]
    inner = json.dumps(embedded_plotly + "".join(bodies)).replace("</", "<\\/")
    page = tmp_path / "frame.html"
    page.write_text(f"""<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">
        <iframe sandbox="allow-scripts" style="width:100%;height:700px" srcdoc="{html.escape(FRAME % inner)}"></iframe>""",
                    encoding="utf-8")
    one = visit(page.as_uri())
    frame = one.page.frame_locator("iframe")
    frame.locator(".rsr-plot .main-svg").nth(2).wait_for()
    assert frame.locator(".js-plotly-plot").count() == 2
    frame.get_by_label("trajectory to open").select_option(index=1)
    frame.locator(".rsr-panel .rsr-text span[data-i]").first.wait_for()
    assert frame.get_by_role("button", name="Next worst").count() == 2
    assert frame.locator("th[tabindex]").count() == 3
    one.shot("vs-code")


def test_heat_map_is_printed_whole(visit, tmp_path):
    one = visit((PAGES / "tokens-5000.html").as_uri())
    one.page.wait_for_selector(".rsr-text span[data-i]")
    assert one.page.locator(".rsr-text span[data-i]").count() < 5_009
    one.page.pdf(path=tmp_path / "printed.pdf", print_background=False)
    assert one.page.locator(".rsr-text span[data-i]").count() == 5_009


def test_map_click_opens_the_tokens(visit, page_with_plotly):
    one = visit(page_with_plotly("map"))
    plot = drawn(one.page)
    place = plot.evaluate(PLACE_OF_A_POINT, "row => row[4] >= 0")
    box = plot.bounding_box()
    one.page.mouse.move(box["x"] + place["x"], box["y"] + place["y"])
    one.page.wait_for_selector(".hoverlayer .hovertext")
    hover = one.page.locator(".hoverlayer").text_content()
    assert "problem-" in hover and "RSR" in hover and "a train leaves" in hover
    one.page.mouse.click(box["x"] + place["x"], box["y"] + place["y"])
    one.page.wait_for_selector(".rsr-panel .rsr-text span[data-i]")
    assert "200 response tokens" in one.page.inner_text(".rsr-panel")
    one.page.locator(".rsr-panel").scroll_into_view_if_needed()
    one.shot("map-clicked")


def test_map_brush_lists_the_trajectories(visit, page_with_plotly):
    one = visit(page_with_plotly("map"))
    box = drawn(one.page).bounding_box()
    one.page.mouse.move(box["x"] + 120, box["y"] + 200)
    one.page.mouse.down()
    one.page.mouse.move(box["x"] + 500, box["y"] + 400, steps=8)
    one.page.mouse.up()
    one.page.wait_for_selector(".rsr-panel table")
    assert "trajectories in the area" in one.page.inner_text(".rsr-panel caption")
    one.page.locator(".rsr-panel tbody button").first.click()
    one.page.wait_for_selector(".rsr-panel .rsr-text, .rsr-panel code")
    one.shot("map-brushed")


def test_map_opens_tokens_from_the_keyboard(visit, page_with_plotly):
    one = visit(page_with_plotly("map"))
    one.page.get_by_label("trajectory to open").select_option(index=3)
    one.page.wait_for_selector(".rsr-panel .rsr-text span[data-i]")


def test_map_of_20000_trajectories_is_drawn_whole(visit, page_with_plotly):
    one = visit(page_with_plotly("map-20000"))
    plot = drawn(one.page)
    assert plot.evaluate("plot => plot._fullData.some(trace => trace.type === 'scattergl')")
    assert "Rank against surprisal, 20,000 trajectories" in one.page.locator(".gtitle").text_content()
    seconds = plot.evaluate("""async plot => {
        const begin = performance.now();
        await Plotly.newPlot(plot, plot.data, plot.layout);
        await new Promise(painted => requestAnimationFrame(() => requestAnimationFrame(painted)));
        return (performance.now() - begin) / 1000; }""")
    print(f"20,000 points drawn in {seconds:.2f} s")
    place = plot.evaluate(PLACE_OF_A_POINT, "row => true")
    box = plot.bounding_box()
    one.page.mouse.move(box["x"] + place["x"], box["y"] + place["y"])
    one.page.wait_for_selector(".hoverlayer .hovertext")
    assert "problem-" in one.page.locator(".hoverlayer").text_content()
    one.shot("map-20000")


def test_heat_map_tells_of_the_token_pointed_at(visit):
    one = visit((PAGES / "tokens-300.html").as_uri())
    token = one.page.locator(".rsr-text span[data-i='20']")
    token.hover()
    detail = one.page.inner_text(".rsr-detail")
    assert "rank" in detail and "% of surprisal" in detail


def test_heat_map_moves_with_the_keys(visit):
    one = visit((PAGES / "tokens-300.html").as_uri())
    one.page.locator(".rsr-text").focus()
    for _ in range(3):
        one.page.keyboard.press("ArrowRight")
    assert one.page.locator(".rsr-here").get_attribute("data-i") == "11"


def test_heat_map_modes_and_thresholds_recolour(visit):
    one = visit((PAGES / "tokens-300.html").as_uri())
    token = one.page.locator(".rsr-text span[data-i='12']")
    colours = set()
    for mode in ["rank", "surprisal", "rsr", "probability"]:
        one.page.get_by_label("Colour").select_option(mode)
        colours.add(token.evaluate("t => t.style.backgroundColor"))
    assert len(colours) >= 3
    one.page.get_by_label("Colour").select_option("rank")
    one.page.get_by_label("rank threshold 1").fill("50")
    one.page.get_by_label("rank threshold 1").press("Tab")
    assert "≤ 50" in one.page.inner_text(".rsr-legend")
    one.page.get_by_label("by", exact=True).select_option("sentence")
    one.shot("tokens-sentences")


def test_heat_map_searches_and_jumps_to_the_worst(visit):
    one = visit((PAGES / "tokens-5000.html").as_uri())
    one.page.get_by_label("search the tokens").fill("therefore half")
    assert one.page.locator(".rsr-found").count() >= 2
    one.page.get_by_label("search the tokens").press("Enter")
    first = one.page.locator(".rsr-here").get_attribute("data-i")
    one.page.get_by_role("button", name="Next worst").click()
    assert one.page.locator(".rsr-here").get_attribute("data-i") != first
    one.shot("tokens-worst")


def test_heat_map_of_30000_tokens_holds_only_what_is_in_sight(visit):
    one = visit((PAGES / "tokens-30000.html").as_uri())
    most = 0
    for step in range(0, 11):
        one.page.locator(".rsr-text").evaluate("(t, share) => { t.scrollTop = t.scrollHeight * share; }", step / 10)
        one.page.wait_for_timeout(60)
        most = max(most, one.page.locator(".rsr-text span[data-i]").count())
    assert 100 < most < 8000
    last = one.page.locator(".rsr-text span[data-i]").last
    assert last.get_attribute("data-i") == str(30_000 + 9 - 1)
    one.shot("tokens-30000-end")


def test_two_students_are_compared_on_the_same_tokens(visit):
    one = visit((PAGES / "tokens-difference.html").as_uri())
    assert one.page.get_by_label("Colour").input_value() == "difference"
    one.page.locator(".rsr-text span[data-i='15']").hover()
    assert "qwen: rank" in one.page.inner_text(".rsr-detail")
    one.shot("tokens-difference")


def test_two_teachers_stand_side_by_side(visit):
    one = visit((PAGES / "tokens-side-by-side.html").as_uri())
    left, right = (pane.bounding_box() for pane in one.page.locator(".rsr-text").all())
    assert left["y"] == right["y"] and left["x"] + left["width"] < right["x"]
    one.shot("tokens-side-by-side")


def test_hostile_texts_show_as_they_are(visit, page_with_plotly):
    for name in ["tokens-odd", "hostile"]:
        one = visit(page_with_plotly(name))
        one.page.wait_for_timeout(400)
        assert one.page.evaluate("window.hacked") is None
        assert one.page.locator("img[src='x'], b:text('teacher'), iframe").count() == 0
        assert "<img src=x onerror" in one.page.locator("body").inner_text()
        one.shot(name)


def test_clip_slider_ranks_the_teachers_anew(visit, page_with_plotly):
    one = visit(page_with_plotly("clips"))
    drawn(one.page)
    before = one.page.inner_text(".rsr-panel tbody")
    slider = one.page.get_by_label("clip", exact=True)
    slider.focus()
    for _ in range(6):
        one.page.keyboard.press("ArrowRight")
    after = one.page.inner_text(".rsr-panel tbody")
    assert after != before and "▲" in after
    one.shot("clips-slid")


def test_table_sorts_and_pages(visit):
    one = visit((PAGES / "table.html").as_uri())
    assert one.page.locator("tbody tr").count() == 20
    head = one.page.locator("th", has_text="tokens")
    head.focus()
    one.page.keyboard.press("Enter")
    assert head.get_attribute("aria-sort") == "ascending"
    tokens = [int(text) for text in one.page.locator("tbody td:nth-child(2)").all_inner_texts()]
    assert tokens == sorted(tokens)
    one.page.get_by_role("button", name="Next").click()
    assert "rows 21 to 40 of 200" in one.page.inner_text("body")


def test_colours_follow_the_browser_live(visit, page_with_plotly):
    one = visit(page_with_plotly("map"))
    drawn(one.page)
    ink = "document.querySelector('.gtitle').style.fill"
    light = one.page.evaluate(ink)
    one.page.emulate_media(color_scheme="dark")
    one.page.wait_for_function(f"{ink} !== '{light}'")

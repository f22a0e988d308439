"""The real kernel behind a page of JupyterLab: cells run there, and a map asks it for tokens."""

import os

import nbformat
import pytest

from lab_server import TOKEN, serving

CELLS = ["%rsr student smollm2", "var scored = %rsr score demo", "%rsr plot map scored"]
WAIT_FOR_SCORES = 300_000  # milliseconds; where nothing is cached, the demo is scored first

# The place on the page of the point that has most room among those whose tokens the page lacks.
LONELY_POINT = """plot => {
    const { xaxis, yaxis } = plot._fullLayout;
    const points = plot._fullData.filter(trace => trace.customdata).flatMap(trace =>
        trace.customdata.map((row, i) => ({ id: row[0], teacher: trace.meta, place: row[4],
            x: xaxis.l2p(trace.x[i]) + xaxis._offset, y: yaxis.l2p(trace.y[i]) + yaxis._offset })));
    const room = one => Math.min(...points.filter(other => other !== one)
        .map(other => Math.hypot(other.x - one.x, other.y - one.y)));
    return points.filter(one => one.place < 0).sort((a, b) => room(b) - room(a))[0]; }"""


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    home = tmp_path_factory.mktemp("home")
    made = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(line) for line in CELLS])
    made.metadata.kernelspec = {"name": "java-rsr", "display_name": "Java (RSR)", "language": "java"}
    nbformat.write(made, home / "live.ipynb")
    settings = dict(os.environ, JUPYTERLAB_SETTINGS_DIR=str(home / "settings"),
                    JUPYTERLAB_WORKSPACES_DIR=str(home / "workspaces"))
    with serving(home, settings) as address:
        yield address


def test_click_on_a_point_asks_the_kernel_that_drew_the_map(visit, server):
    one = visit(width=1200, allowed=(server, server.replace("http", "ws"), "data:", "blob:"))
    one.page.goto(f"{server}lab/tree/live.ipynb?reset&token={TOKEN}")
    one.page.get_by_text("Java (RSR) | Idle").wait_for()
    one.page.get_by_role("menuitem", name="Run", exact=True).click()
    one.page.locator(".lm-Menu-itemLabel", has_text="Run All Cells").first.click()
    one.page.wait_for_selector(".rsr-plot .main-svg", timeout=WAIT_FOR_SCORES)
    plot = one.page.locator(".js-plotly-plot").first
    plot.scroll_into_view_if_needed()
    point = plot.evaluate(LONELY_POINT)
    box = plot.bounding_box()
    one.page.mouse.move(box["x"] + point["x"], box["y"] + point["y"])
    one.page.wait_for_selector(".hoverlayer .hovertext")
    one.page.mouse.click(box["x"] + point["x"], box["y"] + point["y"])
    one.page.wait_for_selector(".rsr-panel .rsr-text span[data-i]")
    told = one.page.inner_text(".rsr-panel")
    assert f"{point['id']} · {point['teacher']}" in told
    assert "response tokens" in told
    one.page.locator(".rsr-panel").scroll_into_view_if_needed()
    one.shot("jupyter-live-kernel")

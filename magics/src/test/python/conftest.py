"""A headless Chromium without a way out, and the pages that the Java tests wrote."""

import base64
import gzip
import os
import pathlib
import shutil

import plotly
import pytest
from playwright.sync_api import sync_playwright

PAGES = pathlib.Path(__file__).parents[3] / "target" / "view-pages"
SHOTS = PAGES.parent / "view-shots"
PLOTLY = pathlib.Path(plotly.__file__).parent / "package_data" / "plotly.min.js"


def chromium_path():
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if path is None:
        pytest.exit("no Chromium: install the package chromium, or name the program in CHROMIUM", 1)
    return path


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium_path(), args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


class Visit:
    """A browser page; notes what it complains about and what it asks of the network."""

    def __init__(self, page, allowed):
        self.page = page
        self.complaints = []
        self.outside = []
        page.on("console", lambda message: message.type == "error" and self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("dialog", lambda dialog: (self.complaints.append("dialog"), dialog.dismiss()))

        def gate(route):
            if route.request.url.startswith(allowed):
                route.continue_()
            else:
                self.outside.append(route.request.url)
                route.abort()

        page.route("**/*", gate)

    def shot(self, name):
        SHOTS.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=SHOTS / f"{name}.png")


@pytest.fixture
def visit(chromium):
    """Opens a page in a fresh context; at the end nothing may have been complained of or asked for."""
    contexts = []
    visits = []

    def open_page(url=None, scheme="light", width=1000, allowed=("file:", "data:", "blob:"), **context):
        opened = chromium.new_context(
            color_scheme=scheme, viewport={"width": width, "height": 760}, **context)
        contexts.append(opened)
        one = Visit(opened.new_page(), allowed)
        visits.append(one)
        if url is not None:
            one.page.goto(url)
        return one

    yield open_page
    for context in contexts:
        context.close()
    assert [one.complaints for one in visits if one.complaints] == []
    assert [one.outside for one in visits if one.outside] == []


@pytest.fixture(scope="session")
def embedded_plotly():
    packed = base64.b64encode(gzip.compress(PLOTLY.read_bytes())).decode()
    return f'<script type="application/gzip" class="rsr-plotly">{packed}</script>'


@pytest.fixture
def page_with_plotly(tmp_path, embedded_plotly):
    """A page the Java tests wrote, with plotly.js below its outputs, as an export may have it."""

    def write(name):
        page = tmp_path / f"{name}.html"
        html = (PAGES / f"{name}.html").read_text(encoding="utf-8")
        page.write_text(html.replace("</body>", embedded_plotly + "</body>"), encoding="utf-8")
        return page.as_uri()

    return write

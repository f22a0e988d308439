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
        page.on("console", lambda message: message.type == "error"
                and self.complain(message.text, message.location["url"]))
        page.on("pageerror", lambda error: self.complain(str(error), error.stack or ""))
        page.on("dialog", self.answer)

        def gate(route):
            if route.request.url.startswith(allowed):
                route.continue_()
            else:
                self.outside.append(route.request.url)
                route.abort()

        page.route("**/*", gate)

    def complain(self, words, where):
        """What Jupyter's own scripts complain of, which it serves under static/, is not ours."""
        if "/static/" not in where:
            self.complaints.append(words)

    def answer(self, dialog):
        """Jupyter asks before it leaves an unsaved notebook; nothing else may ask."""
        if dialog.type != "beforeunload":
            self.complaints.append(f"{dialog.type}: {dialog.message}")
        dialog.accept()

    def shot(self, name):
        SHOTS.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=SHOTS / f"{name}.png")

    def shot_of(self, part, name):
        SHOTS.mkdir(parents=True, exist_ok=True)
        part.screenshot(path=SHOTS / f"{name}.png")


@pytest.fixture
def visit(chromium):
    """Opens a page in a fresh context; at the end nothing may have been complained of or asked for."""
    contexts = []
    visits = []

    def open_page(url=None, scheme="light", width=1000, allowed=("file:", "data:", "blob:"), **context):
        opened = chromium.new_context(
            color_scheme=scheme, viewport={"width": width, "height": 760}, **context)
        opened.set_default_timeout(120_000)  # for machines that do much else
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
    """Outputs the Java tests wrote in one page, with plotly.js below them, as an export may have it."""

    def write(*names):
        page = tmp_path / f"{names[0]}.html"
        pages = [(PAGES / f"{name}.html").read_text(encoding="utf-8") for name in names]
        head, first = pages[0].split("<body>")
        bodies = [first] + [html.split("<body>")[1] for html in pages[1:]]
        page.write_text(head + "<body>" + "".join(bodies) + embedded_plotly, encoding="utf-8")
        return page.as_uri()

    return write

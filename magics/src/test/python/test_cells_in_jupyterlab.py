"""The installed kernel in JupyterLab, used with keyboard and mouse."""

import os
import re

import nbformat
import pytest

from lab_server import TOKEN, serving

CELL = ".jp-Notebook .jp-CodeCell"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("notebooks")


@pytest.fixture(scope="module")
def jupyter(folder):
    """A server with the kernel, and with settings of its own."""
    settings = dict(os.environ, JUPYTERLAB_SETTINGS_DIR=str(folder / "settings"),
                    JUPYTERLAB_WORKSPACES_DIR=str(folder / "workspaces"))
    with serving(folder, settings) as address:
        yield address


class Cells:
    """An open notebook of empty cells."""

    def __init__(self, one):
        self.one = one
        self.page = one.page

    def write(self, number, code):
        """Writes into a cell, the first of which is 0; the cursor stays at the end."""
        self.page.locator(f"{CELL} .cm-content").nth(number).click()
        self.page.keyboard.insert_text(code)

    def start(self, number, code):
        self.write(number, code)
        self.page.keyboard.press("Shift+Enter")

    def output(self, number):
        return self.page.locator(CELL).nth(number).locator(".jp-OutputArea-output")

    def run(self, number, code):
        """Runs a cell; what it shows, as text."""
        self.start(number, code)
        self.output(number).first.wait_for()
        return self.output(number).first.inner_text()


@pytest.fixture
def cells(visit, jupyter, folder, request):
    name = re.sub(r"\W", "-", request.node.name)
    made = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("") for _ in range(3)])
    made.metadata.kernelspec = {"name": "java-rsr", "display_name": "Java (RSR)", "language": "java"}
    nbformat.write(made, folder / f"{name}.ipynb")
    one = visit(width=1200, allowed=(jupyter, jupyter.replace("http", "ws"), "data:", "blob:"))
    one.page.goto(f"{jupyter}lab/tree/{name}.ipynb?reset&token={TOKEN}")
    one.page.wait_for_selector(f"{CELL} .cm-content")
    one.page.get_by_text("Java (RSR) | Idle").wait_for()
    return Cells(one)


def test_tab_offers_what_may_stand_there_with_types(cells):
    cells.run(0, 'var greeting = "hello"; greeting')
    cells.write(1, "greeting.to")
    cells.page.keyboard.press("Tab")
    offered = cells.page.locator(".jp-Completer")
    offered.get_by_text("toUpperCase(").first.wait_for()
    assert "toCharArray" in offered.inner_text()
    cells.one.shot("lab-tab")
    cells.page.keyboard.type("Upper")
    cells.page.keyboard.press("Enter")
    assert cells.run(1, ")") == "HELLO"


def test_shift_tab_shows_the_overloads(cells):
    cells.write(0, 'String.join(')
    cells.page.keyboard.press("Shift+Tab")
    shown = cells.page.locator(".jp-Tooltip")
    shown.wait_for()
    assert "join" in shown.inner_text() and "CharSequence" in shown.inner_text()
    cells.one.shot("lab-shift-tab")


def test_interrupt_ends_an_endless_loop_and_variables_stay(cells):
    cells.run(0, "int kept = 4; kept")
    cells.start(1, 'System.out.println("looping"); while (true) {}')
    cells.output(1).get_by_text("looping").wait_for()
    cells.page.locator("[data-command='notebook:interrupt-kernel']").click()
    cells.output(1).get_by_text("the cell was interrupted").wait_for()
    assert cells.run(2, "kept + 1") == "5"
    cells.one.shot("lab-interrupt")


def test_restart_forgets_variables(cells):
    cells.run(0, "int lost = 4; lost")
    cells.page.locator("[data-command='notebook:restart-kernel']").click()
    cells.page.locator(".jp-Dialog .jp-mod-accept").click()
    cells.page.get_by_text("Java (RSR) | Idle").wait_for()
    assert "There is no variable `lost`." in cells.run(1, "lost + 1")
    assert cells.run(2, "1 + 1") == "2"


def test_input_box_hands_over_what_is_typed(cells):
    cells.start(0, 'System.out.print("Name? "); new Scanner(System.in).nextLine().length()')
    box = cells.page.locator(".jp-Stdin-input")
    box.wait_for()
    cells.one.shot("lab-input")
    box.fill("Grüße 🙂")
    box.press("Enter")
    cells.page.locator(".jp-OutputArea-executeResult").wait_for()
    assert cells.page.inner_text(".jp-OutputArea-executeResult .jp-OutputArea-output") == "8"


def test_errors_are_coloured_and_lead_to_the_line(cells):
    shown = cells.run(0, 'int half(int n) {\n    return n / 0;\n}\nhalf(4)')
    assert "ArithmeticException: / by zero" in shown and "return n / 0;" in shown
    assert "jdk.jshell" not in shown
    assert cells.output(0).locator(".ansi-green-fg").count() > 0
    wrong = cells.run(1, "int count = 1;\ncuont + 1")
    assert "There is no variable `cuont`." in wrong and "Did you mean count?" in wrong
    cells.one.shot("lab-errors")

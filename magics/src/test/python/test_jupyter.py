"""The views in JupyterLab, Notebook 7 and an exported page: trusted, untrusted, reloaded."""

import json
import os
import shutil
import subprocess
import sys
import urllib.request

import nbformat
import pytest

from conftest import PAGES, PLOTLY
from lab_server import TOKEN, serving

VIEWS = ["map", "tokens-300", "ranking", "teachers"]
NO_KERNEL = "00000000-0000-0000-0000-000000000000"

# What the kernel does when a page opens a comm, by a kernel that starts in a second.
ANSWERING = """
def answer(comm, opened):
    question = opened["content"]["data"]
    view = dict(summary=question["page"] + " " + question["number"], clip=100, text=["four"], rank=[2],
                surprisal=[1.5], alternatives={"0": [["five", 0.4]]})
    comm.send({"found": __import__("json").dumps(view)})
get_ipython().kernel.comm_manager.register_target("rsr", answer)
"""


def notebook(path, embedded="", kernel=NO_KERNEL):
    cells = []
    for name in VIEWS:
        bundle = json.loads((PAGES / f"{name}.json").read_text(encoding="utf-8"))
        bundle["text/html"] = ((embedded if name == "teachers" else "")
                               + bundle["text/html"].replace(NO_KERNEL, kernel))
        output = nbformat.v4.new_output("display_data", data=bundle)
        cells.append(nbformat.v4.new_code_cell(f"%rsr plot {name}", outputs=[output], execution_count=1))
    made = nbformat.v4.new_notebook(cells=cells)
    made.metadata.kernelspec = {"name": "java-rsr", "display_name": "Java (RSR)", "language": "java"}
    nbformat.write(made, path)


@pytest.fixture(scope="module")
def jupyter(tmp_path_factory):
    """A server whose kernel folder holds plotly.js as the installer leaves it."""
    home = tmp_path_factory.mktemp("home")
    kernel = home / "data" / "kernels" / "java-rsr"
    kernel.mkdir(parents=True)
    shutil.copy(PLOTLY, kernel / "plotly.min.js")
    launch = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}",
              f"--IPKernelApp.exec_lines={[ANSWERING]!r}"]
    (kernel / "kernel.json").write_text(json.dumps(
        {"argv": launch, "display_name": "Java (RSR)", "language": "java"}))
    env = dict(os.environ, HOME=str(home), JUPYTER_DATA_DIR=str(home / "data"),
               JUPYTER_CONFIG_DIR=str(home / "config"), JUPYTER_RUNTIME_DIR=str(home / "run"))
    notebook(home / "untrusted.ipynb")
    with serving(home, env) as address:
        notebook(home / "trusted.ipynb", kernel=started_kernel(address))
        notebook(home / "ended.ipynb")
        for name in ["trusted.ipynb", "ended.ipynb"]:
            subprocess.run([sys.executable, "-m", "nbformat.sign", str(home / name)], env=env, check=True)
        yield address


def started_kernel(address):
    """The id of a kernel that answers pages."""
    asked = urllib.request.Request(address + "api/kernels", method="POST", data=b'{"name": "java-rsr"}',
                                   headers={"Authorization": f"token {TOKEN}"})
    with urllib.request.urlopen(asked) as reply:
        return json.load(reply)["id"]


@pytest.fixture
def lab(visit, jupyter):
    def open_notebook(name, front="lab/tree", scheme="light", width=1200):
        one = visit(scheme=scheme, width=width,
                    allowed=(jupyter, jupyter.replace("http", "ws"), "data:", "blob:"))
        one.page.goto(f"{jupyter}{front}/{name}.ipynb?reset&token={TOKEN}")
        one.page.wait_for_selector(".jp-Notebook .jp-OutputArea-output")
        return one

    return open_notebook


@pytest.mark.parametrize("front", ["lab/tree", "notebooks"])
def test_trusted_notebook_is_alive_also_after_reload(lab, front):
    one = lab("trusted", front)
    one.page.wait_for_selector(".rsr-plot .main-svg")
    one.shot(f"jupyter-{front.split('/')[0]}")
    one.page.reload()
    one.page.wait_for_selector(".rsr-plot .main-svg")
    one.page.get_by_label("trajectory to open").select_option(index=2)
    one.page.wait_for_selector(".rsr-panel .rsr-text span[data-i]")


@pytest.mark.parametrize("front", ["lab/tree", "notebooks"])
def test_map_asks_the_kernel_for_tokens_it_does_not_carry(lab, front):
    one = lab("trusted", front)
    one.page.wait_for_selector(".rsr-plot .main-svg")
    chooser = one.page.get_by_label("trajectory to open")
    assert chooser.locator("option").count() == 601
    chooser.select_option(index=3)
    one.page.wait_for_selector(".rsr-panel .rsr-text span[data-i]")
    assert "a-page 2" in one.page.inner_text(".rsr-panel")
    one.page.locator(".rsr-panel .rsr-text span[data-i]").hover()
    assert "likelier: ‹five› 0.4000" in one.page.inner_text(".rsr-panel .rsr-detail")
    one.shot(f"jupyter-{front.split('/')[0]}-asked")


def test_map_whose_kernel_has_ended_shows_the_line_to_run(lab):
    one = lab("ended")
    one.page.wait_for_selector(".rsr-plot .main-svg")
    one.page.get_by_label("trajectory to open").select_option(index=3)
    one.page.wait_for_selector(".rsr-panel code")
    words = one.page.inner_text(".rsr-panel p")
    assert "the kernel has ended. In a cell: %rsr tokens problem-" in words
    one.shot("jupyter-kernel-ended")


def test_untrusted_notebook_shows_pictures_and_colours(lab):
    one = lab("untrusted")
    picture = one.page.locator(".jp-OutputArea-output img").first
    picture.wait_for()
    assert picture.evaluate("image => image.naturalWidth") == 760
    assert one.page.locator(".rsr-plot .main-svg").count() == 0
    token = one.page.locator("span[title*='nats']").first
    token.scroll_into_view_if_needed()
    assert token.evaluate("t => t.style.backgroundColor") != ""
    one.shot("jupyter-untrusted")


def test_dark_theme_is_followed_live(lab):
    one = lab("trusted")
    one.page.wait_for_selector(".rsr-plot .main-svg")
    ink = "document.querySelector('.gtitle').style.fill"
    light = one.page.evaluate(ink)
    one.page.get_by_role("menuitem", name="Settings").click()
    one.page.locator(".lm-Menu-itemLabel", has_text="Theme").first.hover()
    one.page.locator(".lm-Menu-itemLabel", has_text="JupyterLab Dark").first.click()
    one.page.wait_for_function(f"{ink} !== '{light}'")
    one.page.wait_for_selector("#jupyterlab-splash", state="detached")
    one.shot("jupyter-lab-dark")
    one.page.locator(".rsr-tokens").first.scroll_into_view_if_needed()
    one.shot("jupyter-lab-dark-tokens")


def test_latex_takes_the_pictures(tmp_path):
    source = tmp_path / "paper.ipynb"
    notebook(source)
    subprocess.run([sys.executable, "-m", "nbconvert", "--to", "latex", str(source)], check=True, capture_output=True)
    latex = (tmp_path / "paper.tex").read_text(encoding="utf-8")
    assert latex.count("\\adjustimage{") == 3
    assert "LlamaForCausalLM" in latex and "rsr-view" not in latex  # the card stands there as text


def test_exported_page_is_alive_without_network(visit, tmp_path, embedded_plotly):
    source = tmp_path / "export.ipynb"
    notebook(source, embedded_plotly)
    subprocess.run(
        [sys.executable, "-m", "nbconvert", "--to", "html", "--HTMLExporter.require_js_url=",
         "--HTMLExporter.mathjax_url=", "--HTMLExporter.jquery_url=", "--HTMLExporter.mermaid_js_url=",
         str(source)], check=True, capture_output=True)
    one = visit((tmp_path / "export.html").as_uri())
    one.page.wait_for_selector(".rsr-plot .main-svg")
    one.page.get_by_label("trajectory to open").select_option(index=2)
    one.page.wait_for_selector(".rsr-panel .rsr-text span[data-i]")
    one.shot("exported")

"""The documentation holds: links lead somewhere, quoted messages are the code's, pictures are the notebooks'."""

import base64
import re
from pathlib import Path

import nbformat
import pytest

import demo

CHECKOUT = Path(__file__).resolve().parents[2]
PAGES = [*CHECKOUT.glob("*.md"), *CHECKOUT.glob("docs/*.md")]
NOTEBOOKS = list(CHECKOUT.glob("notebooks/*.ipynb"))
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
ELSEWHERE = re.compile(r"[a-z]+:")
EXAMPLE = re.compile(r"^```java\n(.*?)^```", flags=re.DOTALL | re.MULTILINE)
JAVA_SEAM = re.compile(r'"\s*\+\s*"')


def text_of(page):
    """A page's Markdown without its code, which may hold anything."""
    if page.suffix == ".ipynb":
        cells = nbformat.read(str(page), as_version=4).cells
        return "\n".join(cell.source for cell in cells if cell.cell_type == "markdown")
    return re.sub(r"^```.*?^```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)


def anchors(page):
    """The names that headings get on code-hosting pages."""
    headings = re.findall(r"^#+ (.+)$", text_of(page), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", [*PAGES, *NOTEBOOKS], ids=lambda page: page.name)
def test_links_lead_to_files_and_headings_that_are_there(page):
    for link in LINK.findall(text_of(page)):
        if ELSEWHERE.match(link):
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), f"{page.name}: {link}"
        assert not anchor or anchor in anchors(target), f"{page.name}: {link}"


def test_every_page_can_be_reached_from_the_readme():
    reached, waiting = set(), [CHECKOUT / "README.md"]
    while waiting:
        page = waiting.pop()
        if page in reached or page.suffix not in {".md", ".ipynb"}:
            continue
        reached.add(page)
        links = [link.partition("#")[0] for link in LINK.findall(text_of(page)) if not ELSEWHERE.match(link)]
        waiting += [(page.parent / link).resolve() for link in links if link]
    assert {*PAGES, *NOTEBOOKS} - reached == set()


def test_messages_in_the_troubleshooting_are_those_of_the_code():
    sources = [*CHECKOUT.glob("*/src/main/java/**/*.java"), CHECKOUT / "kernel/src/main/kernelspec/launch"]
    code = "\n".join(JAVA_SEAM.sub("", source.read_text(encoding="utf-8")) for source in sources)
    headings = re.findall(r"^### `(.+)`$", text_of(CHECKOUT / "docs/troubleshooting.md"), flags=re.MULTILINE)
    assert len(headings) > 10
    assert [heading for heading in headings if heading not in code] == []


def test_picture_of_the_readme_is_the_notebooks():
    notebook = nbformat.read(str(CHECKOUT / "notebooks/quick-teacher-comparison.ipynb"), as_version=4)
    (cell,) = [cell for cell in notebook.cells if cell.id == "map"]
    (picture,) = [output.data["image/png"] for output in cell.outputs if "data" in output]
    assert (CHECKOUT / "docs/map.png").read_bytes() == base64.b64decode(picture)


@pytest.mark.parametrize("page", ["README.md", "docs/extending.md"])
def test_examples_run_as_cells(page, tmp_path):
    examples = EXAMPLE.findall((CHECKOUT / page).read_text(encoding="utf-8"))
    assert examples
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(example) for example in examples])
    demo.execute(notebook, tmp_path)

"""Every notebook, executed with the installed kernel: it shows what the repository keeps."""

import re

import nbformat
import pytest

import demo

NAMES = [
    "what-is-rsr",
    "select-training-data",
    "your-own-data",
    "java-api",
    "does-rsr-predict-learning",
    "two-students",
]
FIGURE = re.compile(r"\d[\d.,]*")
BLANKS = re.compile(r" +")
PROGRESS = re.compile(r"Scored [\d,]+ of")


def shown(cell):
    """What a cell shows, in words: figures depend on the machine, and progress on what was scored before."""
    printed = "".join(output.text for output in cell.outputs if output.output_type == "stream")
    texts = [output.get("evalue") or output.get("data", {}).get("text/plain", "") for output in cell.outputs]
    return [BLANKS.sub(" ", FIGURE.sub("#", text)) for text in [printed, *texts] if text and not PROGRESS.search(text)]


def failures(cell):
    return [output.evalue for output in cell.outputs if output.output_type == "error"]


@pytest.mark.parametrize("name", NAMES)
def test_notebook_shows_what_the_repository_keeps(name, tmp_path):
    kept = nbformat.read(str(demo.NOTEBOOKS / f"{name}.ipynb"), as_version=4)
    executed = nbformat.from_dict(kept)
    (tmp_path / "experiment").symlink_to(demo.NOTEBOOKS / "experiment")  # what some of them read
    demo.execute(executed, tmp_path)
    for kept_cell, cell in zip(kept.cells, executed.cells):
        if cell.cell_type == "code":
            assert shown(cell) == shown(kept_cell), cell.id
            assert bool(failures(cell)) == ("raises-exception" in cell.metadata.get("tags", [])), cell.id


@pytest.mark.parametrize("name", NAMES)
def test_kept_outputs_come_from_one_run_in_order_and_name_no_folder_of_anybody(name):
    notebook = nbformat.read(str(demo.NOTEBOOKS / f"{name}.ipynb"), as_version=4)
    counts = [cell.execution_count for cell in notebook.cells if cell.cell_type == "code"]
    assert counts == list(range(1, len(counts) + 1))
    assert re.findall(r"/(?:home|root|tmp|Users)/", nbformat.writes(notebook)) == []

"""The paper's numbers looked at again: executed with the installed kernel, and equal to what the repository shows."""

import nbformat
import pytest

import demo

PAPER = demo.NOTEBOOKS / "paper.ipynb"
TABLES = ["correlations", "intervals", "outliers", "regret", "zipf-table"]


@pytest.fixture(scope="module")
def kept():
    return nbformat.read(str(PAPER), as_version=4)


@pytest.fixture(scope="module")
def executed():
    """Run beside its table; a cell that finds a figure of the paper missed fails."""
    notebook = nbformat.read(str(PAPER), as_version=4)
    demo.execute(notebook, demo.NOTEBOOKS)
    return notebook


def shown(notebook, cell_id):
    """What a cell printed and gave back, as text."""
    (cell,) = [cell for cell in notebook.cells if cell.id == cell_id]
    return "".join(
        output.text if output.output_type == "stream" else output.data["text/plain"] for output in cell.outputs
    )


@pytest.mark.parametrize("cell_id", [*TABLES, "samples", "identity"])
def test_figures_are_those_that_the_repository_shows(executed, kept, cell_id):
    assert shown(executed, cell_id) == shown(kept, cell_id)


def test_correlation_of_rsr_is_the_printed_one(executed):
    (row,) = [line for line in shown(executed, "correlations").splitlines() if line.strip().startswith("RSR ")]
    assert "0.856" in row


@pytest.mark.parametrize("cell_id", ["agreement", "scatter"])
def test_plots_are_readable_without_scripts(executed, cell_id):
    (cell,) = [cell for cell in executed.cells if cell.id == cell_id]
    assert {"text/html", "text/plain"} <= set(cell.outputs[-1].data)


def test_kept_outputs_come_from_one_run_in_order(kept):
    counts = [cell.execution_count for cell in kept.cells if cell.cell_type == "code"]
    assert counts == list(range(1, len(counts) + 1))

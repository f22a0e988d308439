"""Executes the quick comparison of teachers, prints its ranking and writes a page that needs no network.

Run by `./install demo` with the Python of .venv, where the kernel is installed.
"""

import base64
import gzip
import sys
import time
from pathlib import Path

import nbformat
from jupyter_client.kernelspec import KernelSpecManager
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, DeadKernelError
from nbconvert import HTMLExporter

NOTEBOOKS = Path(__file__).resolve().parent
NOTEBOOK = NOTEBOOKS / "quick-teacher-comparison.ipynb"
OUTPUT = NOTEBOOKS.parent / "target" / "demo"
RANKING_TAG = "ranking"
CELL_TIMEOUT_SECONDS = 600


def execute(notebook, folder):
    """Runs every cell in the folder, which receives what the notebook exports, and reports the way."""
    cells = len(notebook.cells)

    def report(cell, cell_index):
        print(f"  cell {cell_index + 1} of {cells}", file=sys.stderr)

    NotebookClient(
        notebook,
        timeout=CELL_TIMEOUT_SECONDS,
        kernel_name="java-rsr",
        resources={"metadata": {"path": str(folder)}},
        on_cell_execute=report,
    ).execute()


def ranking(notebook):
    """The plain text of the cell that ranks the teachers."""
    for cell in notebook.cells:
        if RANKING_TAG in cell.metadata.get("tags", []):
            texts = [output.data["text/plain"] for output in cell.outputs if "data" in output]
            return "\n".join(texts)
    raise ValueError(f"{NOTEBOOK.name} has no cell with the tag {RANKING_TAG!r}")


def page(notebook):
    """The notebook as one HTML text, plots alive, everything inside."""
    kernelspec = Path(KernelSpecManager().get_kernel_spec("java-rsr").resource_dir)
    plotly = (kernelspec / "plotly.min.js").read_bytes()
    exporter = HTMLExporter(
        template_name="page", extra_template_basedirs=[str(NOTEBOOKS)], embed_images=True
    )
    html, _ = exporter.from_notebook_node(
        notebook,
        resources={
            "metadata": {"name": NOTEBOOK.stem},
            "packed_plotly_js": base64.b64encode(gzip.compress(plotly)).decode("ascii"),
        },
    )
    return html


def main():
    OUTPUT.mkdir(parents=True, exist_ok=True)
    notebook = nbformat.read(str(NOTEBOOK), as_version=4)
    print(f"Executing {NOTEBOOK.name}", file=sys.stderr)
    started = time.monotonic()
    try:
        execute(notebook, OUTPUT)
    except (CellExecutionError, DeadKernelError) as error:
        sys.exit(f"demo: a cell of {NOTEBOOK.name} failed\n{error}")
    seconds = time.monotonic() - started
    nbformat.write(notebook, OUTPUT / NOTEBOOK.name)
    html = OUTPUT / f"{NOTEBOOK.stem}.html"
    html.write_text(page(notebook), encoding="utf-8")
    print(ranking(notebook))
    print(f"\nThe notebook took {seconds:.0f} s. With its plots, to be opened in a browser:\n{html}")


if __name__ == "__main__":
    main()

"""papermill runs notebooks of the installed kernel, and hands over parameters."""

import os
import subprocess
import sys
from pathlib import Path

import nbformat

CHECKOUT = Path(__file__).resolve().parents[4]
JAVA = {"kernelspec": {"name": "java-rsr", "display_name": "Java (RSR)", "language": "java"}}


def papermill(folder, cells, *options):
    """Runs a notebook whose first cell holds the parameters; returns what its last cell showed."""
    notebook = nbformat.v4.new_notebook(metadata=JAVA, cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    notebook.cells[0].metadata["tags"] = ["parameters"]
    nbformat.write(notebook, folder / "in.ipynb")
    command = [sys.executable, "-m", "papermill", "in.ipynb", "out.ipynb", *options]
    plugin = {"PYTHONPATH": str(CHECKOUT / "packaging/papermill")}
    done = subprocess.run(command, cwd=folder, env=os.environ | plugin, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    (output,) = nbformat.read(folder / "out.ipynb", as_version=4).cells[-1].outputs
    return output.data["text/plain"]


def test_notebook_without_parameters_runs_as_it_is(tmp_path):
    assert papermill(tmp_path, ["int questions = 3;", "questions * 2"]) == "6"


def test_parameters_take_the_place_of_those_in_the_notebook(tmp_path):
    cells = ['int questions = 3; String who = "nobody"; double share = 0.5; List<String> names = List.of();']
    cells.append('who + "|" + questions + "|" + share + "|" + names')
    given = 'questions: 12\nwho: "Zoë \\"\\\\\\n\\""\nshare: 1.0\nnames: [a, b]'
    assert papermill(tmp_path, cells, "-y", given) == 'Zoë "\\\n"|12|1.0|[a, b]'


def test_parameters_of_every_type_are_java(tmp_path):
    given = "whole: 5000000000\nhuge: 100000000000000000000\nready: true\nnothing: null\nfar: .inf\nsizes: {small: 1}"
    shown = papermill(tmp_path, ["", 'whole + "|" + huge + "|" + ready + "|" + nothing + "|" + far + "|" + sizes'], "-y", given)
    assert shown == "5000000000|100000000000000000000|true|null|Infinity|{small=1}"

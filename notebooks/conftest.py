"""Lies here so that the tests below can import demo.py."""

import nbformat
import pytest

import demo


@pytest.fixture(scope="session")
def kept_notebook():
    """The quick comparison with the outputs that the repository keeps."""
    return nbformat.read(str(demo.NOTEBOOK), as_version=4)


@pytest.fixture(scope="session")
def demo_folder(tmp_path_factory):
    """Where the executed notebook writes its files."""
    return tmp_path_factory.mktemp("demo")


@pytest.fixture(scope="session")
def executed_notebook(demo_folder):
    """The quick comparison, executed once with the installed kernel."""
    notebook = nbformat.read(str(demo.NOTEBOOK), as_version=4)
    demo.execute(notebook, demo_folder)
    return notebook

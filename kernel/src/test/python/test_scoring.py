"""What a kernel still answers while it scores, and what an interrupt leaves."""

import os
import re
from pathlib import Path

import pytest

from notebook_session import start, stop

BEGIN = "var scored = %rsr score demo --batch-tokens 300"  # many batches: goes on until it is interrupted


@pytest.fixture(scope="module")
def notebook(tmp_path_factory):
    """A kernel with the embedded student, and with no scores from before."""
    home = tmp_path_factory.mktemp("rsr")
    (home / "students").symlink_to(Path(os.environ["RSR_HOME"]) / "students")
    session = start(env={**os.environ, "RSR_HOME": str(home)})
    assert session.run("%rsr student smollm2").status == "ok"
    assert session.run("var demo = %rsr load demo").status == "ok"
    yield session
    stop(session)


def progress(notebook):
    """The next words of the progress bar: how many are scored, and all that is said."""
    while True:
        message = notebook.client.get_iopub_msg(timeout=60)
        words = message["content"].get("data", {}).get("text/plain", "")
        if found := re.search(r"Scored (\d+) of 120", words):
            return int(found[1]), words


def begin(notebook):
    """Begins to score, and waits until some trajectories are done."""
    sent = notebook.client.execute(BEGIN)
    done, words = progress(notebook)
    while done == 0:
        done, words = progress(notebook)
    return sent, words


def test_completion_and_inspection_are_answered_before_the_run_ends(notebook):
    sent, _ = begin(notebook)
    asked = {
        notebook.client.complete("demo.rowCou"): "rowCount",
        notebook.client.complete("%rsr compa"): "compare",
        notebook.client.inspect("demo"): "Table",
    }
    for _ in asked:
        reply = notebook.client.get_shell_msg(timeout=60)  # the run's own comes after its end
        answer = asked[reply["parent_header"]["msg_id"]]
        assert answer in str(reply["content"].get("matches") or reply["content"]["data"])
    notebook.interrupt()
    assert notebook.finish(sent).status == "error"


def test_interrupted_run_says_how_to_go_on_and_does(notebook):
    sent, _ = begin(notebook)
    notebook.interrupt()
    outcome = notebook.finish(sent)
    last = outcome.of("update_display_data")[-1]["data"]["text/plain"]
    kept = int(re.search(r"Scored (\d+) of 120", last)[1])
    assert outcome.reply["ename"] == "CellInterrupted"
    assert "what is finished is kept; the same line goes on from there" in last
    assert notebook.run("demo.rowCount()").result == "120"

    sent, words = begin(notebook)
    assert f"{kept} from the cache" in words
    notebook.interrupt()
    notebook.finish(sent)

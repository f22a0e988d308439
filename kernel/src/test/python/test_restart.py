"""What outlives a kernel: its history, and nothing else."""


def test_history_is_found_after_a_restart(fresh_notebook):
    first = fresh_notebook()
    first.run("int before = 41")
    first.manager.shutdown_kernel()
    second = fresh_notebook()
    second.run("1 + 1")
    tail = {"hist_access_type": "tail", "n": 2, "output": False, "raw": True}
    entries = second.ask("history_request", tail)["history"]
    assert [entry[1:] for entry in entries] == [[1, "int before = 41"], [1, "1 + 1"]]
    assert entries[1][0] > entries[0][0], "sessions are numbered"
    assert second.run("before").status == "error"


def test_kernel_restarts_in_place(fresh_notebook):
    notebook = fresh_notebook()
    notebook.run("int lost = 1")
    notebook.manager.restart_kernel()
    notebook.client.wait_for_ready(timeout=60)
    assert notebook.run("lost").status == "error"
    assert notebook.run("2 * 21").result == "42"


def test_busy_kernel_ends_when_asked(fresh_notebook):
    notebook = fresh_notebook()
    notebook.client.execute('System.out.println("started"); while (true) {}')
    notebook.wait_for_output("started")
    notebook.manager.shutdown_kernel()
    assert not notebook.manager.is_alive()

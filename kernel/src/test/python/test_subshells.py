"""Subshells: cells that run beside the one that keeps the kernel busy."""

import pytest


@pytest.fixture
def subshell(notebook):
    opened = notebook.ask("create_subshell_request", {}, "control")["subshell_id"]
    yield opened
    notebook.ask("delete_subshell_request", {"subshell_id": opened}, "control")


def run_in(notebook, subshell, code):
    content = {"code": code, "silent": False, "store_history": True, "allow_stdin": False}
    message = notebook.client.session.msg("execute_request", content)
    message["header"]["subshell_id"] = subshell
    notebook.client.shell_channel.send(message)
    return message["header"]["msg_id"]


def begin_endless_cell(notebook):
    sent = notebook.client.execute('System.out.println("started"); while (true) {}')
    notebook.wait_for_output("started")
    return sent


def test_kernel_says_that_it_has_subshells(notebook):
    assert "kernel subshells" in notebook.ask("kernel_info_request", {})["supported_features"]


def test_subshells_are_listed_until_they_are_deleted(notebook):
    opened = notebook.ask("create_subshell_request", {}, "control")["subshell_id"]
    assert opened in notebook.ask("list_subshell_request", {}, "control")["subshell_id"]
    notebook.ask("delete_subshell_request", {"subshell_id": opened}, "control")
    assert opened not in notebook.ask("list_subshell_request", {}, "control")["subshell_id"]


def test_cell_of_a_subshell_runs_beside_the_main_one_and_sees_its_variables(notebook, subshell):
    notebook.run("int shared = 20;")
    busy = begin_endless_cell(notebook)
    cell = notebook.finish(run_in(notebook, subshell, 'System.out.println("beside"); shared + 1'))
    assert (cell.result, cell.text()) == ("21", "beside\n")
    notebook.interrupt()
    assert notebook.finish(busy).status == "error"


def test_interrupt_stops_the_cells_of_all_shells(notebook, subshell):
    main = begin_endless_cell(notebook)
    beside = run_in(notebook, subshell, 'System.out.println("too"); while (true) {}')
    notebook.wait_for_output("too")
    notebook.interrupt()
    replies = {notebook.client.get_shell_msg(timeout=60)["parent_header"]["msg_id"] for _ in "12"}
    assert replies == {main, beside}
    assert notebook.run("1 + 1").result == "2"


def test_error_in_a_subshell_leaves_the_waiting_cells_of_the_main_one_alone(notebook, subshell):
    first = notebook.client.execute("Thread.sleep(500)")
    second = notebook.client.execute("1 + 1")
    failed = run_in(notebook, subshell, "1 / 0")
    replies = [notebook.client.get_shell_msg(timeout=60) for _ in range(3)]
    status = {reply["parent_header"]["msg_id"]: reply["content"]["status"] for reply in replies}
    assert status == {first: "ok", second: "ok", failed: "error"}


def test_unknown_subshell_is_refused(notebook):
    reply = notebook.reply_to(run_in(notebook, "nowhere", "1"))
    assert (reply["status"], reply["evalue"]) == ("error", "there is no subshell nowhere")
    deleted = notebook.ask("delete_subshell_request", {"subshell_id": "nowhere"}, "control")
    assert deleted["status"] == "error"

"""One test for each fault that JVM kernels were measured to have."""

import time

import pytest
from jupyter_client import BlockingKernelClient
from jupyter_kernel_test.msgspec_v5 import validate_message
from notebook_session import Session

INTERRUPT_SECONDS = 5


def test_every_reply_carries_a_status(notebook):
    for kind in ["kernel_info", "history", "comm_info", "interrupt"]:
        channel = "control" if kind == "interrupt" else "shell"
        content = {"hist_access_type": "tail", "n": 1, "output": False, "raw": True}
        reply = notebook.ask(f"{kind}_request", content if kind == "history" else {}, channel)
        assert reply["status"] == "ok", kind


def test_stdout_and_stderr_keep_their_order_and_characters(notebook):
    cell = notebook.run(
        'System.out.println("één"); System.err.println("🎈"); System.out.println("日本")'
    )
    streams = [(c["name"], c["text"]) for c in cell.of("stream")]
    assert streams == [("stdout", "één\n"), ("stderr", "🎈\n"), ("stdout", "日本\n")]


def test_display_can_be_updated(notebook):
    cell = notebook.run('var shown = display("one"); update(shown, "two");')
    first, second = cell.of("display_data")[0], cell.of("update_display_data")[0]
    assert second["data"]["text/plain"] == "two"
    assert first["transient"]["display_id"] == second["transient"]["display_id"]


def test_standard_input_is_asked_of_the_user(notebook):
    cell = notebook.run("new Scanner(System.in).nextLine()", answer="grüße 🎈")
    assert cell.result == "grüße 🎈"


def test_password_is_asked_without_echo(notebook):
    cell = notebook.run('password("Token: ")', answer="secret")
    assert (cell.result, notebook.question) == ("secret", {"prompt": "Token: ", "password": True})


def test_input_without_anyone_to_answer_fails_at_once(notebook):
    cell = notebook.run('input("Name? ")')
    assert cell.status == "error"
    assert "nobody can answer" in cell.reply["evalue"]


def test_execute_result_has_plain_text(notebook):
    for code in ["1", "new int[] {1, 2}", "Map.of(1, 2)", "new Object()", "record P(int a) {} new P(1)"]:
        assert "text/plain" in notebook.run(code).of("execute_result")[0]["data"], code


@pytest.mark.parametrize(
    "code, status",
    [("int f() {", "incomplete"), ("1 +", "incomplete"), ("}", "invalid"), ("int x = 2;", "complete")],
)
def test_is_complete(notebook, code, status):
    reply = notebook.ask("is_complete_request", {"code": code})
    assert reply["status"] == status


@pytest.mark.parametrize(
    "code, expected",
    [
        ("System.out.println(", "println"),
        ("String", "java.lang.String"),
        ("Math.max", "max"),
        ("java.util.List", "java.util.List"),
    ],
)
def test_inspect_at_the_end_of_input(notebook, code, expected):
    reply = notebook.inspect(code)
    assert reply["found"]
    assert expected in reply["data"]["text/plain"]


def test_history_by_tail_range_and_search(notebook):
    notebook.run("int remembered = 11")
    notebook.run("remembered + 1")
    common = {"output": False, "raw": True}
    tail = notebook.ask("history_request", {**common, "hist_access_type": "tail", "n": 2})["history"]
    assert [entry[2] for entry in tail] == ["int remembered = 11", "remembered + 1"]
    session, line, _ = tail[0]
    ranged = {"hist_access_type": "range", "session": session, "start": line, "stop": line + 1}
    assert notebook.ask("history_request", {**common, **ranged})["history"] == [tail[0]]
    search = {"hist_access_type": "search", "pattern": "int remem*", "unique": True, "n": 5}
    assert notebook.ask("history_request", {**common, **search})["history"] == [tail[0]]


def test_history_with_outputs(notebook):
    notebook.run("6 * 7")
    notebook.run("int nothing = 0;")
    asked = {"hist_access_type": "tail", "n": 2, "output": True, "raw": True}
    entries = notebook.ask("history_request", asked)["history"]
    assert [entry[2] for entry in entries] == [["6 * 7", "42"], ["int nothing = 0;", None]]


def test_user_expressions_fail_one_by_one(notebook):
    expressions = {"throws": "1 / 0", "broken": "throw", "no text": 5, "exits": "System.exit(1)"}
    content = {"code": "1", "user_expressions": {**expressions, "good": "1 + 1"}}
    reply = notebook.ask("execute_request", content)
    assert reply["status"] == "ok"
    found = reply["user_expressions"]
    assert {name: found[name]["status"] for name in expressions} == dict.fromkeys(expressions, "error")
    assert found["good"]["data"]["text/plain"] == "2"


@pytest.mark.parametrize("code", ["", " \n", "// only a comment", "/* one */ // two", ";", ";;"])
def test_cell_without_code_does_nothing(notebook, code):
    cell = notebook.run(code)
    assert (cell.status, cell.kinds) == ("ok", ["status", "execute_input", "status"])


HOSTILE = {
    "text that is null": ('new Object() { public String toString() { return null; } }', "ok"),
    "exception without a message to be told": (
        "throw new RuntimeException() { public String getMessage() { throw new Error(); } };",
        "error",
    ),
    "thread that stops itself": ("throw new ThreadDeath();", "error"),
    "expression too deep for the compiler": ("int deep = " + "+".join(["1"] * 20_000) + ";", "error"),
    "closed output": ("System.out.close();", "ok"),
    "no Java at all": ("\0\1\ufffd", "error"),
}


@pytest.mark.parametrize("code, status", HOSTILE.values(), ids=HOSTILE.keys())
def test_kernel_survives(notebook, code, status):
    assert notebook.run(code).status == status
    assert notebook.run('System.out.println("printed"); 1 + 1').text() == "printed\n"


def test_pager(notebook):
    payload = notebook.run('page("text of a page")').reply["payload"]
    assert [(p["source"], p["data"]["text/plain"]) for p in payload] == [("page", "text of a page")]


def test_clear_output_from_a_cell(notebook):
    assert notebook.run("clearOutput(true);").of("clear_output") == [{"wait": True}]


INTERRUPTED = {
    "sleep": "Thread.sleep(60_000)",
    "busy loop": "while (true) {}",
    "loop that catches everything": "while (true) { try { Thread.sleep(10); } catch (Throwable t) {} }",
    "parallel stream": "IntStream.range(0, Integer.MAX_VALUE).parallel().mapToLong(i ->"
    " { long s = 0; for (int j = 0; j < 1000; j++) s += j * i; return s; }).sum()",
    "endless stream": "Stream.iterate(1, i -> i + 1).forEach(i -> {})",
    "slow renderer": "new Object() { public String toString() { while (true) {} } }",
    "waiting for input": 'input("never answered")',
    "other process": "%bash sleep 60",
}


@pytest.mark.parametrize("code", INTERRUPTED.values(), ids=INTERRUPTED.keys())
def test_interrupt_stops(notebook, code):
    sent = notebook.client.execute('System.out.println("started");\n' + code, allow_stdin=True)
    notebook.wait_for_output("started")
    begin = time.monotonic()
    notebook.interrupt()
    cell = notebook.finish(sent)
    assert cell.status == "error"
    assert cell.reply["ename"] == "CellInterrupted"
    assert time.monotonic() - begin < INTERRUPT_SECONDS
    busy = notebook.run(
        'Thread.getAllStackTraces().keySet().stream().filter(t -> t.getName().startsWith("ForkJoin"))'
        ".filter(t -> t.getState() == Thread.State.RUNNABLE).count()"
    )
    assert busy.result == "0", "no worker goes on"


def test_cell_that_heeds_no_interrupt_is_left_behind(fresh_notebook):
    notebook = fresh_notebook()
    notebook.run("var server = new ServerSocket(0);")
    sent = notebook.client.execute('{ System.out.println("waiting"); server.accept(); }')
    waiting = notebook.client.execute("1 + 1")
    notebook.wait_for_output("waiting")
    notebook.interrupt()
    cell = notebook.finish(sent)
    assert cell.reply["ename"] == "CellInterrupted"
    assert "ServerSocket" in cell.text("stderr") and "left behind" in cell.text("stderr")
    assert notebook.reply_to(waiting)["status"] == "aborted"
    assert notebook.run("int kept = 7; kept").result == "7"
    notebook.run("new Socket(server.getInetAddress(), server.getLocalPort()); server.close();")
    assert notebook.run("kept + 1").result == "8"


def test_silent_cell_shows_nothing_and_is_not_counted(notebook):
    before = notebook.run("1").reply["execution_count"]
    cell = notebook.run("2", silent=True)
    assert cell.kinds == ["status", "status"]
    assert notebook.run("3").reply["execution_count"] == before + 1


def test_unstored_cell_is_not_counted(notebook):
    before = notebook.run("1").reply["execution_count"]
    assert notebook.run("2", store_history=False).result == "2"
    assert notebook.run("3").reply["execution_count"] == before + 1


def test_user_expressions(notebook):
    cell = notebook.run("int base = 20", user_expressions={"good": "base * 2", "bad": "nope"})
    expressions = cell.reply["user_expressions"]
    assert expressions["good"]["data"]["text/plain"] == "40"
    assert expressions["bad"]["status"] == "error"


@pytest.mark.parametrize("stop_on_error, status", [(True, "aborted"), (False, "ok")])
def test_stop_on_error_aborts_the_cells_that_wait(notebook, stop_on_error, status):
    failing = 'Thread.sleep(500); throw new RuntimeException("stop here")'
    first = notebook.client.execute(failing, stop_on_error=stop_on_error)
    second = notebook.client.execute("1 + 1")
    assert notebook.reply_to(first)["status"] == "error"
    assert notebook.reply_to(second)["status"] == status
    notebook.until_idle(second)
    assert notebook.run("1 + 1").result == "2"


def test_output_of_a_thread_arrives_under_the_cell_that_started_it(notebook):
    sent = notebook.client.execute(
        'var late = new CountDownLatch(1); new Thread(() -> { try { late.await(); }'
        ' catch (InterruptedException e) {} System.out.println("late"); }).start();'
    )
    notebook.finish(sent)
    notebook.client.execute("late.countDown()")
    while True:
        message = notebook.client.get_iopub_msg(timeout=20)
        if message["msg_type"] == "stream" and "late" in message["content"]["text"]:
            assert message["parent_header"]["msg_id"] == sent
            return


def test_cursor_is_counted_in_code_points(notebook):
    reply = notebook.complete('var s = "😀😀"; s.isBl')
    assert (reply["matches"], reply["cursor_start"], reply["cursor_end"]) == (["isBlank()"], 16, 20)


def test_completions_carry_types_and_signatures(notebook):
    typed = notebook.complete("Math.abs")["metadata"]["_jupyter_types_experimental"]
    assert {"function"} == {item["type"] for item in typed}
    assert any("int" in item["signature"] for item in typed)


def test_unknown_request_gets_an_answer(notebook):
    for channel in ["shell", "control"]:
        reply = notebook.ask("debug_request", {"command": "x"}, channel)
        assert reply["status"] == "error"
        assert "debug_request" in reply["evalue"]


def test_bad_signature_is_survived(notebook):
    session = notebook.client.session
    message = session.serialize(session.msg("kernel_info_request", {}))
    signature = message.index(b"<IDS|MSG>") + 1
    message[signature] = b"0" * 64
    notebook.client.shell_channel.socket.send_multipart(message)
    assert notebook.run("1 + 1").result == "2"


def test_result_whose_text_throws_an_error(notebook):
    code = 'new Object() { @Override public String toString() { throw new Error("no text"); } }'
    cell = notebook.run(code)
    assert cell.status == "error"
    assert "no text" in cell.reply["evalue"]
    assert notebook.run("1 + 1").result == "2"


def test_questions_are_answered_while_a_cell_runs(notebook):
    sent = notebook.client.execute('System.out.println("started"); while (true) {}')
    notebook.wait_for_output("started")
    assert notebook.complete("System.ou")["matches"] == ["out"]
    assert notebook.inspect("Math.max")["found"]
    assert notebook.ask("is_complete_request", {"code": "1"})["status"] == "complete"
    assert notebook.ask("kernel_info_request", {})["status"] == "ok"
    notebook.interrupt()
    assert notebook.finish(sent).status == "error"


def test_two_thousand_lines_become_few_messages_in_order(notebook):
    cell = notebook.run("for (int i = 0; i < 2000; i++) System.out.println(i);")
    assert cell.text() == "".join(f"{i}\n" for i in range(2000))
    assert len(cell.of("stream")) <= 20


def test_all_messages_of_a_cell_are_valid(notebook):
    cell = notebook.run('display("x"); System.out.println(1); clearOutput(); 5')
    for message in cell.messages:
        validate_message(message, message["msg_type"], message["parent_header"]["msg_id"])
    assert cell.kinds[0] == "status" and cell.kinds[1] == "execute_input" and cell.kinds[-1] == "status"


def test_status_while_a_question_is_answered_ends_busy(notebook):
    sent = notebook.client.execute('System.out.println("started"); Thread.sleep(60_000);')
    notebook.wait_for_output("started")
    asked = notebook.client.complete("System.ou")
    notebook.reply_to(asked)
    states = []
    while ("idle", asked) not in states or states[-1] != ("busy", sent):
        message = notebook.client.get_iopub_msg(timeout=20)
        if message["msg_type"] == "status":
            states.append((message["content"]["execution_state"], message["parent_header"]["msg_id"]))
    notebook.interrupt()
    assert notebook.finish(sent).status == "error"


def test_stack_overflow_is_survived(notebook):
    cell = notebook.run("int endless(int i) { return endless(i + 1) + 1; } endless(0)")
    assert cell.reply["ename"].endswith("StackOverflowError")
    assert notebook.run("1 + 1").result == "2"


def test_memory_exhaustion_is_survived(fresh_notebook, monkeypatch):
    monkeypatch.setenv("RSR_JAVA_OPTS", "-Xmx300m")
    notebook = fresh_notebook()
    cell = notebook.run("var all = new ArrayList<long[]>(); while (true) all.add(new long[1_000_000]);")
    assert cell.reply["ename"].endswith("OutOfMemoryError")
    notebook.run("all = null;")
    assert notebook.run("new long[1_000_000].length").result == "1000000"


def test_system_exit_ends_the_cell_and_says_so(notebook):
    cell = notebook.run("int kept = 7; System.exit(3); kept = 8;")
    assert "System.exit(3)" in cell.reply["evalue"]
    assert notebook.run("kept").result == "7"


def test_hundred_megabytes_of_output(notebook):
    sent = notebook.client.execute(
        'String line = "x".repeat(9_999); for (int i = 0; i < 10_000; i++) System.out.println(line);'
    )
    size = 0
    while True:
        message = notebook.client.get_iopub_msg(timeout=60)
        content = message["content"]
        if message["msg_type"] == "stream":
            size += len(content["text"])
        if message["msg_type"] == "status" and content["execution_state"] == "idle":
            break
    assert notebook.reply_to(sent)["status"] == "ok"
    assert size == 100_000_000


def test_many_threads_print_at_once(notebook):
    cell = notebook.run(
        "var pool = Executors.newFixedThreadPool(4);"
        "for (int i = 0; i < 400; i++) { int n = i; pool.submit(() -> System.out.println(n)); }"
        "pool.shutdown(); pool.awaitTermination(20, TimeUnit.SECONDS)"
    )
    assert sorted(map(int, cell.text().split())) == list(range(400))


def test_two_front_ends_share_variables(notebook):
    other = BlockingKernelClient()
    other.load_connection_info(notebook.manager.get_connection_info())
    other.start_channels()
    other.wait_for_ready(timeout=60)
    assert Session(notebook.manager, other).run("int fromOther = 41;").status == "ok"
    other.stop_channels()
    assert notebook.run("fromOther + 1").result == "42"


def test_front_end_that_comes_again_under_its_own_name_is_answered(fresh_notebook):
    before = fresh_notebook()
    before.run("int kept = 7;")
    again = before.manager.client()
    again.start_channels()
    again.wait_for_ready(timeout=60)
    assert Session(before.manager, again).run("kept").result == "7"
    again.stop_channels()

"""A client of a running java-rsr kernel that reads like a notebook."""

import time
from dataclasses import dataclass, field
from queue import Empty

from jupyter_client.manager import start_new_kernel

KERNEL = "java-rsr"
SECONDS = 60


@dataclass
class Outcome:
    """What came of one cell: the reply's content, and the iopub messages in order."""

    reply: dict
    messages: list = field(default_factory=list)

    def of(self, kind):
        return [m["content"] for m in self.messages if m["msg_type"] == kind]

    @property
    def status(self):
        return self.reply["status"]

    @property
    def result(self):
        found = self.of("execute_result")
        return found[0]["data"]["text/plain"] if found else None

    def text(self, stream="stdout"):
        return "".join(c["text"] for c in self.of("stream") if c["name"] == stream)

    @property
    def kinds(self):
        return [m["msg_type"] for m in self.messages]


class Session:
    """A notebook at a kernel."""

    def __init__(self, manager, client):
        self.manager = manager
        self.client = client

    def run(self, code, answer=None, **options):
        """Runs a cell to its end: its reply and its idle status."""
        sent = self.client.execute(code, allow_stdin=answer is not None, **options)
        if answer is not None:
            question = self.client.get_stdin_msg(timeout=SECONDS)
            self.question = question["content"]
            self.client.input(answer)
        return self.finish(sent)

    def finish(self, sent):
        return Outcome(self.reply_to(sent), self.until_idle(sent))

    def until_idle(self, sent):
        messages, end = [], time.monotonic() + SECONDS
        while time.monotonic() < end:
            message = self.client.get_iopub_msg(timeout=SECONDS)
            if message["parent_header"].get("msg_id") != sent:
                continue
            messages.append(message)
            if message["msg_type"] == "status" and message["content"]["execution_state"] == "idle":
                return messages
        raise AssertionError(f"no idle; seen: {[m['msg_type'] for m in messages]}")

    def reply_to(self, sent, channel="shell"):
        receive = self.client.get_shell_msg if channel == "shell" else self.client.get_control_msg
        while True:
            try:
                message = receive(timeout=SECONDS)
            except Empty:
                raise AssertionError(f"no reply on {channel}") from None
            if message["parent_header"]["msg_id"] == sent:
                return message["content"]

    def ask(self, kind, content, channel="shell"):
        """Sends a request of any type and returns the reply's content."""
        message = self.client.session.msg(kind, content)
        getattr(self.client, f"{channel}_channel").send(message)
        return self.reply_to(message["header"]["msg_id"], channel)

    def complete(self, code, cursor=None):
        return self.reply_to(self.client.complete(code, cursor))

    def inspect(self, code, cursor=None, detail=0):
        return self.reply_to(self.client.inspect(code, cursor, detail))

    def interrupt(self):
        return self.ask("interrupt_request", {}, "control")

    def wait_for_output(self, text):
        """Waits until the running cell has printed the text."""
        seen = ""
        while text not in seen:
            message = self.client.get_iopub_msg(timeout=SECONDS)
            if message["msg_type"] == "stream":
                seen += message["content"]["text"]


def start(**options):
    return Session(*start_new_kernel(kernel_name=KERNEL, startup_timeout=SECONDS, **options))


def stop(session):
    session.client.stop_channels()
    session.manager.shutdown_kernel()

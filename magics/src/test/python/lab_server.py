"""A Jupyter server for the browser tests."""

import contextlib
import socket
import subprocess
import sys
import time
import urllib.request

import pytest

TOKEN = "view-tests"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(url, server, log):
    end = time.monotonic() + 120
    while time.monotonic() < end:
        if server.poll() is not None:
            pytest.fail("Jupyter did not start: " + log.read_text())
        try:
            urllib.request.urlopen(url, timeout=5)
            return
        except OSError:
            time.sleep(0.5)
    pytest.fail("Jupyter did not answer within two minutes: " + log.read_text())


@contextlib.contextmanager
def serving(folder, env):
    """Serves the notebooks of a folder; gives the address."""
    log = folder / "server.log"
    port = free_port()
    server = subprocess.Popen(
        [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", f"--port={port}",
         f"--notebook-dir={folder}", f"--IdentityProvider.token={TOKEN}"],
        env=env, stdout=log.open("w"), stderr=subprocess.STDOUT)
    address = f"http://127.0.0.1:{port}/"
    try:
        wait_for(address + "api", server, log)
        yield address
    finally:
        server.terminate()
        server.wait(30)

"""A running java-rsr kernel for each test file."""

import os

import pytest
from notebook_session import start, stop


@pytest.fixture(scope="module")
def notebook():
    session = start()
    yield session
    stop(session)


@pytest.fixture
def fresh_notebook(tmp_path):
    """Starts kernels whose history and caches lie in a folder of the test's own."""
    started = []

    def begin():
        session = start(env={**os.environ, "RSR_HOME": str(tmp_path)})
        started.append(session)
        return session

    yield begin
    for session in started:
        if session.manager.is_alive():
            stop(session)

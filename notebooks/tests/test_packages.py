"""The wheel, as somebody meets it who has nothing but pip and a JDK."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import KernelManager

CHECKOUT = Path(__file__).resolve().parents[2]


def run(*command):
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def environment(tmp_path_factory):
    """A new Python environment with the wheel in it, and without a network."""
    folder = tmp_path_factory.mktemp("environment")
    run(CHECKOUT / "install", "wheel")
    (wheel,) = (CHECKOUT / "target/packages").glob("rsr_kernel-*.whl")
    run(sys.executable, "-m", "venv", folder)
    run(folder / "bin/pip", "install", "--no-index", "--no-deps", wheel)
    return folder


def test_wheel_lets_papermill_write_parameters_in_java(environment):
    engines = "import importlib.metadata as m; print(m.entry_points(group='papermill.engine'))"
    assert "java_rsr_papermill" in run(environment / "bin/python", "-c", engines)
    assert list(environment.glob("lib/python*/site-packages/java_rsr_papermill.py"))


def test_wheel_brings_a_kernel_with_its_student_and_pip_takes_them_away(environment, tmp_path):
    kernelspec = environment / "share/jupyter/kernels/java-rsr"
    specs = KernelSpecManager(kernel_dirs=[str(kernelspec.parent)])
    manager = KernelManager(kernel_name="java-rsr", kernel_spec_manager=specs)
    manager.start_kernel(env=os.environ | {"RSR_HOME": str(tmp_path / "rsr")}, cwd=tmp_path)
    client = manager.client()
    client.start_channels()
    client.wait_for_ready(timeout=60)
    texts = []
    client.execute_interactive(
        "%rsr student smollm2",
        output_hook=lambda message: texts.append(message["content"].get("data", {}).get("text/plain", "")),
        timeout=120,
    )
    client.stop_channels()
    manager.shutdown_kernel()
    assert any("134,515,008" in text for text in texts)

    run(environment / "bin/pip", "uninstall", "--yes", "rsr-kernel")
    assert not kernelspec.exists()

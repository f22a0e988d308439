"""The launch script of the kernelspec, with a pretended JDK that prints its arguments."""

import os
import subprocess
from pathlib import Path

import pytest

LAUNCH = Path(__file__).parents[2] / "main" / "kernelspec" / "launch"


@pytest.fixture
def launch(tmp_path):
    def with_java(release, java_argument=None, **environment):
        java = tmp_path / "bin" / "java"
        java.parent.mkdir(exist_ok=True)
        java.write_text("#!/bin/sh\nprintf '%s\\n' \"$@\"\n", encoding="utf-8")
        java.chmod(0o755)
        (tmp_path / "release").write_text(release, encoding="utf-8")
        return subprocess.run(
            ["sh", LAUNCH, "connection.json", java_argument or java, "/h"],
            env={"PATH": os.environ["PATH"], "HOME": "/home/ana", **environment},
            capture_output=True,
            text=True,
            check=False,
        )

    return with_java


JDK = 'JAVA_VERSION="21.0.4"\nMODULES="java.base jdk.compiler jdk.jshell"\n'


def test_jdk_is_started_with_the_connection_file_last(launch):
    arguments = launch(JDK).stdout.splitlines()
    assert arguments[-2:] == ["org.rsrkernel.kernel.Main", "connection.json"]
    assert "-Drsr.home=/h" in arguments
    assert "-DDJL_CACHE_DIR=/h/djl" in arguments


def test_own_options_come_after_the_others_and_are_split_at_blanks(launch):
    arguments = launch(JDK, RSR_JAVA_OPTS="-Xmx8g -Dpattern=*", JAVA_OPTS="-Xmx1g").stdout.splitlines()
    class_path = arguments.index("-cp")
    assert arguments[class_path - 2 : class_path] == ["-Xmx8g", "-Dpattern=*"]
    assert "-Xmx1g" not in arguments


def test_java_opts_count_where_no_own_options_are_set(launch):
    assert "-Xmx1g" in launch(JDK, JAVA_OPTS="-Xmx1g").stdout.splitlines()


@pytest.mark.parametrize(
    "release, complaint",
    [
        ('JAVA_VERSION="11.0.2"\nMODULES="java.base jdk.jshell"\n', "is Java 11.0.2"),
        ('JAVA_VERSION="1.8.0_402"\n', "is Java 1.8.0_402"),
        ('JAVA_VERSION="17.0.1"\nMODULES="java.base java.desktop"\n', "it is a JRE"),
    ],
)
def test_java_that_cannot_run_the_kernel_is_refused_with_the_remedy(launch, release, complaint):
    refused = launch(release)
    assert refused.returncode == 2
    assert complaint in refused.stderr
    assert "JAVA_HOME" in refused.stderr


def test_java_of_a_wheel_is_that_of_java_home(launch, tmp_path):
    assert launch(JDK, "java", JAVA_HOME=str(tmp_path)).stdout.splitlines()[-1] == "connection.json"


def test_missing_java_of_a_wheel_is_named_with_the_remedy(launch, tmp_path):
    refused = launch(JDK, "java", JAVA_HOME=str(tmp_path / "gone"))
    assert refused.returncode == 2
    assert f"there is no {tmp_path}/gone/bin/java. Install one, or set JAVA_HOME to it." in refused.stderr

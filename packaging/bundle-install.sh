#!/bin/sh
# Installs JupyterLab with Java (RSR) from this folder alone, without a network: sh install.sh [FOLDER]
# FOLDER is a new Python environment, ./jupyter where none is named. PYTHON names the Python to make it with.
set -eu

here=$(cd -- "$(dirname -- "$0")" && pwd)
folder=${1:-jupyter}
python=${PYTHON:-python3}

fail() {
  printf 'install.sh: %s\n' "$*" >&2
  exit 1
}

command -v "$python" >/dev/null || fail "no Python found: $python. Set PYTHON to one."
built_for=${here##*-python}
version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
[ "$version" = "$built_for" ] ||
  fail "this bundle is for Python $built_for, and $python is $version. Set PYTHON to a Python $built_for, or make a bundle there."
"${JAVA_HOME:+$JAVA_HOME/bin/}java" --list-modules 2>/dev/null | grep -q '^jdk.jshell@' ||
  fail "the kernel runs with a JDK 17 or newer, and none was found. Install one, or set JAVA_HOME to it."
"$python" -m venv "$folder" || fail "$python could not make $folder."
"$folder/bin/pip" install --quiet --no-index --find-links "$here/wheels" --requirement "$here/requirements.txt" rsr-kernel
printf 'Installed. Start it with: %s/bin/jupyter lab %s/notebooks\n' "$folder" "$here"

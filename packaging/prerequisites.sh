# Java, Python, and the private Python environment .venv.

readonly OLDEST_JAVA=17
readonly OLDEST_PYTHON_MINOR=11 # the oldest that the pinned packages were resolved for

check_java() {
  local java=java remedy="Install JDK $OLDEST_JAVA or newer (Debian, Ubuntu: apt-get install openjdk-17-jdk-headless;
  macOS: brew install openjdk@17; anywhere: https://adoptium.net), or set JAVA_HOME to one."
  if [ -n "${JAVA_HOME:-}" ]; then
    java=$JAVA_HOME/bin/java
    [ -x "$java" ] || fail "JAVA_HOME is $JAVA_HOME, but there is no bin/java in it" "$remedy"
  fi
  local properties
  properties=$("$java" -XshowSettings:properties -version 2>&1) || fail "no working Java found" "$remedy"
  property() { sed -n "s/^ *$1 = //p" <<<"$properties"; }
  local version home
  version=$(property java.specification.version)
  version=${version#1.} # Java 8 calls itself 1.8
  home=$(property java.home)
  [ "${version%%.*}" -ge "$OLDEST_JAVA" ] || fail "Java $version at $home is too old" "$remedy"
  local modules
  modules=$("$java" --list-modules)
  for module in jdk.jshell jdk.compiler; do
    grep -q "^$module@" <<<"$modules" ||
      fail "the Java at $home is a JRE without the module $module, which runs the cells" "$remedy"
  done
  export JAVA_HOME=$home
}

check_python() {
  PYTHON=${PYTHON:-python3}
  local remedy="Install Python 3.$OLDEST_PYTHON_MINOR or newer (Debian, Ubuntu: apt-get install python3 python3-venv), or set PYTHON to one."
  command -v "$PYTHON" >/dev/null || fail "no Python found: $PYTHON" "$remedy"
  "$PYTHON" -c "import sys; sys.exit(sys.version_info < (3, $OLDEST_PYTHON_MINOR))" ||
    fail "$("$PYTHON" --version 2>&1) at $(command -v "$PYTHON") is too old" "$remedy"
  "$PYTHON" -c 'import venv, ensurepip' 2>/dev/null ||
    fail "$PYTHON cannot make virtual environments" "Debian, Ubuntu: apt-get install python3-venv"
}

check_prerequisites() {
  check_java
  check_python
  [ -w "$ROOT" ] || fail "cannot write to the checkout $ROOT" "Clone into a folder of your own."
}

# A .venv with pip alone is enough to fetch packages.
make_venv() {
  unset PYTHONPATH PYTHONHOME # another environment's packages would shadow the pinned ones
  export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_RETRIES="${PIP_RETRIES:-1}" # every command is tried three times anyway
  # A checkout that was moved leaves a .venv whose scripts point to the old place.
  if [ -x "$VENV/bin/pip" ] && "$VENV/bin/pip" --version >/dev/null 2>&1; then return; fi
  say "Making .venv"
  rm -rf -- "$VENV"
  TEMPORARY+=("$VENV")
  "$PYTHON" -m venv "$VENV" || fail "$PYTHON could not make $VENV" "The lines above say why."
  TEMPORARY=()
}

install_jupyter() {
  local wanted
  wanted=$(cat "$ROOT/notebooks/requirements.txt" "$ROOT/notebooks/constraints.txt")
  if [ "$(cat "$VENV/installed.txt" 2>/dev/null)" = "$wanted" ]; then return; fi
  say "Installing JupyterLab into .venv (about 260 MB, once)"
  retry "Installing JupyterLab" "$VENV/bin/pip" install --quiet \
    --requirement "$ROOT/notebooks/requirements.txt" --constraint "$ROOT/notebooks/constraints.txt"
  printf '%s\n' "$wanted" >"$VENV/installed.txt"
}

# What the tests need beside JupyterLab: a driver for the browser, libraries to exchange files with, a trainer of students.
install_test_tools() {
  local tools=$ROOT/magics/src/test/python/requirements.txt training=$ROOT/notebooks/experiment/requirements.txt wanted
  wanted=$(cat "$tools" "$training" "$ROOT/notebooks/constraints.txt")
  if [ "$(cat "$VENV/installed-for-tests.txt" 2>/dev/null)" = "$wanted" ]; then return; fi
  say "Installing the browser driver, a trainer and the libraries of other formats into .venv (about 350 MB, once)"
  retry "Installing what the tests need" "$VENV/bin/pip" install --quiet \
    --requirement "$tools" --requirement "$training" --constraint "$ROOT/notebooks/constraints.txt"
  printf '%s\n' "$wanted" >"$VENV/installed-for-tests.txt"
}

# The reference of the benchmark, apart from everything else.
install_reference() {
  local venv=$ROOT/.venv-reference requirements=$ROOT/magics/src/benchmark/python/requirements.txt
  if cmp --silent "$requirements" "$venv/installed.txt"; then return; fi
  say "Installing transformers and PyTorch into .venv-reference (about 6 GB on Linux, once)"
  rm -rf -- "$venv"
  "$PYTHON" -m venv "$venv" || fail "$PYTHON could not make $venv" "The lines above say why."
  retry "Installing transformers" "$venv/bin/pip" install --quiet --requirement "$requirements"
  cp -- "$requirements" "$venv/installed.txt"
}

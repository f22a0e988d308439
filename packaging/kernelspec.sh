# The kernelspec java-rsr: making it, putting it where Jupyter looks.

# write_kernel_json FOLDER JAVA KERNELSPEC HOME: fills the template's @PLACES@, quoted as JSON wants it
write_kernel_json() {
  "$PYTHON" - "$ROOT/kernel/src/main/kernelspec/kernel.json" "$1/kernel.json" "$2" "$3" "$4" <<'PYTHON'
import json, sys
template, target, java, kernelspec, rsr_home = sys.argv[1:]
text = open(template, encoding="utf-8").read()
for name, path in {"JAVA": java, "KERNELSPEC": kernelspec, "RSR_HOME": rsr_home}.items():
    text = text.replace(f"@{name}@", json.dumps(path, ensure_ascii=False)[1:-1])
json.loads(text)
open(target, "w", encoding="utf-8").write(text)
PYTHON
}

# stage_kernelspec FOLDER: everything but kernel.json, into a new folder
stage_kernelspec() {
  local jar
  mkdir -p -- "$1/lib/extensions"
  cp -- "$ROOT"/kernel/src/main/kernelspec/* "$ROOT/target/plotly.min.js" "$1/"
  cp -- "$ROOT"/kernel/target/kernel-*.jar "$ROOT"/kernel/target/lib/*.jar "$1/lib/"
  for jar in "$ROOT"/magics/target/magics-*.jar "$ROOT"/magics/target/lib/*.jar; do
    [ -e "$1/lib/$(basename "$jar")" ] || cp -- "$jar" "$1/lib/extensions/"
  done
}

# install_kernelspec KERNELS HOME: puts java-rsr, whole, into the folder of kernelspecs; HOME is where it keeps things
install_kernelspec() {
  local kernels=$1 home=$2 target=$1/java-rsr staged=$1/.java-rsr.new old=$1/.java-rsr.old stamp
  make_folder "$kernels" "--user, --sys-prefix or --prefix DIR."
  fetch_plotly
  stamp="$(cat "$ROOT/target/jars.stamp") $PLOTLY_SHA256 $(cat "$ROOT"/install "$ROOT"/packaging/*.sh | cksum) $JAVA_HOME $home $target $(cuda_version "$home")"
  if [ "$(cat "$target/stamp" 2>/dev/null)" = "$stamp" ]; then return; fi
  rm -rf -- "$staged" "$old"
  TEMPORARY+=("$staged")
  stage_kernelspec "$staged"
  write_kernel_json "$staged" "$JAVA_HOME/bin/java" "$target" "$home"
  [ -z "$(cuda_version "$home")" ] || ln -s "$home/cuda" "$staged/cuda"
  printf '%s\n' "$stamp" >"$staged/stamp"
  [ ! -e "$target" ] || mv -- "$target" "$old"
  mv -- "$staged" "$target"
  rm -rf -- "$old"
  remember_kernelspec "$home" "$target"
  sh "$target/launch" --rehearse "$JAVA_HOME/bin/java" "$home" >/dev/null 2>&1 ||
    say "The kernel's classes could not be archived; it starts a little slower."
}

# Where Jupyter looks for what belongs to this user.
user_data() {
  if command -v jupyter >/dev/null; then
    jupyter --data-dir
  elif [ "$(uname)" = Darwin ]; then
    printf '%s\n' "${JUPYTER_DATA_DIR:-$HOME/Library/Jupyter}"
  else
    printf '%s\n' "${JUPYTER_DATA_DIR:-${XDG_DATA_HOME:-$HOME/.local/share}/jupyter}"
  fi
}

# Taking everything away again.

# remember_kernelspec HOME FOLDER: writes down where a kernelspec went
remember_kernelspec() {
  local list=$1/kernelspecs.txt
  grep -qxF -- "$2" "$list" 2>/dev/null || printf '%s\n' "$2" >>"$list"
}

remove() {
  [ -e "$1" ] || [ -L "$1" ] || return 0
  rm -rf -- "$1"
  say "Removed $1"
}

# Every kernelspec that was installed from here, and that of the user, whichever version put it there.
uninstall_kernelspecs() {
  local kernelspec
  { cat "$CACHE/kernelspecs.txt" 2>/dev/null || true; printf '%s\n' "$(user_data)/kernels/java-rsr"; } |
    while IFS= read -r kernelspec; do
      [ ! -e "$kernelspec/stamp" ] || remove "$kernelspec" # no stamp: not put there by ./install
    done
}

# Files of anybody else in RSR_HOME stay, and so does the folder then.
uninstall() {
  local part
  uninstall_kernelspecs
  for part in "students/$STUDENT_FILE" "students/$STUDENT_FILE.sha256" scores djl cuda history.jsonl kernelspecs.txt; do
    remove "$CACHE/$part"
  done
  rmdir -- "$CACHE/students" "$CACHE" 2>/dev/null || [ ! -e "$CACHE" ] ||
    say "Kept $CACHE, which holds other files: $(ls -A -- "$CACHE" | tr '\n' ' ')"
  for part in .venv .venv-reference target kernel/target magics/target jmh/target; do remove "$ROOT/$part"; done
  say "What is left of Java (RSR) is the checkout $ROOT"
}

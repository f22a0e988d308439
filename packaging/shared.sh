# What every part of ./install says and does in the same way.

# Kernelspecs hold paths, which must not depend on where Jupyter is started.
absolute() { case $1 in /*) printf '%s\n' "$1" ;; *) printf '%s\n' "$PWD/$1" ;; esac; }

say() { printf '%s\n' "$*" >&2; }

# fail WHAT REMEDY...
fail() {
  printf 'install: %s\n' "$1" >&2
  shift
  printf '  %s\n' "$@" >&2
  exit 1
}

# Whatever is written goes to a temporary name first; this takes away what an interrupted run leaves.
TEMPORARY=()
cleanup() { for path in ${TEMPORARY[@]+"${TEMPORARY[@]}"}; do rm -rf -- "$path"; done; }
trap cleanup EXIT

# Makes the folder, or says which existing folder forbids it.
make_folder() {
  mkdir -p -- "$1" 2>/dev/null && [ -w "$1" ] ||
    fail "cannot write to $1" "Check who owns it and whether the disk is full or read-only, or choose another place: ${2}"
}

# retry WHAT COMMAND...: three attempts, since downloads break
retry() {
  local what=$1 attempt
  shift
  for attempt in 1 2 3; do
    if "$@"; then return; fi
    say "$what: attempt $attempt of 3 did not succeed."
  done
  fail "$what did not succeed" \
    "Check the network; behind a proxy set HTTPS_PROXY, with an index of your own PIP_INDEX_URL. Then run ./install again:" \
    "what is complete is kept, what is not was removed."
}

sha256() { "$PYTHON" -c 'import hashlib, sys; print(hashlib.sha256(open(sys.argv[1], "rb").read()).hexdigest())' "$1"; }

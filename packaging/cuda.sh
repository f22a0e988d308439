# libtorch for CUDA, out of PyTorch's own packages.

readonly CUDA_LIBTORCH=2.7.1 # the only version that the JNI of DJL works with; see pytorch.version in pom.xml
readonly CUDA_SPACE_GB=8    # packages and what is unpacked from them, for a while side by side

# cuda_version HOME: the version of the CUDA libraries that lie there complete, or nothing
cuda_version() {
  [ "$(cat "$1/cuda/version.txt" 2>/dev/null)" != "$CUDA_LIBTORCH" ] || printf '%s\n' "$CUDA_LIBTORCH"
}

check_cuda_platform() {
  [ "$(uname -sm)" = "Linux x86_64" ] ||
    fail "--gpu: CUDA libraries are there for Linux on x86-64 alone, and this is $(uname -sm)" "Install without --gpu: students compute on the CPU."
  [ -r /proc/driver/nvidia/version ] ||
    say "No NVIDIA driver is running here. The libraries are fetched all the same; students compute on the CPU until there is one."
}

# fetch_cuda HOME
fetch_cuda() {
  local folder=$1/cuda free
  if [ -n "$(cuda_version "$1")" ]; then return; fi
  make_folder "$folder" "set RSR_HOME."
  free=$(df -Pk "$folder" | awk 'NR == 2 { print int($4 / 1048576) }')
  [ "$free" -ge "$CUDA_SPACE_GB" ] ||
    fail "$folder has $free GB left, and the CUDA libraries need $CUDA_SPACE_GB GB while they are unpacked" \
      "Make room, or set RSR_HOME to a folder on a larger disk."
  say "Fetching libtorch $CUDA_LIBTORCH for CUDA (about 2.8 GB, once)"
  retry "Fetching the CUDA libraries" "$VENV/bin/python" "$ROOT/packaging/fetch_cuda.py" "$CUDA_LIBTORCH" "$folder"
}

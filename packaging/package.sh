# One file to carry elsewhere: a wheel for pip, and an archive for machines without a network.

readonly PACKAGES=$ROOT/target/packages

project_version() { sed -n 's#^  <version>\(.*\)</version>#\1#p' "$ROOT/pom.xml"; }

# make_wheel: the kernelspec with native libraries and student, as pip installs it into share/jupyter/kernels
make_wheel() {
  local tree=$ROOT/target/wheel kernelspec=$ROOT/target/wheel/kernelspec
  check_prerequisites
  make_venv
  build_jars
  fetch_student "$CACHE"
  fetch_plotly
  install_packing_tools
  rm -rf -- "$tree"
  TEMPORARY+=("$tree")
  stage_kernelspec "$kernelspec"
  mkdir -- "$kernelspec/students"
  cp -- "$CACHE/students/$STUDENT_FILE" "$kernelspec/students/"
  write_kernel_json "$kernelspec" java '{resource_dir}' '~/.cache/rsr' # Jupyter and launch fill these in
  make_folder "$PACKAGES" "clone into another folder."
  rm -f -- "$PACKAGES"/*.whl
  "$VENV/bin/python" "$ROOT/packaging/make_wheel.py" "$kernelspec" "$(project_version)" "$ROOT" "$PACKAGES"
  say "Made $(ls "$PACKAGES"/*.whl)"
}

install_packing_tools() {
  [ -x "$VENV/bin/wheel" ] ||
    retry "Installing wheel" "$VENV/bin/pip" install --quiet --requirement "$ROOT/packaging/requirements.txt"
}

# make_bundle: the wheel, JupyterLab for this Python, the notebooks and a script that needs nothing else
make_bundle() {
  local name tree archive
  make_wheel
  name=rsr-kernel-$(project_version)-$("$VENV/bin/python" -c 'import sys, sysconfig; print(sysconfig.get_platform(), "python%d.%d" % sys.version_info[:2], sep="-")')
  tree=$ROOT/target/bundle/$name archive=$PACKAGES/$name.tar
  rm -rf -- "$ROOT/target/bundle"
  TEMPORARY+=("$ROOT/target/bundle")
  mkdir -p -- "$tree/wheels" "$tree/notebooks"
  retry "Fetching JupyterLab" "$VENV/bin/pip" download --quiet --dest "$tree/wheels" \
    --requirement "$ROOT/packaging/server-requirements.txt" --constraint "$ROOT/notebooks/constraints.txt"
  cp -- "$PACKAGES"/*.whl "$tree/wheels/"
  cp -- "$ROOT"/notebooks/*.ipynb "$ROOT"/notebooks/*.csv "$tree/notebooks/"
  cp -R -- "$ROOT/notebooks/experiment" "$tree/notebooks/"
  rm -rf -- "$tree/notebooks/experiment/__pycache__"
  cp -- "$ROOT/packaging/bundle-install.sh" "$tree/install.sh"
  cp -- "$ROOT/packaging/server-requirements.txt" "$tree/requirements.txt"
  cp -- "$ROOT/README.md" "$ROOT/LICENSE" "$tree/"
  tar -cf "$archive.part" -C "$ROOT/target/bundle" "$name" # the wheels are compressed already
  mv -f -- "$archive.part" "$archive"
  say "Made $archive. There: tar -xf $name.tar && sh $name/install.sh"
}

"""Fetches libtorch for CUDA out of PyTorch's own packages: fetch_cuda.py VERSION FOLDER

What the folder holds afterwards:

  lib/         every shared library of torch and of the NVIDIA packages that it asks for, and libcudart.so, the name
               under which DJL looks for the CUDA runtime to count GPUs
  libtorch/    links to those of them that DJL loads, each by name; the others are found through LD_LIBRARY_PATH
  version.txt  libtorch's version; written last, so a folder with it is complete

Run with the Python of an environment that has pip. What was fetched whole is kept when a run breaks, and pip checks
each package against the checksum in its index.
"""

import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

# What the wheels are built for, whichever Python runs this: they are unpacked, never imported.
PLATFORMS = ["manylinux_2_28_x86_64", "manylinux_2_27_x86_64", "manylinux2014_x86_64", "manylinux1_x86_64"]
PYTHON_VERSION = "3.11"
# DJL opens every file in the folder it is given; caffe2_nvrtc, which needs a driver to open, must not be among them.
OPENED_BY_DJL = [
    "libc10.so",
    "libc10_cuda.so",
    "libgomp.so.1",
    "libtorch.so",
    "libtorch_cpu.so",
    "libtorch_cuda.so",
    "libtorch_cuda_linalg.so",
]
SHARED_LIBRARY = re.compile(r"(torch|nvidia/\w+|cusparselt)/lib/([^/]+\.so(\.\d+)*)")
NVIDIA_REQUIREMENT = re.compile(r"Requires-Dist: (nvidia-[\w-]+)\s*\(?==\s*([\w.]+)\)?")


def download(requirement, folder):
    """The wheel of one package, without what it asks for; a wheel that is there already is not fetched again."""
    platforms = [f"--platform={platform}" for platform in PLATFORMS]
    subprocess.run(
        [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-cache-dir", "--only-binary=:all:"]
        + [*platforms, f"--python-version={PYTHON_VERSION}", f"--dest={folder}", requirement],
        check=True,
    )
    name, _, version = requirement.partition("==")
    (wheel,) = folder.glob(f"{name.replace('-', '_')}-{version}-*.whl")
    return wheel


def nvidia_requirements(torch_wheel):
    """The NVIDIA packages that torch asks for, each as NAME==VERSION."""
    with zipfile.ZipFile(torch_wheel) as archive:
        (metadata,) = [name for name in archive.namelist() if name.endswith(".dist-info/METADATA")]
        text = archive.read(metadata).decode("utf-8")
    return [f"{name}=={version}" for name, version in NVIDIA_REQUIREMENT.findall(text)]


def unpack_libraries(wheel, folder):
    """Puts the wheel's shared libraries side by side into the folder."""
    with zipfile.ZipFile(wheel) as archive:
        for member in archive.namelist():
            library = SHARED_LIBRARY.fullmatch(member)
            if library:
                with archive.open(member) as source, open(folder / library[2], "wb") as target:
                    shutil.copyfileobj(source, target, 1 << 20)


def link(place, target):
    place.unlink(missing_ok=True)
    place.symlink_to(target)


def fetch(version, folder):
    wheels, libraries, opened = folder / "wheels", folder / "lib", folder / "libtorch"
    for place in (wheels, libraries, opened):
        place.mkdir(parents=True, exist_ok=True)
    torch_wheel = download(f"torch=={version}", wheels)
    requirements = nvidia_requirements(torch_wheel)
    for number, requirement in enumerate(requirements, start=1):
        print(f"  {number} of {len(requirements)}: {requirement}", file=sys.stderr)
        unpack_libraries(download(requirement, wheels), libraries)
    unpack_libraries(torch_wheel, libraries)
    for name in OPENED_BY_DJL:
        if not (libraries / name).exists():
            sys.exit(f"torch=={version} holds no {name}: it is not built for CUDA on Linux")
        link(opened / name, os.path.join("..", "lib", name))
    for runtime in libraries.glob("libcudart.so.*"):
        link(libraries / "libcudart.so", runtime.name)
    shutil.rmtree(wheels)
    (folder / "version.txt").write_text(version + "\n", encoding="utf-8")


if __name__ == "__main__":
    try:
        fetch(sys.argv[1], Path(sys.argv[2]))
    except subprocess.CalledProcessError:
        sys.exit(1)  # pip has said why
    except OSError as error:
        sys.exit(f"{error.strerror}: {error.filename}")

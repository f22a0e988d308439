"""Packs a kernelspec as a wheel: make_wheel.py KERNELSPEC VERSION CHECKOUT FOLDER

pip puts the kernelspec into share/jupyter/kernels of its environment and takes it away again. The only Python in the wheel
is what papermill takes from it, to write parameters in Java. It is for the platform it is made on, since the native libraries are.
"""

import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

METADATA = """\
Metadata-Version: 2.4
Name: rsr-kernel
Version: {version}
Summary: A Java notebook kernel for Jupyter with %rsr magics: which teacher teaches this student best?
License-Expression: Apache-2.0
License-File: LICENSE
Requires-Python: >=3.8
Requires-Dist: jupyter-client>=7
Description-Content-Type: text/markdown

{description}"""

WHEEL = """\
Wheel-Version: 1.0
Generator: rsr-kernel
Root-Is-Purelib: false
Tag: py3-none-{platform}
"""


def make(kernelspec, version, checkout, folder):
    tree = kernelspec.parent / f"rsr_kernel-{version}"
    information = tree / f"rsr_kernel-{version}.dist-info"
    kernels = tree / f"rsr_kernel-{version}.data/data/share/jupyter/kernels"
    (information / "licenses").mkdir(parents=True)
    kernels.mkdir(parents=True)
    kernelspec.rename(kernels / "java-rsr")
    shutil.copy(checkout / "LICENSE", information / "licenses")
    papermill = checkout / "packaging/papermill"
    shutil.copy(papermill / "java_rsr_papermill.py", tree)
    shutil.copy(papermill / "java_rsr_papermill.dist-info/entry_points.txt", information)
    description = (checkout / "README.md").read_text(encoding="utf-8")
    (information / "METADATA").write_text(METADATA.format(version=version, description=description), encoding="utf-8")
    platform = sysconfig.get_platform().replace("-", "_").replace(".", "_")
    (information / "WHEEL").write_text(WHEEL.format(platform=platform), encoding="utf-8")
    subprocess.run([sys.executable, "-m", "wheel", "pack", "--dest-dir", folder, tree], check=True, stdout=sys.stderr)


if __name__ == "__main__":
    make(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]), Path(sys.argv[4]))

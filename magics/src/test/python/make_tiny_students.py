#!/usr/bin/env python3
"""Tiny random students of every decoder family, with the ranks and surprisals transformers gives.

  make_tiny_students.py [NAME...]

Writes ../resources/students/NAME/{config.json, model.safetensors, expected.json}; all of them
without NAME. Made with transformers 5.23.0 (llama3: 5.24.0) and torch 2.15.0
on the CPU.
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
GPT2 = dict(vocab_size=VOCABULARY, n_embd=32, n_inner=48, n_layer=2, n_head=4, n_positions=1024)
NEOX = dict(vocab_size=VOCABULARY, hidden_size=32, intermediate_size=48, num_hidden_layers=2,
            num_attention_heads=4, max_position_embeddings=1024)
TYPES_BY_LAYER = ["sliding_attention", "full_attention"]


def rope(kind, theta=10000.0, **more):
    return {"rope_parameters": dict(rope_type=kind, rope_theta=theta, **more)}


# name -> (model_type, configuration, type the weights are stored in)
STUDENTS = {
    "llama": ("llama", dict(SMALL, **rope("default")), torch.float32),
    "llama-tied-bias": ("llama", dict(SMALL, tie_word_embeddings=True, attention_bias=True,
                                      mlp_bias=True, head_dim=12), torch.bfloat16),
    "llama3": ("llama", dict(SMALL, **rope("llama3", 500.0, factor=8.0, low_freq_factor=1.0, high_freq_factor=4.0,
                                           original_max_position_embeddings=64)), torch.float32),
    "llama-linear": ("llama", dict(SMALL, **rope("linear", factor=3.0)), torch.bfloat16),
    "llama-dynamic": ("llama", dict(SMALL, max_position_embeddings=48, **rope("dynamic", factor=3.0)), torch.bfloat16),
    "llama-yarn": ("llama", dict(SMALL, **rope("yarn", factor=4.0, original_max_position_embeddings=64)), torch.bfloat16),
    "mistral": ("mistral", dict(SMALL, sliding_window=24), torch.float16),
    "qwen2": ("qwen2", dict(SMALL, **rope("default", 1000000.0)), torch.bfloat16),
    "qwen2-window": ("qwen2", dict(SMALL, use_sliding_window=True, sliding_window=20, max_window_layers=1),
                     torch.bfloat16),
    "qwen3": ("qwen3", dict(SMALL, head_dim=16, tie_word_embeddings=True), torch.bfloat16),
    "qwen3-moe": ("qwen3_moe", dict(SMALL, head_dim=16, num_experts=6, num_experts_per_tok=2, norm_topk_prob=True,
                                    moe_intermediate_size=24, mlp_only_layers=[]), torch.bfloat16),
    "phi3": ("phi3", dict(SMALL, pad_token_id=0, original_max_position_embeddings=1024), torch.bfloat16),
    "phi3-longrope": ("phi3", dict(SMALL, pad_token_id=0, original_max_position_embeddings=48, sliding_window=300,
                                   **rope("longrope", partial_rotary_factor=0.75, short_factor=[1.0, 1.1, 1.3],
                                          long_factor=[1.0, 2.5, 7.0])), torch.bfloat16),
    "gemma": ("gemma", dict(SMALL, head_dim=12), torch.bfloat16),
    "gemma2": ("gemma2", dict(SMALL, head_dim=12, query_pre_attn_scalar=10, sliding_window=24,
                              attn_logit_softcapping=5.0, final_logit_softcapping=4.0), torch.bfloat16),
    "gemma3": ("gemma3_text", dict(SMALL, head_dim=12, query_pre_attn_scalar=10, sliding_window=24,
                                   layer_types=TYPES_BY_LAYER, rope_parameters={
        "full_attention": dict(rope_type="linear", factor=8.0, rope_theta=1000000.0),
        "sliding_attention": dict(rope_type="default", rope_theta=10000.0)}), torch.bfloat16),
    "olmo2": ("olmo2", dict(SMALL, **rope("default", 500000.0)), torch.bfloat16),
    "gpt2": ("gpt2", dict(GPT2), torch.bfloat16),
    "gpt-neox": ("gpt_neox", dict(NEOX, **rope("default", partial_rotary_factor=0.5)), torch.bfloat16),
    "gpt-neox-sequential": ("gpt_neox", dict(NEOX, use_parallel_residual=False, attention_bias=False,
                                             **rope("default", partial_rotary_factor=1.0)), torch.bfloat16),
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


def attention(name):
    return dict(attn_implementation="eager") if STUDENTS[name][0].startswith("gemma2") else {}


def load(name, dtype):
    return AutoModelForCausalLM.from_pretrained(OUT / name, dtype=dtype, **attention(name)).eval()


def make(name):
    model_type, fields, stored = STUDENTS[name]
    config = AutoConfig.for_model(model_type, **fields)
    folder = OUT / name
    model = AutoModelForCausalLM.from_config(config, **attention(name))
    randomise(model)
    model.to(stored).save_pretrained(folder, safe_serialization=True)
    (folder / "generation_config.json").unlink(missing_ok=True)
    generator = torch.Generator().manual_seed(7)
    sequences = [torch.randint(0, VOCABULARY, (n,), generator=generator).tolist() for n in (2, 9, 60, 400)]
    expected = {"sequences": sequences}
    for dtype in (torch.float32, torch.bfloat16, torch.float16):
        model = load(name, dtype)
        expected[str(dtype).removeprefix("torch.")] = [scores(model, ids) for ids in sequences]
    with open(folder / "expected.json", "w") as out:
        json.dump(expected, out, separators=(",", ":"))
        out.write("\n")
    print(name, sum(f.stat().st_size for f in folder.iterdir()))


if __name__ == "__main__":
    for student in sys.argv[1:] or STUDENTS:
        make(student)

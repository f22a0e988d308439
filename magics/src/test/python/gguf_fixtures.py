#!/usr/bin/env python3
"""Makes the tiny GGUF students of the tests and what transformers reads from them.

  python gguf_fixtures.py [FOLDER]     # default: the test resources of org.rsrkernel.student.gguf

Needs: torch transformers accelerate gguf tokenizers numpy. Every student gets NAME.gguf with random
weights and NAME.json with transformers' view of it: config, special tokens, chat template, the
shape and SHA-256 of every float32 tensor, and the token ids and character spans of sample texts.
"""
import hashlib
import json
import pathlib
import sys

import gguf
import numpy as np
import torch
from gguf import GGMLQuantizationType as Q
from tokenizers import Tokenizer, models, pre_tokenizers, trainers
from transformers import AutoModelForCausalLM, AutoTokenizer
from transformers.convert_slow_tokenizer import bytes_to_unicode

HERE = pathlib.Path(__file__).parent
DEFAULT = HERE.parent / "resources/org/rsrkernel/student/gguf"
TEMPLATE = "{% for m in messages %}<|im_start|>{{ m.role }}\n{{ m.content }}<|im_end|>\n{% endfor %}"

# What the vocabularies are trained on.
PAGE = """
A student model reads what a teacher model wrote, token by token, and is surprised more or less.
If every token is the one it would have said, there is nothing to learn. If every token is strange,
there is nothing to hold on to. Between the two lies the teaching that works: 12 apples cost 3.60
euros, so one apple costs 0.30 euros, and 7 apples cost 2.10 euros. Let x = 7; then 2x + 1 = 15.
We'll check it: 15 - 1 = 14, and 14 / 2 = 7. It's right, isn't it? I'd say they've done it well.

for (int i = 0; i < 10; i++) {
    total += values[i];
}

The café's naïve façade; Grüße aus Köln; 東京は日本の首都です。
"""

TEXTS = [
    "", "Hello world", " leading", "trailing ", "two  spaces", "a\n\nb\t\tc", "  \n  x",
    "2024 12345678901", "1,234.56",
    "x=1;\n\tfor (int i=0;i<10;i++) {\n  }\n", "naïve café façade",
    "東京は日本の首都です。", "😀😃👩‍👩‍👧‍👦 family", "👍🏽", "<|im_start|>user\nhi<|im_end|>\n", "<|endoftext|>",
    "<s>[INST] hi [/INST]</s>", "<bos><start_of_turn>user\nhi<end_of_turn>", "<think>so</think>", "<unk>",
    "I'll don't we've 'S it'S", "\u00a0nbsp\u2003em", "e\u0301 vs é", "ﬁ ligature", "مرحبا", "\r\n\r\n",
    "a" * 40, " " * 21, "\n" * 7, "∑_{i=1}^n x_i² ≥ 0", "½ Ⅷ ٣", "\u200b\u200d", "𝒜𝓐", "<0x0A>", "▁x", "Ġx",
]


def byte_level_vocabulary():
    """Tokens, types and merges of a byte-level BPE vocabulary."""
    trained = Tokenizer(models.BPE())
    trained.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    trained.train_from_iterator(PAGE.splitlines(), trainers.BpeTrainer(
        vocab_size=420, special_tokens=["<|endoftext|>", "<|im_start|>", "<|im_end|>"],
        initial_alphabet=sorted(bytes_to_unicode().values()), show_progress=False))
    parts = json.loads(trained.to_str())
    vocabulary = sorted(trained.get_vocab().items(), key=lambda item: item[1])
    tokens = [token for token, _ in vocabulary] + ["<think>", "</think>"]
    types = [3, 3, 3] + [1] * (len(vocabulary) - 3) + [4, 4]
    return tokens, types, [" ".join(merge) for merge in parts["model"]["merges"]]


def sentencepiece_vocabulary(controls):
    """Tokens, scores and types of a SentencePiece BPE vocabulary with byte fallback, no merges."""
    trained = Tokenizer(models.BPE())
    trained.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="always", split=True)
    trained.train_from_iterator(PAGE.splitlines(), trainers.BpeTrainer(vocab_size=400, show_progress=False))
    merges = json.loads(trained.to_str())["model"]["merges"]
    merged = list(dict.fromkeys("".join(merge) for merge in merges))
    characters = [token for token in sorted(trained.get_vocab()) if len(token) == 1]
    tokens = controls + [f"<0x{value:02X}>" for value in range(256)] + merged + characters
    types = [2 if token == "<unk>" else 3 for token in controls] + [6] * 256
    types += [1] * (len(tokens) - len(types))
    first = len(controls) + 256
    scores = [0.0] * first + [-float(rank) for rank in range(len(tokens) - first)]
    return tokens, scores, types


class Student:
    """Writes one GGUF file."""

    def __init__(self, path, architecture, seed, **numbers):
        self.writer = gguf.GGUFWriter(path, architecture)
        self.architecture = architecture
        self.random = np.random.default_rng(seed)
        self.writer.add_name("tiny " + architecture)
        for key, value in numbers.items():
            name = f"{architecture}.{key.replace('__', '.')}"
            (self.writer.add_float32 if isinstance(value, float) else self.writer.add_uint32)(name, value)

    def tensor(self, name, *shape, kind=Q.F32):
        block, size = gguf.constants.GGML_QUANT_SIZES[kind]
        if kind in (Q.Q4_K, Q.Q5_K, Q.Q6_K):  # gguf-py does not quantise to these: random blocks
            count = int(np.prod(shape)) // block
            blocks = self.random.integers(0, 256, (count, size), dtype=np.uint8)
            scales = (0, 2) if kind != Q.Q6_K else (208,)
            for at in scales:
                half = self.random.normal(0, 1e-3, count).astype(np.float16)
                blocks[:, at:at + 2] = half.view(np.uint8).reshape(count, 2)
            stored = blocks.reshape(*shape[:-1], -1)
        else:
            values = self.random.normal(0, 0.1, shape).astype(np.float32)
            stored = gguf.quants.quantize(values, kind)
        self.writer.add_tensor(name, stored, raw_dtype=kind)

    def dense_layer(self, n, hidden, keys, feed_forward, queries=None, kinds=None, bias=False, head_norm=None,
                    four_norms=False):
        kinds, queries = kinds or {}, queries or hidden
        shapes = {"attn_q": (queries, hidden), "attn_k": (keys, hidden), "attn_v": (keys, hidden),
                  "attn_output": (hidden, queries), "ffn_gate": (feed_forward, hidden),
                  "ffn_up": (feed_forward, hidden), "ffn_down": (hidden, feed_forward)}
        for leaf, shape in shapes.items():
            self.tensor(f"blk.{n}.{leaf}.weight", *shape, kind=kinds.get(leaf, Q.F16))
        for leaf in ("attn_norm", "ffn_norm") + (("post_attention_norm", "post_ffw_norm") if four_norms else ()):
            self.tensor(f"blk.{n}.{leaf}.weight", hidden)
        if bias:
            for leaf in ("attn_q", "attn_k", "attn_v"):
                self.tensor(f"blk.{n}.{leaf}.bias", shapes[leaf][0])
        if head_norm:
            for leaf in ("attn_q_norm", "attn_k_norm"):
                self.tensor(f"blk.{n}.{leaf}.weight", head_norm)

    def ends(self, vocabulary, hidden, kind=Q.F16, head=False):
        self.tensor("token_embd.weight", vocabulary, hidden, kind=kind)
        self.tensor("output_norm.weight", hidden)
        if head:
            self.tensor("output.weight", vocabulary, hidden, kind=kind)

    def byte_level(self, pre, bos=None, eos=2, pad=None):
        tokens, types, merges = byte_level_vocabulary()
        self.writer.add_tokenizer_model("gpt2")
        self.writer.add_tokenizer_pre(pre)
        self.writer.add_token_list(tokens)
        self.writer.add_token_types(types)
        self.writer.add_token_merges(merges)
        self.special(bos, eos, None, pad)
        return len(tokens)

    def sentencepiece(self, controls, bos, eos, unk, pad=None, spell=lambda tokens: tokens):
        tokens, scores, types = sentencepiece_vocabulary(controls)
        self.writer.add_tokenizer_model("llama")
        self.writer.add_tokenizer_pre("default")
        self.writer.add_token_list(spell(tokens))
        self.writer.add_token_scores(scores)
        self.writer.add_token_types(types)
        self.special(bos, eos, unk, pad)
        return len(tokens)

    def special(self, bos, eos, unk, pad):
        for add, value in ((self.writer.add_bos_token_id, bos), (self.writer.add_eos_token_id, eos),
                           (self.writer.add_unk_token_id, unk), (self.writer.add_pad_token_id, pad)):
            if value is not None:
                add(value)

    def close(self, template=TEMPLATE):
        if template:
            self.writer.add_chat_template(template)
        self.writer.write_header_to_file()
        self.writer.write_kv_data_to_file()
        self.writer.write_tensors_to_file()
        self.writer.close()


SMALL = dict(context_length=512, block_count=1, embedding_length=32, feed_forward_length=64,
             attention__head_count=4, attention__head_count_kv=2,
             attention__layer_norm_rms_epsilon=1e-5, rope__freq_base=10000.0)


def llama_every_type(path):
    student = Student(path, "llama", 1, **{**SMALL, "embedding_length": 256, "feed_forward_length": 256},
                      rope__dimension_count=64)
    vocabulary = student.byte_level("smollm", bos=1, eos=2, pad=2)
    student.ends(vocabulary, 256, kind=Q.Q8_0)
    student.dense_layer(0, 256, 128, 256, kinds={
        "attn_q": Q.Q4_K, "attn_k": Q.Q6_K, "attn_v": Q.Q5_K, "attn_output": Q.Q4_0,
        "ffn_gate": Q.Q4_1, "ffn_up": Q.Q5_0, "ffn_down": Q.Q5_1})
    student.tensor("rope_freqs.weight", 32)
    student.close()


def llama_sentencepiece(path):
    student = Student(path, "llama", 2, **SMALL, rope__dimension_count=8)
    vocabulary = student.sentencepiece(["<unk>", "<s>", "</s>"], 1, 2, 0)
    student.ends(vocabulary, 32, head=True, kind=Q.BF16)
    student.dense_layer(0, 32, 16, 64, kinds={"attn_q": Q.Q4_0, "attn_k": Q.F32, "attn_v": Q.BF16})
    student.close(template=None)


def llama3(path):
    student = Student(path, "llama", 3, **SMALL, rope__dimension_count=8)
    student.ends(student.byte_level("llama-bpe", bos=0, eos=2), 32)
    student.dense_layer(0, 32, 16, 64)
    student.close()


def qwen2(path):
    student = Student(path, "qwen2", 4, **SMALL)
    student.ends(student.byte_level("qwen2", eos=2, pad=0), 32)
    student.dense_layer(0, 32, 16, 64, bias=True)
    student.close()


def qwen3(path):
    # transformers takes no other head size from a file of this architecture than its default, 128
    student = Student(path, "qwen3", 5, **{**SMALL, "attention__head_count": 2, "attention__head_count_kv": 1},
                      attention__key_length=128, attention__value_length=128)
    student.ends(student.byte_level("qwen2", eos=2, pad=0), 32, head=True)
    student.dense_layer(0, 32, 128, 64, queries=256, head_norm=128)
    student.close()


def phi3(path):
    student = Student(path, "phi3", 6, **SMALL, rope__dimension_count=8)
    student.ends(student.sentencepiece(["<unk>", "<s>", "</s>", "<|end|>"], 1, 3, 0, 2), 32, head=True)
    student.tensor("blk.0.attn_qkv.weight", 64, 32, kind=Q.Q8_0)
    student.tensor("blk.0.attn_output.weight", 32, 32, kind=Q.F16)
    student.tensor("blk.0.ffn_up.weight", 128, 32, kind=Q.Q4_1)
    student.tensor("blk.0.ffn_down.weight", 32, 64, kind=Q.F16)
    student.tensor("blk.0.attn_norm.weight", 32)
    student.tensor("blk.0.ffn_norm.weight", 32)
    student.close()


def gemma(path, architecture, seed, **more):
    student = Student(path, architecture, seed, **SMALL, attention__key_length=8, attention__value_length=8,
                      attention__sliding_window=64)
    spaces = lambda tokens: [t.replace("▁", " ") if t and not t.strip("▁") and len(t) > 1 else t for t in tokens]
    controls = ["<pad>", "<eos>", "<bos>", "<unk>", "<start_of_turn>", "<end_of_turn>"]
    student.ends(student.sentencepiece(controls, 2, 1, 3, 0, spaces), 32)
    student.dense_layer(0, 32, 16, 64, four_norms=True, **more)
    student.close()


STUDENTS = {
    "llama-every-type": llama_every_type, "llama-sentencepiece": llama_sentencepiece, "llama3": llama3,
    "qwen2": qwen2, "qwen3": qwen3, "phi3": phi3,
    "gemma2": lambda path: gemma(path, "gemma2", 7),
    "gemma3": lambda path: gemma(path, "gemma3", 8, head_norm=8),
}


def expected(path):
    """What transformers makes of the file."""
    tokenizer = AutoTokenizer.from_pretrained(path.parent, gguf_file=path.name)
    model = AutoModelForCausalLM.from_pretrained(path.parent, gguf_file=path.name, dtype=torch.float32)
    tensors = {}
    for name, tensor in model.state_dict().items():
        values = tensor.contiguous().numpy()
        tensors[name] = {"shape": list(values.shape), "sha256": hashlib.sha256(values.tobytes()).hexdigest(),
                         "first": [float(value) for value in values.ravel()[:4]]}
    encodings = []
    for text in TEXTS:
        encoded = tokenizer(text, add_special_tokens=False, return_offsets_mapping=True)
        encodings.append({"text": text, "ids": encoded["input_ids"], "spans": encoded["offset_mapping"]})
    config = {key: value for key, value in model.config.to_dict().items()
              if not key.startswith("_") and key not in ("quantization_config", "id2label", "label2id")}
    return {"config": config, "special_tokens": tokenizer.special_tokens_map,
            "chat_template": tokenizer.chat_template, "tensors": tensors, "encodings": encodings}


def lines(expectation):
    """JSON with a line for each tensor and text."""
    dump = lambda value: json.dumps(value, ensure_ascii=False)
    parts = [f"{dump(key)}: {dump(expectation[key])}" for key in ("config", "special_tokens", "chat_template")]
    tensors = [f" {dump(name)}: {dump(tensor)}" for name, tensor in expectation["tensors"].items()]
    parts.append('"tensors": {\n' + ",\n".join(tensors) + "\n}")
    parts.append('"encodings": [\n' + ",\n".join(" " + dump(e) for e in expectation["encodings"]) + "\n]")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def main():
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT
    folder.mkdir(parents=True, exist_ok=True)
    for name, make in STUDENTS.items():
        path = folder / (name + ".gguf")
        make(path)
        (folder / (name + ".json")).write_text(lines(expected(path)), encoding="utf-8")


if __name__ == "__main__":
    main()

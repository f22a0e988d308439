#!/usr/bin/env python3
"""Gives the tiny students a tokenizer with a chat template, and conversations to be scored.

  tiny_student_conversations.py tokenizer    trains ../resources/tiny-tokenizer on tiny_tokenizer_page.txt
  tiny_student_conversations.py scores       writes ../resources/org/rsrkernel/metric/tiny-conversations.json

The scores are what transformers makes of every student of make_tiny_students.py in float32 on the
CPU: unclipped ranks (1 + the number of larger logits) and surprisals in nats of the response
tokens, and the RSR of the response with ranks clipped at 100. Response tokens lie between the
assistant header and the end marker, as in the paper's code. Made with transformers 5.24.0,
tokenizers 0.23.3 and torch 2.15.0.
"""
import json
import pathlib
import sys

import torch
from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers
from transformers import PreTrainedTokenizerFast

from embedded_reference import END, HEADER, response_positions
from make_tiny_students import OUT, STUDENTS, VOCABULARY, load, scores

HERE = pathlib.Path(__file__).parent
TOKENIZER = OUT.parent / "tiny-tokenizer"
SCORES = OUT.parent / "org/rsrkernel/metric/tiny-conversations.json"
RANK_CLIP = 100

TEMPLATE = ("{% for message in messages %}<|im_start|>{{ message.role }}\n{{ message.content }}<|im_end|>\n{% endfor %}"
            "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}")

CONVERSATIONS = {
    "one word": [("user", "Are 24 students in rows of 4 in 6 rows?"), ("assistant", "Yes")],
    "system": [("system", "You are a teacher. Answer in one sentence."),
               ("user", "What is a rank?"),
               ("assistant", "It is the place of a token in the student's list of guesses, the likeliest first.")],
    "multi-turn": [("user", "Add 12 and 24."),
                   ("assistant", "12 + 24 = 36."),
                   ("user", "And 5?"),
                   ("assistant", "36 + 5 = 41.\n\nSo there are 41 pages."),
                   ("user", "Thanks!"),
                   ("assistant", "You're welcome.")],
    "unicode": [("system", "Answer in the language of the question."),
                ("user", "Wie heißt »student« auf Japanisch? 🎓"),
                ("assistant", "Man sagt 学生 (がくせい). E\u0301lève, студент, 학생: überall 🧑‍🏫👍🏽")],
    "whitespace": [("user", "  Write the loop.\n"),
                   ("assistant", "\n\nfor rank in ranks:\n\t    total += rank  \n\n    print( total )\n ")],
    "long": [("user", "A teacher writes 5 responses of 12 tokens. What is the ratio of each?"),
             ("assistant", "\n".join(
                 f"Response {i}: the ranks add up to {12 * i + 7}, the surprisals to {3 * i + 2}.5 nats, so the "
                 f"ratio is {(12 * i + 7) / (3 * i + 2.5):.3f}. The student half knows it." for i in range(1, 6)))],
}


def train_tokenizer():
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    tokenizer.train([str(HERE / "tiny_tokenizer_page.txt")], trainers.BpeTrainer(
        vocab_size=VOCABULARY, special_tokens=["<|endoftext|>", "<|im_start|>", "<|im_end|>"],
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(), show_progress=False))
    TOKENIZER.mkdir(exist_ok=True)
    tokenizer.save(str(TOKENIZER / "tokenizer.json"))
    config = {"tokenizer_class": "PreTrainedTokenizerFast", "eos_token": "<|im_end|>",
              "pad_token": "<|endoftext|>", "chat_template": TEMPLATE}
    (TOKENIZER / "tokenizer_config.json").write_text(json.dumps(config, indent=2) + "\n")


def conversations():
    tokenizer = PreTrainedTokenizerFast.from_pretrained(TOKENIZER)
    header, end = (tokenizer(marker, add_special_tokens=False)["input_ids"] for marker in (HEADER, END))
    for name, turns in CONVERSATIONS.items():
        messages = [{"role": role, "content": content} for role, content in turns]
        ids = tokenizer.apply_chat_template(messages, tokenize=True, return_dict=True)["input_ids"]
        yield {"name": name, "messages": messages, "tokenIds": ids,
               "positions": response_positions(ids, header, end)}


def response_scores(model, conversation):
    all_rows = scores(model, conversation["tokenIds"])
    rows = [position - 1 for position in conversation["positions"]]
    ranks = [all_rows["ranks"][row] for row in rows]
    surprisals = [all_rows["surprisals"][row] for row in rows]
    return {"ranks": ranks, "surprisals": surprisals,
            "rsr": round(sum(min(rank, RANK_CLIP) for rank in ranks) / sum(surprisals), 6)}


def score():
    told = list(conversations())
    students = {}
    for name in STUDENTS:  # loaded anew each time: dynamic scaling keeps to the longest sequence it saw
        students[name] = [response_scores(load(name, torch.float32), conversation) for conversation in told]
    SCORES.write_text('{"conversations": [\n%s\n],\n"students": {\n%s\n}}\n' % (
        ",\n".join(map(compact, told)),
        ",\n".join(f'"{name}": {compact(rows)}' for name, rows in students.items())))


def compact(value):
    return json.dumps(value, separators=(",", ":"))


if __name__ == "__main__":
    {"tokenizer": train_tokenizer, "scores": score}[sys.argv[1]]()

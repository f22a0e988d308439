"""A student as a folder that Hugging Face's libraries and `%rsr student` read."""

import json
from dataclasses import asdict

import jax.numpy as jnp
from safetensors.flax import load_file, save_file
from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers

from reading import ASSISTANT, END, USER
from student import Shape

CHAT_TEMPLATE = (
    "{% for message in messages %}<|{{ message.role }}|>{{ message.content }}<|end|>{% endfor %}"
    "{% if add_generation_prompt %}<|assistant|>{% endif %}"
)


def trained_tokenizer(texts, vocabulary):
    """Byte pairs over words; every digit stays a token of its own."""
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.Digits(individual_digits=True), pre_tokenizers.ByteLevel(add_prefix_space=False)]
    )
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=vocabulary,
        special_tokens=[END, USER, ASSISTANT],
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    tokenizer.train_from_iterator(texts, trainer)
    return tokenizer


def tensors(weights):
    """The weights by their names in Llama's files, each matrix with its outputs first."""
    named = {"model.embed_tokens.weight": weights["embedding"], "model.norm.weight": weights["norm"]}
    for number, layer in enumerate(weights["layers"]):
        q, k, v = jnp.split(layer["qkv"], 3, 1)
        gate, up = jnp.split(layer["gate_up"], 2, 1)
        parts = {"self_attn.q": q, "self_attn.k": k, "self_attn.v": v, "self_attn.o": layer["attention_out"]}
        parts |= {"mlp.gate": gate, "mlp.up": up, "mlp.down": layer["down"]}
        of_layer = {f"{name}_proj": matrix.T for name, matrix in parts.items()}
        of_layer |= {"input_layernorm": layer["attention_norm"], "post_attention_layernorm": layer["mlp_norm"]}
        named |= {f"model.layers.{number}.{name}.weight": tensor for name, tensor in of_layer.items()}
    return named


def weights_of(named, shape):
    """The inverse of `tensors`, in float32."""
    named = {name: tensor.astype(jnp.float32) for name, tensor in named.items()}

    def layer(number):
        def part(name):
            return named[f"model.layers.{number}.{name}.weight"]

        def beside(names):
            return jnp.concatenate([part(f"{name}_proj").T for name in names], 1)

        return {
            "attention_norm": part("input_layernorm"),
            "qkv": beside(["self_attn.q", "self_attn.k", "self_attn.v"]),
            "attention_out": beside(["self_attn.o"]),
            "mlp_norm": part("post_attention_layernorm"),
            "gate_up": beside(["mlp.gate", "mlp.up"]),
            "down": beside(["mlp.down"]),
        }

    return {
        "embedding": named["model.embed_tokens.weight"],
        "layers": [layer(number) for number in range(shape.num_hidden_layers)],
        "norm": named["model.norm.weight"],
    }


def write(folder, weights, tokenizer, shape):
    """Writes the folder, its weights in bfloat16."""
    folder.mkdir(parents=True, exist_ok=True)
    end = tokenizer.token_to_id(END)
    config = {"architectures": ["LlamaForCausalLM"], "model_type": "llama", **asdict(shape)}
    config |= {"num_key_value_heads": shape.num_attention_heads, "hidden_act": "silu", "tie_word_embeddings": True}
    config |= {"bos_token_id": None, "eos_token_id": end, "pad_token_id": end, "dtype": "bfloat16"}
    (folder / "config.json").write_text(json.dumps(config, indent=2) + "\n")
    tokenizer_config = {"tokenizer_class": "PreTrainedTokenizerFast", "eos_token": END, "pad_token": END}
    tokenizer_config["chat_template"] = CHAT_TEMPLATE
    (folder / "tokenizer_config.json").write_text(json.dumps(tokenizer_config, indent=2) + "\n")
    tokenizer.save(str(folder / "tokenizer.json"))
    stored = {name: jnp.array(tensor, jnp.bfloat16) for name, tensor in tensors(weights).items()}
    save_file(stored, folder / "model.safetensors", {"format": "pt"})


def read(folder):
    """(weights, tokenizer, shape) of a folder that `write` made."""
    config = json.loads((folder / "config.json").read_text())
    shape = Shape(**{name: config[name] for name in Shape.__dataclass_fields__})
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    return weights_of(load_file(folder / "model.safetensors"), shape), tokenizer, shape

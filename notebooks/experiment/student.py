"""The student: a decoder in the shape of Llama, small enough to be trained on a laptop's processor.

Axes: B sequences, T tokens, H heads, D dimensions of a head, E of the residual stream, V vocabulary.
"""

from dataclasses import dataclass
from functools import partial

import jax
import jax.numpy as jnp
import numpy as np


@dataclass(frozen=True)
class Shape:
    """A student's sizes, by their names in a Hugging Face config.json."""

    vocab_size: int = 512
    hidden_size: int = 160
    intermediate_size: int = 480
    num_hidden_layers: int = 3
    num_attention_heads: int = 4
    max_position_embeddings: int = 256
    rope_theta: float = 10000.0
    rms_norm_eps: float = 1e-5

    @property
    def head_dim(self):
        return self.hidden_size // self.num_attention_heads


def random_weights(shape, seed):
    random = np.random.default_rng(seed)
    e, i = shape.hidden_size, shape.intermediate_size
    near_zero = 0.02 / (2 * shape.num_hidden_layers) ** 0.5  # what every layer adds to the residual stream

    def matrix(rows, columns, deviation=0.02):
        return jnp.asarray(random.normal(0, deviation, (rows, columns)), jnp.float32)

    def layer():
        return {
            "attention_norm": jnp.ones(e),
            "qkv": matrix(e, 3 * e),
            "attention_out": matrix(e, e, near_zero),
            "mlp_norm": jnp.ones(e),
            "gate_up": matrix(e, 2 * i),
            "down": matrix(i, e, near_zero),
        }

    layers = [layer() for _ in range(shape.num_hidden_layers)]
    return {"embedding": matrix(shape.vocab_size, e), "layers": layers, "norm": jnp.ones(e)}


def normed(x, weight, shape):
    return x * jax.lax.rsqrt(jnp.mean(x * x, -1, keepdims=True) + shape.rms_norm_eps) * weight


def turned(x, positions, shape):
    """Queries or keys [B, H, T, D] with rotary positions: the halves of D are turned against each other."""
    half = shape.head_dim // 2
    angles = positions[:, None] * shape.rope_theta ** (-jnp.arange(half) / half)  # [T, D/2]
    first, second = x[..., :half], x[..., half:]
    cos, sin = jnp.cos(angles), jnp.sin(angles)
    return jnp.concatenate([first * cos - second * sin, second * cos + first * sin], -1)


def attended(q, k, v, mask, shape):
    scores = q @ k.swapaxes(-1, -2) / shape.head_dim**0.5  # [B, H, T, keys]
    return jax.nn.softmax(jnp.where(mask, scores, -1e9), -1) @ v


def decoded(weights, tokens, positions, attend, shape):
    """Logits [B, T, V] of tokens [B, T]; `attend(layer, q, k, v)` mixes what the positions hold."""
    b, t = tokens.shape
    x = weights["embedding"][tokens].reshape(b * t, -1)  # rows in one axis make the fastest products
    for number, layer in enumerate(weights["layers"]):
        qkv = normed(x, layer["attention_norm"], shape) @ layer["qkv"]
        heads = qkv.reshape(b, t, 3, shape.num_attention_heads, shape.head_dim)
        q, k, v = jnp.moveaxis(heads, (2, 3), (0, 2))  # each [B, H, T, D]
        mixed = attend(number, turned(q, positions, shape), turned(k, positions, shape), v)
        x = x + jnp.moveaxis(mixed, 1, 2).reshape(b * t, -1) @ layer["attention_out"]
        gate, up = jnp.split(normed(x, layer["mlp_norm"], shape) @ layer["gate_up"], 2, -1)
        x = x + (jax.nn.silu(gate) * up) @ layer["down"]
    return (normed(x, weights["norm"], shape) @ weights["embedding"].T).reshape(b, t, -1)


def logits(weights, tokens, shape):
    """Logits [B, T, V] of the token after each of tokens [B, T]."""
    t = tokens.shape[1]
    mask = jnp.tril(jnp.ones((t, t), bool))
    return decoded(weights, tokens, jnp.arange(t), lambda _, q, k, v: attended(q, k, v, mask, shape), shape)


@partial(jax.jit, static_argnames=("end", "shape"))
def continued(weights, tokens, lengths, end, shape):
    """Tokens [B, T], all after the first `lengths` [B] of a row replaced by the likeliest, up to its end."""
    b, t = tokens.shape
    empty = jnp.zeros((b, shape.num_attention_heads, t, shape.head_dim))
    put, take = jax.lax.dynamic_update_slice_in_dim, jax.lax.dynamic_slice_in_dim

    def unfinished(state):
        position, _, _, ended = state
        return (position < t - 1) & ~jnp.all(ended)

    def write(state):
        position, tokens, caches, ended = state
        grown = []

        def attend(layer, q, k, v):
            grown.append([put(cache, new, position, axis=2) for cache, new in zip(caches[layer], (k, v))])
            return attended(q, *grown[layer], jnp.arange(t) <= position, shape)

        now = take(tokens, position, 1, axis=1)
        likeliest = decoded(weights, now, position[None], attend, shape)[:, 0].argmax(-1)
        given = take(tokens, position + 1, 1, axis=1)[:, 0]
        written = position + 1 >= lengths
        following = jnp.where(written, likeliest, given)
        tokens = put(tokens, following[:, None], position + 1, axis=1)
        return position + 1, tokens, grown, ended | (written & (following == end))

    caches = [[empty, empty] for _ in weights["layers"]]
    return jax.lax.while_loop(unfinished, write, (jnp.array(0), tokens, caches, jnp.zeros(b, bool)))[1]

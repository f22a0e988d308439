"""Gradient descent on the surprisal of chosen tokens, and the exam afterwards."""

from functools import partial

import jax
import jax.numpy as jnp
import numpy as np

import student
from reading import ASSISTANT, END, USER, conversation

MEAN_DECAY, SQUARE_DECAY, TINY = 0.9, 0.99, 1e-8  # Adam's
MOMENTUM = 0.95  # Muon's
POLYNOMIAL = 3.4445, -4.7750, 2.0315  # Muon's: five rounds of it bring all singular values of a matrix near 1
WARM_UP_UPDATES = 20
STEP_OF_LENGTHS = 16
ANSWER = "Answer: "


def surprisal(weights, tokens, counted, shape):
    """Mean surprisal in nats of the tokens [B, T] that are counted [B, T], given those before them."""
    following = tokens[:, 1:]
    scores = student.logits(weights, tokens[:, :-1], shape)
    chosen = jnp.take_along_axis(scores, following[..., None], -1)[..., 0]
    surprisals = jax.nn.logsumexp(scores, -1) - chosen
    return jnp.sum(surprisals * counted[:, 1:]) / jnp.sum(counted[:, 1:])


def orthogonal(matrix):
    """The nearest matrix, about, whose singular values are all 1."""
    x = matrix / (jnp.linalg.norm(matrix) + TINY)
    x = x.T if x.shape[0] > x.shape[1] else x
    a, b, c = POLYNOMIAL
    for _ in range(5):
        square = x @ x.T
        x = a * x + (b * square + c * square @ square) @ x
    return x.T if matrix.shape[0] > matrix.shape[1] else x


def adam(weight, gradient, mean, square, number, rate):
    """A step of Adam, the `number`-th from 1: the weight, and the gradients' running mean and mean square."""
    mean = MEAN_DECAY * mean + (1 - MEAN_DECAY) * gradient
    square = SQUARE_DECAY * square + (1 - SQUARE_DECAY) * gradient**2
    deviation = jnp.sqrt(square / (1 - SQUARE_DECAY**number))
    return weight - rate * mean / (1 - MEAN_DECAY**number) / (deviation + TINY), mean, square


def muon(weight, gradient, mean, square, rate):
    """A step of Muon (Jordan 2024) at Adam's rate, as Liu et al. 2025 scale it."""
    mean = MOMENTUM * mean + gradient
    step = orthogonal(gradient + MOMENTUM * mean) * 0.2 * max(weight.shape) ** 0.5
    return weight - rate * step, mean, square


@partial(jax.jit, static_argnames="shape", donate_argnums=(0, 1))
def update(weights, moments, number, rate, tokens, counted, shape):
    """One step down the surprisal: matrices of layers by Muon, which learns from fewer texts, the rest by Adam."""
    loss, gradients = jax.value_and_grad(surprisal)(weights, tokens, counted, shape)

    def step(path, weight, gradient, mean, square):
        if path[0].key == "layers" and weight.ndim == 2:
            return muon(weight, gradient, mean, square, rate)
        return adam(weight, gradient, mean, square, number, rate)

    stepped = jax.tree_util.tree_map_with_path(step, weights, gradients, *moments)
    weights, mean, square = jax.tree.transpose(jax.tree.structure(weights), None, stepped)
    return weights, (mean, square), loss


def train(weights, batches, rate, shape, report=None):
    """Weights after one update a batch of (tokens, counted), the rate rising first and then falling to 0."""
    weights = jax.tree.map(jnp.array, weights)  # updates reuse the memory of what they are given
    moments = tuple(jax.tree.map(jnp.zeros_like, weights) for _ in range(2))
    for number, (tokens, counted) in enumerate(batches, 1):
        falling = (1 + np.cos(np.pi * number / len(batches))) / 2
        now = rate * min(1, number / WARM_UP_UPDATES) * falling
        weights, moments, loss = update(weights, moments, number, now, tokens, counted, shape)
        if report:
            report(number, loss)
    return weights


def stream_batches(texts, tokenizer, rows, columns):
    """The texts one after the other, cut into batches of rows; every token is counted."""
    ids = np.concatenate([encoding.ids for encoding in tokenizer.encode_batch(list(texts))])
    batches = ids[: len(ids) // (rows * columns) * rows * columns].reshape(-1, rows, columns)
    return [(batch, np.ones_like(batch)) for batch in batches]


def lesson_batches(lessons, tokenizer, rows, random):
    """Batches of (question, response) of like lengths, in random order; responses and their ends are counted."""
    encoded = []
    for question, response in lessons:
        opening = len(tokenizer.encode(f"{USER}{question}{END}{ASSISTANT}").ids)
        encoded.append((opening, tokenizer.encode(conversation(question, response)).ids))
    encoded.sort(key=lambda lesson: len(lesson[1]) + random.uniform(0, 2 * STEP_OF_LENGTHS))
    starts = random.permutation(range(0, len(encoded) - rows + 1, rows))
    return [filled_up(encoded[start : start + rows]) for start in starts]


def filled_up(encoded):
    """(tokens [B, T], counted [B, T]) of (opening tokens, all tokens) pairs; few different T, few programs."""
    longest = max(len(ids) for _, ids in encoded)
    tokens = np.zeros((len(encoded), -(-longest // STEP_OF_LENGTHS) * STEP_OF_LENGTHS), int)
    counted = np.zeros_like(tokens)
    for row, (opening, ids) in enumerate(encoded):
        tokens[row, : len(ids)] = ids
        counted[row, opening : len(ids)] = 1
    return tokens, counted


def exam(weights, problems, tokenizer, length, shape):
    """What share of the problems the student answers exactly, writing its likeliest tokens up to `length` in all."""
    openings = [tokenizer.encode(f"{USER}{problem.question}{END}{ASSISTANT}").ids for problem in problems]
    tokens = np.zeros((len(openings), length), int)
    for row, opening in enumerate(openings):
        tokens[row, : len(opening)] = opening
    lengths = np.array([len(opening) for opening in openings])
    end = tokenizer.token_to_id(END)
    written = np.asarray(student.continued(weights, tokens, lengths, end, shape))
    right = 0
    for problem, row, opening in zip(problems, written, lengths):
        response = row[opening:]
        response = tokenizer.decode(response[: list(response).index(end)] if end in response else [])
        right += response.partition(ANSWER)[2] == f"{problem.answer}."
    return right / len(problems)

"""What students read before any teacher: facts, small talk, and problems solved by the habits of where they grew up."""

import problems
from teachers import DIGITS, TEACHERS, backwards, digit_words

USER, ASSISTANT, END = "<|user|>", "<|assistant|>", "<|end|>"

# How often a student saw a style, in %. Nobody has seen scrambled steps or Roman numerals.
HABITS = {
    "careful": {"parts": 50, "other-way": 15, "terse": 15, "chatty": 8, "words": 8, "backwards": 4},
    "talkative": {"chatty": 45, "words": 20, "terse": 15, "parts": 8, "other-way": 8, "backwards": 4},
}

NAMES = ["Anna", "Ben", "Carla", "David", "Emma", "Felix"]
COLOURS = ["red", "blue", "green", "yellow", "small", "big"]
THINGS = ["apples", "pencils", "books", "marbles", "boats", "hats"]


def small_fact(random):
    a, b = random.randint(0, 9), random.randint(1, 9)
    scale = random.choice([1, 1, 10])
    return random.choice(
        [
            f"{a * scale}+{b * scale}={(a + b) * scale}.",
            f"{(a + b) * scale}-{b * scale}={a * scale}.",
            f"{a * scale}*{b}={a * b * scale}.",
            f"{a * b}/{b}={a}.",
            f"{a * 10}+{b}={a * 10 + b}.",
        ]
    )


def numeral(random):
    number = str(random.randint(10, 999))
    in_words = f"{number} in words is {digit_words(number)}."
    return random.choice([in_words, f"{backwards(number)} is {number} backwards."])


def small_talk(random):
    number = random.randint(2, 9)
    how_many = random.choice([number, DIGITS[number]])
    return f"{random.choice(NAMES)} has {how_many} {random.choice(COLOURS)} {random.choice(THINGS)}."


READINGS = [small_fact, small_fact, small_fact, numeral, small_talk]


def conversation(question, response):
    """A problem and its solution as the student's chat template puts them."""
    return f"{USER}{question}{END}{ASSISTANT}{response}{END}"


def documents(random, habit, number, without):
    """Texts of facts and worked problems in turn; no problem of `without` is among them."""
    styles, weights = list(habit), list(habit.values())
    for problem in problems.draw(random, number // 2, without):
        yield random.choice(READINGS)(random) + END
        style = random.choices(styles, weights)[0]
        yield conversation(problem.question, TEACHERS[style](problem, random))

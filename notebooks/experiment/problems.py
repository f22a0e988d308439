"""Problems of four kinds, each with two ways to its answer, step by step."""

import string
from dataclasses import dataclass


@dataclass(frozen=True)
class Sum:
    first: int
    second: int

    @classmethod
    def draw(cls, random):
        return cls(random.randint(11, 99), random.randint(11, 99))

    @property
    def question(self):
        return f"What is {self.first}+{self.second}?"

    @property
    def answer(self):
        return self.first + self.second

    def in_parts(self):
        tens, ones = self.second // 10 * 10, self.second % 10
        between = self.first + tens
        return [f"{self.first}+{tens}={between}", f"{between}+{ones}={self.answer}"]

    def otherwise(self):
        """Column by column from the right, with what is carried over."""
        steps, first, second, carried = [], self.first, self.second, 0
        while first or second:
            column = [first % 10, second % 10] + ([carried] if carried else [])
            steps.append(f"{'+'.join(map(str, column))}={sum(column)}")
            first, second, carried = first // 10, second // 10, sum(column) // 10
        return steps


@dataclass(frozen=True)
class Product:
    first: int
    second: int

    @classmethod
    def draw(cls, random):
        return cls(random.randint(11, 99), random.randint(2, 5))

    @property
    def question(self):
        return f"What is {self.first}*{self.second}?"

    @property
    def answer(self):
        return self.first * self.second

    def in_parts(self):
        tens, ones = self.first // 10 * 10, self.first % 10
        return [
            f"{tens}*{self.second}={tens * self.second}",
            f"{ones}*{self.second}={ones * self.second}",
            f"{tens * self.second}+{ones * self.second}={self.answer}",
        ]

    def otherwise(self):
        """Digit by digit from the right, with what is carried over."""
        right = self.first % 10 * self.second
        left = self.first // 10
        carried = f"+{right // 10}" if right > 9 else ""
        total = left * self.second + right // 10
        return [f"{self.first % 10}*{self.second}={right}", f"{left}*{self.second}{carried}={total}"]


@dataclass(frozen=True)
class Equation:
    factor: int
    added: int
    answer: int

    @classmethod
    def draw(cls, random):
        return cls(random.randint(2, 5), random.randint(1, 19), random.randint(1, 9))

    @property
    def result(self):
        return self.factor * self.answer + self.added

    @property
    def question(self):
        return f"Solve {self.factor}x+{self.added}={self.result}."

    def in_parts(self):
        product = self.factor * self.answer
        return [f"{self.result}-{self.added}={product}", f"{product}/{self.factor}={self.answer}"]

    def otherwise(self):
        """Trial of one number after the other."""
        return [f"{self.factor}*{x}+{self.added}={self.factor * x + self.added}" for x in range(1, self.answer + 1)]


@dataclass(frozen=True)
class Count:
    letters: str
    wanted: str

    @classmethod
    def draw(cls, random):
        wanted, other, another = random.sample(string.ascii_lowercase, 3)
        return cls("".join(random.choices(wanted + other + another, k=random.randint(4, 8))), wanted)

    @property
    def question(self):
        return f"How many {self.wanted} are in {' '.join(self.letters)}?"

    @property
    def answer(self):
        return self.letters.count(self.wanted)

    def in_parts(self):
        """The count so far at each letter."""
        return [f"{letter}={self.letters[: at + 1].count(self.wanted)}" for at, letter in enumerate(self.letters)]

    def otherwise(self):
        """The places at which the letter stands."""
        return [f"{self.wanted} at {at}" for at, letter in enumerate(self.letters, 1) if letter == self.wanted]


KINDS = (Sum, Product, Equation, Count)


def draw(random, number, without=frozenset()):
    """So many problems, the kinds in turn, none of those in `without` among them."""
    problems = []
    while len(problems) < number:
        problem = KINDS[len(problems) % len(KINDS)].draw(random)
        if problem not in without:
            problems.append(problem)
    return problems

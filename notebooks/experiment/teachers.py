"""Eight teachers: programs that write a right solution to every problem, each in a style of its own.

All end with the answer in digits, so that one exam fits the pupils of every teacher.
"""

import re

NUMBER = re.compile(r"\d+")
DIGITS = "zero one two three four five six seven eight nine".split()
ROMAN = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X")]
ROMAN += [(9, "IX"), (5, "V"), (4, "IV"), (1, "I")]
SPOKEN = {"+": " plus ", "-": " minus ", "*": " times ", "/": " divided by ", "=": " makes "}
REMARKS = ["That was easy.", "So far so good.", "Let us go on.", "I am quite sure of that.", "Now we are nearly there."]


def spoken(step):
    """The step with words for its signs."""
    return "".join(SPOKEN.get(character, character) for character in step)


def digit_words(number):
    return " ".join(DIGITS[int(digit)] for digit in number)


def backwards(number):
    return number[::-1]


def in_roman_numerals(number):
    rest, numeral = int(number), ""
    for value, letters in ROMAN:
        numeral += letters * (rest // value)
        rest %= value
    return numeral or "N"  # nulla, as medieval reckoners wrote zero


def solution(steps, problem):
    return " ".join([*(f"{step}." for step in steps), f"Answer: {problem.answer}."])


def in_numerals(numeral):
    """A teacher of the steps in parts who writes each number by `numeral`."""

    def write(problem, random):
        steps = problem.in_parts()
        return solution([NUMBER.sub(lambda match: numeral(match[0]), step) for step in steps], problem)

    return write


def terse(problem, random):
    return solution([], problem)


def parts(problem, random):
    return solution(problem.in_parts(), problem)


def other_way(problem, random):
    return solution(problem.otherwise(), problem)


def chatty(problem, random):
    first, *rest = [spoken(step) for step in problem.in_parts()]
    said = [f"First {first}", *(f"{random.choice(REMARKS)} Then {step}" for step in rest)]
    return solution(said, problem)


def words(problem, random):
    steps = problem.in_parts()
    return solution([NUMBER.sub(lambda match: digit_words(match[0]), spoken(step)) for step in steps], problem)


def scrambled(problem, random):
    steps = problem.in_parts()
    return solution(random.sample(steps, len(steps)), problem)


TEACHERS = {
    "terse": terse,
    "parts": parts,
    "other-way": other_way,
    "chatty": chatty,
    "words": words,
    "backwards": in_numerals(backwards),
    "scrambled": scrambled,
    "roman": in_numerals(in_roman_numerals),
}

"""Writes random templates and what transformers' Jinja2 environment makes of them.

    python chat_template_fuzz.py                      # the fixture of ChatTemplateFuzzTest
    python chat_template_fuzz.py SEED COUNT FILE.gz   # another run

Made with transformers 5.23.0, jinja2 3.1.6, Python 3.11.
"""

import copy
import gzip
import json
import random
import sys
from pathlib import Path

from transformers.utils.chat_template_utils import _compile_jinja_template

FIXTURE = Path(__file__).parents[1] / "resources/org/rsrkernel/student/template/fuzz.json.gz"

CONTEXT = {
    "messages": [
        {"role": "system", "content": "Be kind."},
        {"role": "user", "content": "  Héllo <World> & 日本 🎉\n\nsecond line  "},
        {"role": "assistant", "content": "<think>\nhm\n</think>\n\nIt's \"fine\".", "tool_calls": [
            {"id": "a1", "function": {"name": "get_it", "arguments": {"x": 1, "y": [1.5, None, True]}}}]},
        {"role": "tool", "content": "42", "name": "get_it"},
    ],
    "s": "Some text, with Words and  blanks ",
    "e": "",
    "u": "ÄÖü ß 🎉 \u3000x",
    "n": 3,
    "z": 0,
    "big": 10**20,
    "f": 2.5,
    "t": True,
    "none_": None,
    "xs": [3, 1, 2, 2],
    "ws": ["b", "A", "c", "a", ""],
    "empty": [],
    "d": {"b": 1, "a": "two", "C": [1, 2]},
    "rows": [{"k": "x", "v": 2, "w": {"q": "deep"}}, {"k": "Y", "v": 1}, {"k": "x", "v": 3, "w": {}}],
}
NAMES = list(CONTEXT) + ["missing"]


class Grammar:
    def __init__(self, seed):
        self.r = random.Random(seed)
        self.vars = []
        self.loops = 0

    def pick(self, *options):
        return self.r.choice(options)

    # ---- expressions by the type they mostly have

    def text(self, depth):
        if depth <= 0:
            return self.pick("s", "e", "u", "'lit'", '"q\'s\\n"', "'a,b,c'", "'<think>x</think>'", "messages[1].content", "messages[0]['role']", "'%s'", "' pad '", "'é🎉'", "d.a")
        d = depth - 1
        return self.pick(
            lambda: f"{self.text(d)} ~ {self.any(d)}",
            lambda: f"{self.text(d)} + {self.text(d)}",
            lambda: f"({self.text(d)} if {self.truth(d)} else {self.text(d)})",
            lambda: f"({self.text(d)}){self.method()}",
            lambda: f"({self.text(d)})|{self.pick('upper', 'lower', 'title', 'capitalize', 'trim', 'string', 'reverse', 'e', 'safe', 'trim(chars=' + repr(self.pick('S', ' x', '.')) + ')', 'indent', 'indent(2, true)', 'indent(width=1, blank=true)', 'center(20)', 'truncate(9)', 'truncate(12, true)', 'first', 'last')}",
            lambda: f"({self.text(d)})|replace({self.text(0)}, {self.text(0)})",
            lambda: f"({self.text(d)})|replace('e', 'E', {self.number(0)})",
            lambda: f"({self.text(d)})[{self.index()}]",
            lambda: f"({self.text(d)})[{self.slice()}]",
            lambda: f"({self.list(d)})|join({self.text(0)})",
            lambda: f"{self.text(0)}.join({self.list(d)}|map('string'))",
            lambda: f"({self.any(d)})|tojson{self.pick('', '(indent=2)', '(sort_keys=true)', '(ensure_ascii=true)')}",
            lambda: f"({self.any(d)})|string",
            lambda: f"'{self.pick('%s-%s', '%5s|%-5s', '%r:%s', '%d %s', '%.2f', '%05d', '%x')}' % ({self.any(d)}, {self.any(d)})" if self.r.random() < 0.7 else f"'{self.pick('%s', '%d', '%.3f', '%5.1f', '%g', '%e', '%%', '%i', '%r')}' % {self.any(d)}",
            lambda: f"'{{}} {{0}}'.format({self.any(0)})" if self.r.random() < 0.1 else f"'{{}}-{{}}'.format({self.any(d)}, {self.any(d)})",
            lambda: f"({self.text(d)}) * {self.pick('0', '1', '2', 'n', '-1')}",
            lambda: f"({self.any(d)})|default({self.text(0)}{self.pick('', ', true')})",
        )()

    def method(self):
        a = lambda: self.pick("'e'", "' '", "'</think>'", "'\\n'", "'x'", "'So'", "''", "s", "'🎉'")
        return self.pick(
            ".strip()", ".lstrip()", ".rstrip()", ".upper()", ".lower()", ".title()", ".capitalize()", ".swapcase()", ".casefold()",
            f".strip({a()})", f".lstrip({a()})", f".rstrip({a()})", f".replace({a()}, {a()})", f".replace({a()}, {a()}, {self.pick('1', '-1', '0')})",
            f".split({a()})[{self.pick('0', '-1', '1')}]", ".split()[0]", f".split({a()}, 1)|last", f".rsplit({a()}, 1)|first", ".splitlines()|first",
            f".partition({a()})[2]", f".rpartition({a()})[0]", f".removeprefix({a()})", f".removesuffix({a()})", ".zfill(8)", ".ljust(5, '.')", ".rjust(9)", ".center(7, '*')", ".encode", ".nope")

    def number(self, depth):
        if depth <= 0:
            return self.pick("n", "z", "f", "1", "2", "-1", "0", "7", "2.5", "0.1", "1e3", "true", "10", "xs[0]", "loop.index" if self.loops else "5", "big")
        d = depth - 1
        return self.pick(
            lambda: f"({self.number(d)} {self.pick('+', '-', '*', '/', '//', '%')} {self.number(d)})",
            lambda: f"{self.number(d)} {self.pick('+', '-', '*')} {self.number(d)}",
            lambda: f"-{self.number(d)}",
            lambda: f"({self.number(0)}) ** {self.pick('2', '0', '3')}",  # no roots: they may be complex
            lambda: f"({self.any(d)})|length",
            lambda: f"({self.any(d)})|int{self.pick('', '(7)')}",
            lambda: f"({self.any(d)})|float{self.pick('', '(1.5)')}",
            lambda: f"({self.number(d)})|round{self.pick('', '(1)', '(2, method=' + repr('floor') + ')', '(0, ' + repr('ceil') + ')', '(-1)')}",
            lambda: f"({self.number(d)})|abs",
            lambda: f"({self.list(d)})|{self.pick('sum', 'max', 'min', 'count', 'first')}",
            lambda: f"({self.text(d)}).{self.pick('find', 'count', 'rfind', 'index')}({self.text(0)})",
            lambda: f"({self.number(d)} if {self.truth(d)} else {self.number(d)})",
            lambda: f"({self.text(d)})|wordcount",
        )()

    def index(self):
        return self.pick("0", "1", "-1", "-2", "n", "99", "'role'", "'a'", "z", "-n", "true")

    def slice(self):
        part = lambda: self.pick("", "", "0", "1", "2", "-1", "-2", "n", "99", "-99", "none")
        step = self.pick("", "", "", ":", ":-1", ":2", ":-2", ":n")
        return f"{part()}:{part()}{step}"

    def list(self, depth):
        if depth <= 0:
            return self.pick("xs", "ws", "empty", "messages", "rows", "[1, 'a', none]", "range(4)", "(1, 2)", "d.C", "'abc'", "d", "[]", "[[1], [2, 3]]", "missing")
        d = depth - 1
        return self.pick(
            lambda: f"({self.list(d)})[{self.slice()}]",
            lambda: f"({self.list(d)})|{self.pick('list', 'sort', 'reverse|list', 'unique|list', 'sort(reverse=true)', 'batch(2)|list', 'slice(2)|list', 'select|list', 'reject|list', 'map(' + repr('string') + ')|list', 'map(' + repr('upper') + ')|list', 'first', 'last', 'sort(case_sensitive=true)', 'batch(3, 0)|list', 'max', 'items|list', 'reverse', 'map(' + repr('length') + ')|list')}",
            lambda: f"[{self.any(d)}, {self.any(d)}]",
            lambda: f"({self.any(d)}, {self.any(d)})",
            lambda: f"({self.text(d)}).{self.pick('split()', 'splitlines()', 'split(' + repr(' ') + ')', 'split(' + repr(',') + ', 1)', 'partition(' + repr(' ') + ')', 'rsplit(none, 1)', 'splitlines(true)', 'split(maxsplit=2)')}",
            lambda: f"rows|map(attribute='{self.pick('k', 'v', 'w.q', 'nope', 'w')}'{self.pick('', ', default=0')})|list",
            lambda: f"rows|{self.pick('selectattr', 'rejectattr')}('{self.pick('k', 'v', 'w', 'w.q')}'{self.pick('', ', ' + repr('defined'), ', ' + repr('eq') + ', ' + repr('x'), ', ' + repr('gt') + ', 1', ', ' + repr('in') + ', [1, ' + repr('x') + ']')})|list",
            lambda: f"rows|sort(attribute='{self.pick('k', 'v', 'v,k')}'{self.pick('', ', reverse=true')})",
            lambda: f"rows|groupby('{self.pick('k', 'v')}')",
            lambda: f"messages|selectattr('role', '{self.pick('equalto', '==', 'ne', 'in', 'nope')}', '{self.pick('user', 'tool')}')|list",
            lambda: f"({self.list(d)})|{self.pick('select', 'reject')}('{self.pick('odd', 'even', 'string', 'number', 'defined', 'mapping', 'none', 'iterable')}')|list",
            lambda: f"({self.list(d)}) + ({self.list(d)})",
            lambda: f"d.{self.pick('items()', 'keys()', 'values()', 'items()|list', 'keys()|list', 'get(' + repr('a') + ')', 'copy()', 'update({})', 'get(' + repr('zz') + ', 5)')}",
            lambda: f"d|dictsort{self.pick('', '(true)', '(by=' + repr('key') + ', reverse=true)')}",
            lambda: f"range({self.pick('3', '1, 4', '5, 0, -2', 'n', 'z', '2.5', '10, 0')})|list",
            lambda: f"{{{self.text(0)}: {self.any(d)}, {self.any(0)}: {self.any(0)}}}",
            lambda: f"dict(a={self.any(d)}, b=2)",
        )()

    def truth(self, depth):
        if depth <= 0:
            return self.pick("t", "true", "false", "z", "e", "none_", "missing", "messages", "n > 1", "s", "not t", "missing is defined", "loop.first" if self.loops else "f")
        d = depth - 1
        return self.pick(
            lambda: f"{self.any(d)} {self.pick('==', '!=')} {self.any(d)}",
            lambda: f"{self.number(d)} {self.pick('<', '<=', '>', '>=')} {self.number(d)}",
            lambda: f"{self.number(0)} {self.pick('<', '>=')} {self.number(0)} {self.pick('<', '==')} {self.number(0)}",
            lambda: f"{self.text(d)} {self.pick('in', 'not in')} {self.text(d)}",
            lambda: f"{self.any(0)} {self.pick('in', 'not in')} {self.list(d)}",
            lambda: f"not {self.truth(d)}",
            lambda: f"({self.truth(d)} {self.pick('and', 'or')} {self.truth(d)})",
            lambda: f"{self.truth(d)} {self.pick('and', 'or')} {self.truth(d)}",
            lambda: f"{self.any(d)} is {self.pick('', 'not ')}{self.pick('defined', 'undefined', 'none', 'string', 'mapping', 'iterable', 'sequence', 'number', 'boolean', 'true', 'false', 'integer', 'float', 'callable', 'lower', 'upper')}",
            lambda: f"{self.number(d)} is {self.pick('odd', 'even', 'divisibleby 3', 'divisibleby(2)', 'eq 3', 'gt 2', 'lessthan(5)', 'sameas 3')}",
            lambda: f"({self.text(d)}).{self.pick('startswith', 'endswith')}({self.text(0)})",
            lambda: f"({self.text(d)}).{self.pick('isdigit', 'isalpha', 'isalnum', 'isspace', 'isupper', 'islower')}()",
            lambda: f"{self.text(d)} {self.pick('<', '>')} {self.text(d)}",
        )()

    def any(self, depth):
        if depth <= 0:
            return self.pick(*(NAMES + self.vars[-3:] + ["1", "'x'", "none", "true", "2.0", "[]", "{}", "d", "rows[0]", "messages[-1]", "messages[2].tool_calls[0].function"]))
        return self.pick(self.text, self.number, self.list, self.truth, self.any)(depth - 1)

    # ---- statements

    def tag(self, inside):
        return "{%" + self.pick("", "", "-", "+") + f" {inside} " + self.pick("", "", "-", "+") + "%}"

    def print(self):
        return "{{" + self.pick("", "", "-") + f" {self.any(self.r.randint(1, 4))} " + self.pick("", "", "-") + "}}"

    def data(self):
        return self.pick("", " ", "\n", "text", "  \n  ", "\n\n", "a b\n", "{# note #}", "{#- note -#}\n", "\t", "<|x|>\n", "{ % }", "{% raw %} {{ r }} {% endraw %}\n", "é🎉 ")

    def body(self, depth):
        return "".join(self.statement(depth - 1) for _ in range(self.r.randint(1, 3)))

    def statement(self, depth):
        if depth <= 0:
            return self.data() + self.print() + self.data()
        return self.pick(
            self.if_, self.for_, self.set_, self.set_block, self.macro, self.call, self.filter, self.with_, self.namespace, self.generation,
            *[lambda depth: self.data() + self.print() + self.data()] * 6)(depth)

    def if_(self, depth):
        out = self.tag(f"if {self.truth(2)}") + self.body(depth)
        if self.r.random() < 0.3:
            out += self.tag(f"elif {self.truth(1)}") + self.body(depth)
        if self.r.random() < 0.4:
            out += self.tag("else") + self.body(depth)
        return out + self.tag("endif")

    def for_(self, depth):
        target = self.pick("x", "x", "m", "k, v", "(a, b)")
        source = self.list(self.r.randint(0, 2)) if "," not in target else self.pick("d.items()", "d|items", "d|dictsort", "[[1, 2], [3, 4]]", "rows|map('list')", self.list(1))
        condition = f" if {self.truth(1)}" if self.r.random() < 0.2 else ""
        known = len(self.vars)
        self.vars += target.strip("()").split(", ")
        self.loops += 1
        body = self.body(depth)
        if self.r.random() < 0.4:
            body += "{{ loop." + self.pick("index", "index0", "revindex", "revindex0", "first", "last", "length", "depth", "previtem", "nextitem", "cycle('a', 'b')", "changed(x)", "nope") + " }}"
        if self.r.random() < 0.15:
            body += self.tag(f"if {self.truth(1)}") + self.tag(self.pick("break", "continue")) + self.tag("endif") + self.data()
        self.loops -= 1
        del self.vars[known:]
        otherwise = self.tag("else") + self.body(depth) if self.r.random() < 0.2 else ""
        return self.tag(f"for {target} in {source}{condition}") + body + otherwise + self.tag("endfor")

    def set_(self, depth):
        name = self.pick("x", "y", "w1", "s", "n")
        out = self.tag(f"set {name} = {self.any(self.r.randint(1, 3))}")
        self.vars.append(name)
        return out + self.print()

    def set_block(self, depth):
        out = self.tag(f"set blk{self.pick('', '', ' | upper', ' | trim | length')}") + self.body(depth) + self.tag("endset")
        self.vars.append("blk")
        return out

    def macro(self, depth):
        out = self.tag(f"macro mac(p, q={self.any(1)})") + "{{ p }}" + self.body(depth) + self.pick("", "", "{{ varargs }}", "{{ kwargs }}", "{{ caller() if caller }}") + self.tag("endmacro")
        return out + "{{ mac(" + self.pick("", self.any(1), f"{self.any(1)}, {self.any(1)}", f"q={self.any(0)}", f"{self.any(0)}, z=1", "1, 2, 3", f"*{self.list(0)}", "**d") + ") }}"

    def call(self, depth):
        return self.tag("macro outer(p)") + "[{{ p }}{{ caller(p) }}]" + self.tag("endmacro") + self.tag(f"call(y) outer({self.any(1)})") + "{{ y }}" + self.body(depth) + self.tag("endcall")

    def filter(self, depth):
        return self.tag(f"filter {self.pick('upper', 'trim', 'replace(' + repr('e') + ', 3)', 'indent(2)', 'length', 'title')}") + self.body(depth) + self.tag("endfilter")

    def with_(self, depth):
        return self.tag(f"with x = {self.any(1)}, y = {self.any(1)}") + self.body(depth) + "{{ x }}{{ y }}" + self.tag("endwith")

    def namespace(self, depth):
        return self.tag(f"set ns = namespace(c={self.number(0)}, t='')") + self.tag(f"for x in {self.list(1)}") + self.tag(f"set ns.c = {self.pick('ns.c + 1', 'ns.c ~ x', 'x', self.any(1))}") + self.tag("endfor") + "{{ ns.c }}{{ ns.t }}"

    def generation(self, depth):
        return self.tag("generation") + self.body(depth) + self.tag("endgeneration")

    def template(self):
        return "".join(self.statement(self.r.randint(0, 3)) for _ in range(self.r.randint(1, 3)))


def render(source):
    try:
        return {"template": source, "text": _compile_jinja_template(source).render(**copy.deepcopy(CONTEXT))}
    except Exception:  # whatever Python raises, the template does not render
        return {"template": source, "text": None}


def has_address(case):
    """Texts that name a place in memory differ from run to run."""
    text = case["text"] or ""
    return " at 0x" in text or "<generator" in text or "<built-in" in text or "<Loop" in text or "<list_reverse" in text or "<range_iter" in text or "<Macro" in text or "<dict_rev" in text


def cases(seed, count):
    grammar_seed = random.Random(seed)
    found = []
    while len(found) < count:
        case = render(Grammar(grammar_seed.getrandbits(64)).template())
        raises = case["text"] is None
        if not has_address(case) and not (raises and grammar_seed.random() < 0.7):
            found.append(case)
    return found


def main():
    seed, count, path = (int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3])) if len(sys.argv) > 1 else (20261123, 3000, FIXTURE)
    found = cases(seed, count)
    data = json.dumps({"context": CONTEXT, "cases": found}, ensure_ascii=False, separators=(",", ":"))
    path.write_bytes(gzip.compress(data.encode("utf-8", "surrogatepass"), 9, mtime=0))
    print(len(found), "templates,", sum(case["text"] is not None for case in found), "render,", path.stat().st_size, "bytes")


if __name__ == "__main__":
    main()

"""Writes what ChatTemplateGoldenTest expects: every template of the test resources rendered by
transformers for every conversation below.

    python chat_templates.py

Made with transformers 5.23.0, jinja2 3.1.6, Python 3.11.
"""

import datetime
import gzip
import json
import re
from pathlib import Path

from tokenizers import Tokenizer, models
from transformers import PreTrainedTokenizerFast
from transformers.utils import chat_template_utils

RESOURCES = Path(__file__).parents[1] / "resources/org/rsrkernel/student/template"
NOW = datetime.datetime(2025, 3, 7, 9, 5, 3)  # the clock of ChatTemplateGoldenTest

WEATHER = {
    "type": "function",
    "function": {
        "name": "get_weather",
        "description": "Tells the weather <now> & soon",
        "parameters": {
            "type": "object",
            "properties": {
                "city": {"type": "string", "description": "a city: \"Zürich\""},
                "days": {"type": "integer"},
                "unit": {"type": "string", "enum": ["c", "f"]},
            },
            "required": ["city"],
        },
    },
}
ADD = {
    "type": "function",
    "function": {
        "name": "add",
        "description": "Adds",
        "parameters": {"type": "object", "properties": {"xs": {"type": "array", "items": {"type": "number"}}}},
    },
}
DOCUMENTS = [{"title": "One", "text": "First text."}, {"title": "Zwei", "text": "Zweiter Text."}]


def system(text):
    return {"role": "system", "content": text}


def user(text):
    return {"role": "user", "content": text}


def assistant(text, **more):
    return {"role": "assistant", "content": text, **more}


def call(name, arguments, id="abc123def"):
    return {"id": id, "type": "function", "function": {"name": name, "arguments": arguments}}


def tool(text, **more):
    return {"role": "tool", "content": text, **more}


def conversations():
    yield "question", [user("Hi")], {}
    yield "question-prompt", [user("Hi")], {"add_generation_prompt": True}
    yield "answer", [user("What is 2 + 2?"), assistant("It is 4.")], {}
    yield "system-answer", [system("Be brief."), user("Name a colour."), assistant("Blue.")], {}
    yield "system-prompt", [system("Be brief."), user("Name a colour.")], {"add_generation_prompt": True}
    yield "two-turns", [user("A?"), assistant("a"), user("B?"), assistant("b")], {}
    yield "two-turns-prompt", [user("A?"), assistant("a"), user("B?")], {"add_generation_prompt": True}
    yield "three-turns-system", [system("S"), user("A?"), assistant("a"), user("B?"), assistant("b"), user("C?"), assistant("c")], {}
    yield "answer-twice-the-same", [user("x"), assistant("same"), user("x"), assistant("same")], {}
    yield "leading-blanks", [user("  q\n"), assistant("  \n answer with blanks \n\n")], {}
    yield "blank-answer", [user("q"), assistant("   \n")], {}
    yield "empty-answer", [user("q"), assistant("")], {}
    yield "empty-question", [user(""), assistant("a")], {}
    yield "empty-system", [system(""), user("q"), assistant("a")], {}
    yield "null-answer", [user("q"), {"role": "assistant", "content": None}], {}
    yield "missing-content", [user("q"), {"role": "assistant"}], {}
    yield "null-extras", [user("q"), assistant("a", tool_calls=None, name=None, reasoning_content=None)], {}
    yield "unicode", [user("Grüße 日本 🎉?"), assistant("Ünïcödé 🚀🚀 \u200b\u00a0 — „ja“\u3000")], {}
    yield "newlines", [user("a\r\nb\n\n\nc"), assistant("line 1\nline 2\n\n    indented\n\ttab")], {}
    yield "code", [user("Write code."), assistant("```python\nprint('{{ x }} {% y %} {# z #}')\n```")], {}
    yield "quotes-html", [user("\"q\" & 'p' <b>"), assistant("<i>\\n \"x\" 'y' & \\ {}</i>")], {}
    yield "think-in-content", [user("Why?"), assistant("<think>\nBecause of A.\n</think>\n\nA.")], {}
    yield "think-in-earlier", [user("Why?"), assistant("<think>\nfirst thought\n</think>\n\nA."), user("And?"), assistant("<think>second thought</think>B.")], {}
    yield "reasoning-content", [user("Why?"), assistant("A.", reasoning_content="Let me see.\nYes.")], {}
    yield "thinking-field", [user("Why?"), assistant("A.", thinking="Hm."), user("And?"), assistant("B.", reasoning="So.")], {}
    yield "reasoning-two-turns", [user("1?"), assistant("one", reasoning_content="\n r1 \n"), user("2?"), assistant("two", reasoning_content="r2")], {}
    yield "no-thinking", [user("q"), assistant("a")], {"enable_thinking": False}
    yield "no-thinking-prompt", [user("q")], {"enable_thinking": False, "add_generation_prompt": True}
    yield "tools-question", [user("Weather in Zürich?")], {"tools": [WEATHER, ADD], "add_generation_prompt": True}
    yield "tool-call", [user("Weather?"), assistant("", tool_calls=[call("get_weather", {"city": "Zürich", "days": 2})])], {"tools": [WEATHER]}
    yield "tool-round", [
        system("Use tools."), user("Weather?"),
        {"role": "assistant", "content": None, "tool_calls": [call("get_weather", {"city": "Bern"})]},
        tool("{\"celsius\": 21.5}", tool_call_id="abc123def", name="get_weather"),
        assistant("21.5 degrees."),
    ], {"tools": [WEATHER]}
    yield "tool-round-text", [
        user("Weather and sum?"),
        assistant("Let me look.", tool_calls=[call("get_weather", {"city": "Bern"}), call("add", {"xs": [1, 2.5]}, "xyz789xyz")], reasoning_content="Two calls."),
        tool("sunny", tool_call_id="abc123def"), tool("3.5", tool_call_id="xyz789xyz"),
        assistant("Sunny, and 3.5."), user("Thanks"), assistant("Welcome."),
    ], {"tools": [WEATHER, ADD]}
    yield "string-arguments", [user("Add"), {"role": "assistant", "tool_calls": [{"type": "function", "function": {"name": "add", "arguments": "{\"xs\": [1]}"}}]}, tool("1")], {}
    yield "documents", [user("What do they say?"), assistant("First text.")], {"documents": DOCUMENTS}
    yield "parts", [user([{"type": "text", "text": "Look "}, {"type": "image"}, {"type": "text", "text": "here"}]), assistant([{"type": "text", "text": " A cat. "}])], {}
    yield "string-parts", [{"role": "user", "content": ["one", "two"]}, assistant("three")], {}
    yield "assistant-first", [assistant("Hello!"), user("Hi"), assistant("How are you?")], {}
    yield "two-answers", [user("q"), assistant("part one"), assistant("part two")], {}
    yield "odd-role", [user("q"), {"role": "critic", "content": "hm"}, assistant("a")], {"custom": [1, {"k": None}], "date_string": "1 Jan 2024"}
    yield "long", [system("s" * 150), user("word " * 60), assistant("answer " * 60)], {"reasoning_effort": "high"}
    yield "numbers", [user("q"), assistant("a", score=1.5, count=3, big=12345678901234567890, ok=True, nested={"a": [1, None]})], {}
    yield "no-messages", [], {}


# What stands before and after a response. The first two pairs are those of the paper's code.
CHATML = (r"<\|im_start\|>assistant\n", r"<\|im_end\|>")
LLAMA3 = (r"<\|start_header_id\|>assistant<\|end_header_id\|>\n\n", r"<\|eot_id\|>")
MARKERS = {
    "chatml": CHATML,
    "chatml-default-system": CHATML,
    "qwen25": CHATML,
    "qwen3": CHATML,
    "qwen3-thinking": CHATML,
    "llama3": LLAMA3,
    "llama31": LLAMA3,
    "phi4": (r"<\|im_start\|>assistant<\|im_sep\|>", r"<\|im_end\|>"),
    "phi3": (r"<\|assistant\|>\n", r"<\|end\|>"),
    "gemma2": (r"<start_of_turn>model\n", r"<end_of_turn>"),
    "gemma3": (r"<start_of_turn>model\n", r"<end_of_turn>"),
    "olmo2": (r"<\|assistant\|>\n", r"</s>"),
    "zephyr": (r"<\|assistant\|>\n", r"</s>"),
    "command-r": (r"<\|START_OF_TURN_TOKEN\|><\|CHATBOT_TOKEN\|>", r"<\|END_OF_TURN_TOKEN\|>"),
    "mistral-v1": (r"\[/INST\]", r"</s>"),
    "mistral-v3-tools": (r"\[/(?:INST|TOOL_RESULTS)\](?!\[TOOL_RESULTS\])", r"</s>"),
    "mistral-v7": (r"\[/(?:INST|TOOL_RESULTS)\](?!\[TOOL_RESULTS\])", r"</s>"),
    "llama2": (r"\[/INST\]", r" </s>"),
    "vicuna": (r"ASSISTANT: ", r"</s>"),
}
UNUSUAL = {"null-answer", "missing-content", "assistant-first", "two-answers", "string-parts", "odd-role", "parts"}


class FixedClock(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return NOW


def utf16(text, index):
    return len(text[:index].encode("utf-16-le")) // 2


def spans_between_markers(name, text):
    header, end = MARKERS[name]
    return [
        [utf16(text, m.start(1)), utf16(text, m.end(1))]
        for m in re.finditer(f"{header}(.*?){end}", text, re.S)
    ]


def generated_spans(source, messages, variables):
    messages = [{k: v for k, v in m.items() if v is not None} for m in messages]
    _, indices = chat_template_utils.render_jinja_template(
        conversations=[messages], chat_template=source, return_assistant_tokens_mask=True, **variables
    )
    return indices[0]


def render(tokenizer, name, source, conversation, messages, options):
    variables = {"bos_token": "<s>", "eos_token": "</s>", **options}
    try:
        text = tokenizer.apply_chat_template(messages, chat_template=source, tokenize=False, **variables)
    except Exception as error:  # whatever Python raises, the template does not render
        return {"error": f"{type(error).__name__}: {error}"[:120]}
    expected = {"text": text}
    if "{% generation %}" in source:
        spans = generated_spans(source, messages, variables)
        expected["spans"] = [[utf16(text, start), utf16(text, end)] for start, end in spans]
    elif name in MARKERS and conversation not in UNUSUAL:
        expected["spans"] = spans_between_markers(name, text)
    return expected


def main():
    chat_template_utils.datetime = FixedClock
    tokenizer = PreTrainedTokenizerFast(tokenizer_object=Tokenizer(models.WordLevel({"x": 0}, unk_token="x")))
    cases = list(conversations())
    golden = {
        "conversations": [{"name": n, "messages": m, "options": o} for n, m, o in cases],
        "expected": {},
    }
    for path in sorted((RESOURCES / "templates").glob("*.jinja")):
        source = path.read_text(encoding="utf-8")
        golden["expected"][path.stem] = [
            render(tokenizer, path.stem, source, n, m, o) for n, m, o in cases
        ]
    data = json.dumps(golden, ensure_ascii=False, separators=(",", ":")).encode()
    with open(RESOURCES / "golden.json.gz", "wb") as file:
        file.write(gzip.compress(data, 9, mtime=0))
    rendered = [e for es in golden["expected"].values() for e in es]
    print(len(golden["expected"]), "templates,", len(cases), "conversations,", len(rendered), "pairs,",
          sum("text" in e for e in rendered), "render,", sum("spans" in e for e in rendered), "with spans")


if __name__ == "__main__":
    main()

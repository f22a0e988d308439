"""Lets papermill write parameters in Java: papermill in.ipynb out.ipynb -p questions 12

papermill has no list of languages to add to. It loads the engines that packages name in their entry points, though, and
so this module, which registers Java on the way.
"""

import json
import math

from papermill.engines import NBClientEngine
from papermill.translators import Translator, papermill_translators

__all__ = ["JavaTranslator", "NBClientEngine"]

INT = range(-(2**31), 2**31)
LONG = range(-(2**63), 2**63)


class JavaTranslator(Translator):
    """Writes `var name = value;`: numbers, texts, truth values, null, lists as List and dictionaries as Map."""

    @classmethod
    def translate_none(cls, value):
        return "(Object) null"

    @classmethod
    def translate_bool(cls, value):
        return "true" if value else "false"

    @classmethod
    def translate_int(cls, value):
        if value in INT:
            return str(value)
        return f"{value}L" if value in LONG else f'new java.math.BigInteger("{value}")'

    @classmethod
    def translate_float(cls, value):
        if math.isnan(value):
            return "Double.NaN"
        if math.isinf(value):
            return f"Double.{'POSITIVE' if value > 0 else 'NEGATIVE'}_INFINITY"
        return repr(value)

    @classmethod
    def translate_str(cls, value):
        return json.dumps(value, ensure_ascii=False)  # all escapes of JSON are Java's, too

    @classmethod
    def translate_list(cls, value):
        return f"java.util.Arrays.asList({', '.join(map(cls.translate, value))})"

    @classmethod
    def translate_dict(cls, value):
        if None in value.values():
            raise ValueError(f"a Map in Java holds no null, as {value} would need")
        entries = (f"java.util.Map.entry({cls.translate(str(key))}, {cls.translate(v)})" for key, v in value.items())
        return f"java.util.Map.ofEntries({', '.join(entries)})"

    @classmethod
    def comment(cls, text):
        return f"// {text}".strip()

    @classmethod
    def assign(cls, name, value):
        return f"var {name} = {value};"


papermill_translators.register("java", JavaTranslator)

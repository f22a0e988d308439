package org.rsrkernel.kernel.diagnostics;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.Diag;

/** Says javac's messages in plain words. What it does not know stays as javac says it. */
final class PlainWords {

  /** javac's code, its English message, and what we say; $1… are the message's groups. */
  private record Phrase(String code, Pattern javac, String plain) {}

  private static final String DETAIL = "(?s)";

  private static final List<Phrase> PHRASES =
      List.of(
          phrase(
              "cant.resolve",
              "symbol: +class (\\S+).*",
              "There is no class `$1`, or it is not imported."),
          phrase(
              "cant.resolve",
              "symbol: +variable ([A-Z]\\S*)\\n +location: class *(?:\\n|$).*",
              "There is no class or variable `$1`, or it is not imported."),
          phrase(
              "cant.resolve",
              "symbol: +variable (\\S+)\\n +location: class *(?:\\n|$).*",
              "There is no variable `$1`."),
          phrase(
              "cant.resolve",
              "symbol: +variable (\\S+)\\n +location: \\w+ .* of type (.+)",
              "`$2` has no field `$1`."),
          phrase(
              "cant.resolve",
              "symbol: +variable (\\S+)\\n +location: (?:class|interface|enum|package) (\\S+).*",
              "`$2` has no field or variable `$1`."),
          phrase("cant.resolve", "symbol: +variable (\\S+).*", "There is no variable `$1`."),
          phrase(
              "cant.resolve",
              "symbol: +method ([^\\n]+)\\n +location: class *(?:\\n|$).*",
              "There is no method `$1`."),
          phrase(
              "cant.resolve",
              "symbol: +method ([^\\n]+)\\n +location: \\w+ .* of type (.+)",
              "`$2` has no method `$1`."),
          phrase(
              "cant.resolve",
              "symbol: +method ([^\\n]+)\\n +location: (?:class|interface|enum) (.+)",
              "`$2` has no method `$1`."),
          phrase("cant.resolve", "symbol: +method ([^\\n]+).*", "There is no method `$1`."),
          phrase(
              "cant.resolve",
              "symbol: +constructor ([^\\n]+)\\n.*",
              "There is no constructor `$1`."),
          phrase(
              "doesnt.exist",
              "package (\\S+) does not exist",
              "There is no package `$1` on the class path."),
          phrase(
              "prob.found.req",
              "incompatible types: (.+) cannot be converted to (.+)",
              "This is `$1`, but `$2` is needed here."),
          phrase(
              "prob.found.req",
              "incompatible types: possible lossy conversion from (\\w+) to (\\w+)",
              "A `$1` may lose digits as `$2`; write `($2)` before it if that is meant."),
          phrase("prob.found.req", "incompatible types: (.+)", "This does not fit here: $1."),
          phrase(
              "cant.apply.symbol",
              "(?:method|constructor) (\\S+) in .*required: +([^\\n]+)\\n +found: +([^\\n]+)\\n.*",
              "`$1` takes ($2), but gets ($3)."),
          phrase("expected", "'([^']+)' expected", "`$1` is missing here."),
          phrase("expected", "<identifier> expected", "A name is missing here."),
          phrase("expected", "(.+) expected", "Missing here: $1."),
          phrase(
              "premature.eof",
              ".*",
              "The cell ends too early: a bracket, brace or semicolon is missing."),
          phrase("not.stmt", ".*", "This is a value, not a statement: use it, or remove it."),
          phrase("unclosed.str.lit", ".*", "This string has no closing quote."),
          phrase("unclosed.text.block", ".*", "This text block has no closing `\"\"\"`."),
          phrase(
              "unclosed.char.lit",
              ".*",
              "This character has no closing quote; a text takes double quotes."),
          phrase("unclosed.comment", ".*", "This comment has no closing `*/`."),
          phrase("illegal.start.of.expr", ".*", "A value is expected here."),
          phrase("illegal.start.of.type", ".*", "A type is expected here."),
          phrase(
              "illegal.char",
              "illegal character: (.+)",
              "The character $1 does not belong in Java code."),
          phrase(
              "unreported.exception",
              "unreported exception (\\S+); .*",
              "`$1` must be caught here, or declared with `throws $1`."),
          phrase("missing.ret.stmt", ".*", "This method can end without a `return`."),
          phrase(
              "var.might.not.have.been.initialized",
              "variable (\\S+) .*",
              "`$1` may have no value yet."),
          phrase(
              "already.defined",
              "(\\w+) (\\S+) is already defined.*",
              "There already is a $1 `$2`."),
          phrase(
              "cant.assign.val",
              ".* final variable (\\S+)",
              "`$1` is final: it cannot get another value."),
          phrase(
              "operator.cant.be.applied.1",
              ".*operator '(.+)'\\n +first type: +(.+)\\n +second type: +(.+)",
              "`$1` does not work between `$2` and `$3`."),
          phrase(
              "operator.cant.be.applied",
              ".*type (.+) for unary operator '(.+)'",
              "`$2` does not work on `$1`."),
          phrase("incomparable.types", ".*: (.+) and (.+)", "`$1` and `$2` can never be equal."),
          phrase("unreachable.stmt", ".*", "This is never reached."),
          phrase(
              "non-static.cant.be.ref",
              "non-static (\\w+) (.+) cannot be .*",
              "The $1 `$2` belongs to an object: call it on one, not on the class."),
          phrase(
              "report.access",
              "(.+) has (\\w+) access in (.+)",
              "`$1` is $2 in `$3`: it cannot be used here."),
          phrase(
              "does.not.override.abstract",
              ".*does not override abstract method (.+) in (.+)",
              "The method `$1` of `$2` is missing."),
          phrase(
              "abstract.cant.be.instantiated",
              "(\\S+) is abstract.*",
              "`$1` is abstract: make one of its subclasses."),
          phrase(
              "cant.deref",
              "(\\S+) cannot be dereferenced",
              "`$1` is a primitive: it has no methods or fields."));

  private PlainWords() {}

  static String of(Diag diag) {
    String message = simplified(diag.getMessage(Locale.ENGLISH));
    String code =
        diag.getCode() == null ? "" : diag.getCode().replaceFirst("^compiler\\.err\\.", "");
    for (Phrase phrase : PHRASES) {
      Matcher matcher = phrase.javac().matcher(message);
      if (code.startsWith(phrase.code()) && matcher.matches()) {
        return matcher.replaceFirst(phrase.plain()).strip();
      }
    }
    return message;
  }

  /** Without {@code java.lang.} and without JShell's wrapper classes. */
  static String simplified(String message) {
    return message
        .replaceAll("\\bjava\\.lang\\.(?=[A-Z]\\w*\\b(?!\\.))", "")
        .replaceAll("\\bREPL\\.\\$JShell\\$\\w+\\.", "")
        .strip();
  }

  private static Phrase phrase(String code, String javac, String plain) {
    String anywhere = code.equals("cant.resolve") ? ".*?" : "";
    return new Phrase(code, Pattern.compile(DETAIL + anywhere + javac), plain);
  }
}

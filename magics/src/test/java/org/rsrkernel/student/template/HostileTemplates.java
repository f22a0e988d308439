package org.rsrkernel.student.template;

import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rsrkernel.trajectory.Message;

/** Templates that would take all time or memory, and a program that tries them in a small heap. */
final class HostileTemplates {

  private HostileTemplates() {}

  static Map<String, String> all() {
    Map<String, String> templates = new LinkedHashMap<>();
    templates.put("repeated text", "{{ 'a' * 10**9 }}");
    templates.put("repeated list", "{{ [0] * 10**9 }}");
    templates.put("nested ranges", loops("x"));
    templates.put("nested ranges without output", loops(""));
    templates.put("doubled text", grown("'aaaaaaaaaa'", "ns.x + ns.x", "ns.x|length"));
    templates.put("doubled list", grown("[1, 2]", "ns.x + ns.x", "ns.x|length"));
    templates.put("shared lists printed", grown("[1]", "[ns.x, ns.x]", "ns.x"));
    templates.put("shared lists as JSON", grown("[1]", "[ns.x, ns.x]", "ns.x|tojson"));
    templates.put(
        "shared lists compared",
        "{% set a = namespace(x=[1]) %}{% set b = namespace(x=[1]) %}{% for i in range(99) %}"
            + "{% set a.x = [a.x, a.x] %}{% set b.x = [b.x, b.x] %}{% endfor %}{{ a.x == b.x }}");
    templates.put("shared tuples as key", grown("(1, 2)", "(ns.x, ns.x)", "{ns.x: 1}"));
    templates.put("deep list printed", deep("[ns.x]", "ns.x"));
    templates.put("deep list as JSON", deep("[ns.x]", "ns.x|tojson"));
    templates.put("deep dict printed", deep("{'k': ns.x}", "ns.x"));
    templates.put("stacked generators", deep("ns.x|map('string')", "ns.x|list"));
    templates.put("endless macro", "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}");
    templates.put(
        "exponential macro",
        "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(60) }}");
    templates.put("endless loop", "{% for x in [1] recursive %}{{ loop([1]) }}{% endfor %}");
    templates.put("power", "{{ 9 ** 999999999 }}");
    templates.put("growing number", grown("3", "ns.x * ns.x", "ns.x"));
    templates.put("large numbers printed", repeated("(2 ** 16000)|string|length"));
    templates.put("floats printed", repeated("1.7976931348623157e308 ~ 4.9e-324"));
    templates.put("floats rounded", repeated("1.7976931348623157e308|round(300)"));
    templates.put("wide format", "{{ '%1000000000d' % 1 }}");
    templates.put("precise format", "{{ '%.1000000000f' % 1 }}");
    templates.put("wide centre", "{{ 'x'|center(10**9) }}{{ 'x'.center(10**9) }}");
    templates.put("wide indent", "{{ 'x'|indent(10**9, true) }}");
    templates.put("wide JSON", "{{ [1]|tojson(indent=10**9) }}");
    templates.put("replaced empty text", "{{ ('a' * 100000).replace('', 'b' * 100000) }}");
    templates.put("joined", "{{ ('b' * 100000).join('a' * 100000) }}");
    templates.put("many slices", "{{ range(9)|slice(10**9)|list }}");
    templates.put("large batch", "{{ [1]|batch(10**9, 0)|list }}");
    templates.put(
        "nearly matching text",
        "{% set a = 'a' * 400000 %}{% set b = 'a' * 200000 ~ 'b' %}" + repeated("b in a"));
    templates.put(
        "stripped characters",
        "{% set a = 'a' * 300000 %}{% set c = 'b' * 300000 ~ 'a' %}" + repeated("a.strip(c)"));
    templates.put("split text", "{% set a = 'a ' * 200000 %}" + repeated("a.split()|length"));
    templates.put("sorted lists", "{% set r = range(100000)|list %}" + repeated("(r|sort)[0]"));
    String wide = "{% set a = 'é😀' * 130000 %}";
    templates.put("text measured", wide + repeated("a|length"));
    templates.put("text cut to its length", wide + repeated("a|truncate(999999)"));
    templates.put("empty text counted", wide + repeated("a.count('')"));
    templates.put("prefix taken off", wide + repeated("a.removeprefix(a)"));
    templates.put("letters taken out", repeated("('a' * 10000).replace('a', '')"));
    templates.put("long attribute path", wide + repeated("[]|groupby('.' * 400000)"));
    templates.put("long undefined names kept", wide + keep("{}[a]"));
    templates.put(
        "responses between alike text",
        "{{ 'a' * 60000 }}{{ messages[-1].content }}{{ 'a' * 60000 }}");
    templates.put(
        "all steps in every rendering",
        "{% for i in range(900) %}{% for j in range(900) %}{% endfor %}{% endfor %}"
            + "{{ messages[-1].content }}");
    templates.put("long date format", "{{ strftime_now('%c' * 1000000) }}");
    templates.put(
        "copied dict",
        "{% set ns = namespace(x={}) %}{% for i in range(100000) %}"
            + "{% set ns.x = dict(ns.x, **{i|string: i}) %}{% endfor %}");
    templates.put("many variables kept", keep("namespace(a=i, b=i)"));
    templates.put("many methods kept", keep("'x'.upper"));
    templates.put("many texts kept", keep("'x' ~ i"));
    templates.put("long chain of sums", "{{ 1" + " + 1".repeat(30_000) + " }}");
    templates.put("long chain of filters", "{{ 1" + "|string".repeat(20_000) + " }}");
    templates.put("nested brackets", "{{ " + "[".repeat(30_000) + "]".repeat(30_000) + " }}");
    templates.put("nested negations", "{{ " + "not ".repeat(30_000) + "1 }}");
    templates.put("nested signs", "{{ " + "-".repeat(30_000) + "1 }}");
    templates.put("nested conditions", "{{ " + "1 if 0 else ".repeat(8_000) + "1 }}");
    templates.put("nested blocks", "{% if 1 %}".repeat(8_000) + "{% endif %}".repeat(8_000));
    templates.put("unclosed tags", "{{".repeat(90_000));
    templates.put("unclosed comment starts", "{% raw %}" + "{% endra ".repeat(15_000));
    return templates;
  }

  private static String loops(String body) {
    return "{% for i in range(100000) %}{% for j in range(100000) %}"
        + body
        + "{% endfor %}{% endfor %}";
  }

  private static String repeated(String expression) {
    return "{% for i in range(99999) %}{% for j in range(99) %}{% set x = "
        + expression
        + " %}{% endfor %}{% endfor %}";
  }

  private static String grown(String start, String next, String last) {
    return changed(99, start, next, last);
  }

  private static String deep(String next, String last) {
    return changed(50_000, "[1]", next, last);
  }

  private static String changed(int times, String start, String next, String last) {
    return "{%% set ns = namespace(x=%s) %%}{%% for i in range(%d) %%}{%% set ns.x = %s %%}{%% endfor %%}{{ %s }}"
        .formatted(start, times, next, last);
  }

  private static String keep(String value) {
    return "{% set ns = namespace(x=none) %}{% for j in range(99) %}{% for i in range(99999) %}"
        + "{% set ns.x = [ns.x, "
        + value
        + "] %}{% endfor %}{% endfor %}";
  }

  /** Finds responses in a short conversation; the message of what stopped the template, or null. */
  static String stopped(String source) {
    try {
      TemplateContext context =
          TemplateContext.of(List.of(Message.of("user", "Hi"), Message.of("assistant", "Ho")));
      ChatTemplate.parse(source).renderResponses(context);
      return null;
    } catch (TemplateException stopped) {
      return stopped.getMessage();
    }
  }

  /** Prints the name, milliseconds of processor time and message of every template. */
  public static void main(String[] arguments) {
    all().forEach(HostileTemplates::report);
  }

  private static void report(String name, String source) {
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    String message = stopped(source);
    long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
    System.out.printf("%s\t%d\t%s%n", name, nanos / 1_000_000, message);
  }
}

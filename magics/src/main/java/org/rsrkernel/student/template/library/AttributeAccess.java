package org.rsrkernel.student.template.library;

import java.util.List;
import java.util.Set;
import org.rsrkernel.student.template.value.Absent;
import org.rsrkernel.student.template.value.Attributes;
import org.rsrkernel.student.template.value.Budget;
import org.rsrkernel.student.template.value.Dict;
import org.rsrkernel.student.template.value.ListValue;
import org.rsrkernel.student.template.value.Numbers;
import org.rsrkernel.student.template.value.Sequence;
import org.rsrkernel.student.template.value.Text;
import org.rsrkernel.student.template.value.TypeName;
import org.rsrkernel.student.template.value.Undefined;

/** {@code target.name} and {@code target[key]}: each tries the other's way second. */
public final class AttributeAccess {

  private static final Set<String> LIST_CHANGES =
      Set.of("append", "clear", "pop", "reverse", "insert", "sort", "extend", "remove");
  private static final Set<String> DICT_CHANGES =
      Set.of("clear", "pop", "popitem", "setdefault", "update");

  private static final int SHOWN = 80; // characters of a name

  private AttributeAccess() {}

  /** {@code target.name}: an attribute, then an item; {@link Undefined} if there is neither. */
  public static Object attribute(Object target, String name, Budget budget) {
    if (target instanceof Undefined undefined) {
      throw undefined.error();
    }
    Object value = ownAttribute(target, name);
    if (value == Absent.ABSENT && target instanceof Dict dict) {
      value = dict.get(name, budget);
    }
    return value == Absent.ABSENT ? undefined(target, name) : value;
  }

  /** {@code target[key]}: an item, then an attribute; {@link Undefined} if there is neither. */
  public static Object item(Object target, Object key, Budget budget) {
    if (target instanceof Undefined undefined) {
      throw undefined.error();
    }
    Object value = ownItem(target, key, budget);
    if (value == Absent.ABSENT && Text.is(key)) {
      value = ownAttribute(target, Text.of(key));
    }
    return value == Absent.ABSENT ? undefined(target, key) : value;
  }

  /** Only the attribute: no item of that name. */
  static Object ownAttribute(Object target, String name) {
    if (changes(target, name) || name.startsWith("__")) {
      return new Undefined(
          "access to attribute '%s' of '%s' object is unsafe."
              .formatted(shortened(name), TypeName.of(target)));
    }
    if (target instanceof Attributes object) {
      return object.attribute(name);
    }
    if (Text.is(target)) {
      return StringMethods.method(target, name);
    }
    if (target instanceof Sequence sequence) {
      return SequenceMethods.method(sequence, name);
    }
    return target instanceof Dict dict ? DictMethods.method(dict, name) : Absent.ABSENT;
  }

  private static boolean changes(Object target, String name) {
    return (target instanceof ListValue && LIST_CHANGES.contains(name))
        || (target instanceof Dict && DICT_CHANGES.contains(name));
  }

  private static Object ownItem(Object target, Object key, Budget budget) {
    if (target instanceof Dict dict) {
      boolean hashable = !(key instanceof ListValue || key instanceof Dict);
      return hashable ? dict.get(key, budget) : Absent.ABSENT;
    }
    if (!Numbers.isInteger(key)) {
      return Absent.ABSENT;
    }
    if (target instanceof Sequence sequence) {
      List<Object> elements = sequence.elements();
      int index = inside(Numbers.index(key), elements.size());
      return index < 0 ? Absent.ABSENT : elements.get(index);
    }
    if (!Text.is(target)) {
      return Absent.ABSENT;
    }
    String text = Text.of(target);
    budget.scan(text.length());
    int index = inside(Numbers.index(key), Text.length(text));
    return index < 0
        ? Absent.ABSENT
        : Text.like(
            target, Character.toString(text.codePointAt(text.offsetByCodePoints(0, index))));
  }

  /** The index counted from the start, or -1 if it is outside. */
  private static int inside(int index, int size) {
    int fromStart = index < 0 ? index + size : index;
    return fromStart < size ? Math.max(-1, fromStart) : -1;
  }

  /** A name as a message shows it: many undefined values may be kept, and each has its own. */
  static String shortened(String name) {
    return name.length() <= SHOWN ? name : name.substring(0, SHOWN) + "…";
  }

  private static Undefined undefined(Object target, Object key) {
    String type = target == null ? "None" : TypeName.of(target) + " object";
    return Text.is(key)
        ? new Undefined("'" + type + "' has no attribute '" + shortened(Text.of(key)) + "'")
        : new Undefined(type + " has no such element");
  }
}

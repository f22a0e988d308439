package org.rsrkernel.student.template.value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A {@code dict}: keys in the order they came, equal as Python sees it ({@code 1 == 1.0}). */
public final class Dict {

  private record Entry(Object key, Object value) {}

  private final Map<Object, Entry> entries = new LinkedHashMap<>();

  /** Sets a key. Only for the one who makes the dict: templates cannot change it. */
  public void put(Object key, Object value, Budget budget) {
    budget.allocateObjects(3);
    Object hashed = hashed(key, budget);
    Entry old = entries.get(hashed);
    entries.put(hashed, new Entry(old == null ? key : old.key(), value));
  }

  /** The value of a key that is text, or {@link Absent#ABSENT}. */
  public Object get(String key) {
    Entry entry = entries.get(key);
    return entry == null ? Absent.ABSENT : entry.value();
  }

  /** The key's value, or {@link Absent#ABSENT}. */
  public Object get(Object key, Budget budget) {
    Entry entry = entries.get(hashed(key, budget));
    return entry == null ? Absent.ABSENT : entry.value();
  }

  public boolean contains(Object key, Budget budget) {
    return entries.containsKey(hashed(key, budget));
  }

  public int size() {
    return entries.size();
  }

  public List<Object> keys() {
    List<Object> keys = new ArrayList<>(entries.size());
    entries.values().forEach(entry -> keys.add(entry.key()));
    return keys;
  }

  public List<Object> values() {
    List<Object> values = new ArrayList<>(entries.size());
    entries.values().forEach(entry -> values.add(entry.value()));
    return values;
  }

  /** Key and value pairs, as tuples. */
  public List<Object> items() {
    List<Object> items = new ArrayList<>(entries.size());
    entries.values().forEach(entry -> items.add(Tuple.of(entry.key(), entry.value())));
    return items;
  }

  /** Whether both hold equal values under the same keys. */
  boolean sameAs(Dict other, Budget budget) {
    if (size() != other.size()) {
      return false;
    }
    for (Map.Entry<Object, Entry> entry : entries.entrySet()) {
      Entry counterpart = other.entries.get(entry.getKey());
      if (counterpart == null
          || !Comparison.equal(entry.getValue().value(), counterpart.value(), budget)) {
        return false;
      }
    }
    return true;
  }

  /**
   * A stand-in for a value with Java's {@code equals} and {@code hashCode} as Python has them.
   *
   * @throws PythonError if the value cannot be a key
   */
  public static Object hashed(Object key, Budget budget) {
    budget.step();
    if (key instanceof Boolean truth) {
      return truth ? 1L : 0L;
    }
    if (key instanceof Double number) {
      return isLong(number) ? (Object) number.longValue() : number;
    }
    if (key instanceof Markup markup) {
      return markup.text();
    }
    if (key instanceof Tuple tuple) {
      budget.enter();
      budget.allocateObjects(tuple.size());
      List<Object> elements = new ArrayList<>(tuple.size());
      tuple.elements().forEach(element -> elements.add(hashed(element, budget)));
      budget.leave();
      return elements;
    }
    if (key instanceof ListValue || key instanceof Dict || key instanceof DictView) {
      throw PythonError.failed("unhashable type: '" + TypeName.of(key) + "'");
    }
    return key;
  }

  private static boolean isLong(double number) {
    return number == Math.rint(number) && Math.abs(number) < 0x1p63;
  }
}

package org.rsrkernel.student.template.library;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.rsrkernel.student.template.value.Absent;
import org.rsrkernel.student.template.value.Bound;
import org.rsrkernel.student.template.value.Budget;
import org.rsrkernel.student.template.value.Dict;
import org.rsrkernel.student.template.value.Iteration;
import org.rsrkernel.student.template.value.LazySequence;
import org.rsrkernel.student.template.value.ListValue;
import org.rsrkernel.student.template.value.PythonError;
import org.rsrkernel.student.template.value.Slicing;
import org.rsrkernel.student.template.value.Text;
import org.rsrkernel.student.template.value.Truth;
import org.rsrkernel.student.template.value.Undefined;

/** Filters that take sequences apart. */
final class SequenceFilters {

  private SequenceFilters() {}

  static Map<String, Filter> all() {
    Map<String, Filter> filters = new HashMap<>();
    Filter length =
        Filter.of((value, given) -> (long) Iteration.length(value, given.budget()), "length", 0);
    filters.put("length", length);
    filters.put("count", length);
    Filter otherwise =
        Filter.of(SequenceFilters::otherwise, "default", 0, "default_value", "boolean");
    filters.put("default", otherwise);
    filters.put("d", otherwise);
    filters.put(
        "list",
        Filter.of(
            (value, given) -> new ListValue(Iteration.list(value, given.budget())), "list", 0));
    filters.put("first", Filter.of(SequenceFilters::first, "first", 0));
    filters.put("last", Filter.of(SequenceFilters::last, "last", 0));
    filters.put("items", Filter.of(SequenceFilters::items, "items", 0));
    filters.put("reverse", Filter.of(SequenceFilters::reverse, "reverse", 0));
    filters.put("attr", Filter.of(SequenceFilters::attribute, "attr", 1, "name"));
    filters.put("batch", Filter.of(SequenceFilters::batch, "batch", 1, "linecount", "fill_with"));
    filters.put("slice", Filter.of(SequenceFilters::slice, "slice", 1, "slices", "fill_with"));
    return filters;
  }

  private static Object otherwise(Object value, Bound given) {
    boolean replaced = value instanceof Undefined || (given.flag(1) && !Truth.of(value));
    return replaced ? given.get(0, "") : value;
  }

  private static Object first(Object value, Bound given) {
    Iterator<Object> elements = Iteration.iterator(value, given.budget());
    return elements.hasNext()
        ? elements.next()
        : new Undefined("No first item, sequence was empty.");
  }

  private static Object last(Object value, Bound given) {
    Object reversed = reversedText(value, given.budget());
    Iterator<Object> elements =
        reversed == Absent.ABSENT
            ? Iteration.reversed(value, given.budget()).elements()
            : Iteration.iterator(reversed, given.budget());
    return elements.hasNext()
        ? elements.next()
        : new Undefined("No last item, sequence was empty.");
  }

  private static Object reversedText(Object value, Budget budget) {
    return Text.is(value) ? Slicing.slice(value, null, null, -1L, budget) : Absent.ABSENT;
  }

  private static Object items(Object value, Bound given) {
    if (value instanceof Undefined) {
      return new LazySequence(Collections.emptyIterator());
    }
    if (!(value instanceof Dict dict)) {
      throw PythonError.failed("Can only get item pairs from a mapping.");
    }
    given.budget().allocateObjects(3L * dict.size());
    return new LazySequence(dict.items().iterator());
  }

  private static Object reverse(Object value, Bound given) {
    if (Text.is(value)) {
      return reversedText(value, given.budget());
    }
    List<Object> elements = Iteration.list(value, given.budget());
    Collections.reverse(elements);
    return value instanceof LazySequence
        ? new ListValue(elements)
        : new LazySequence(elements.iterator());
  }

  private static Object attribute(Object value, Bound given) {
    String name = given.text(0);
    if (value instanceof Undefined undefined) {
      throw undefined.error();
    }
    Object own = AttributeAccess.ownAttribute(value, name);
    return own == Absent.ABSENT
        ? new Undefined("there is no attribute '" + AttributeAccess.shortened(name) + "'")
        : own;
  }

  private static Object batch(Object value, Bound given) {
    int size = given.integer(0, 0);
    List<Object> batches = new ArrayList<>();
    List<Object> current = new ArrayList<>();
    for (Object element : Iteration.list(value, given.budget())) {
      if (current.size() == size) {
        batches.add(new ListValue(current));
        given.budget().allocateObjects(2);
        current = new ArrayList<>();
      }
      current.add(element);
    }
    if (!current.isEmpty()) {
      if (given.get(1) != null && current.size() < size) {
        given.budget().allocateObjects(size - (long) current.size());
        current.addAll(Collections.nCopies(size - current.size(), given.get(1)));
      }
      batches.add(new ListValue(current));
    }
    return new LazySequence(batches.iterator());
  }

  private static Object slice(Object value, Bound given) {
    int count = given.integer(0, 0);
    if (count == 0) {
      throw PythonError.failed("integer division or modulo by zero");
    }
    List<Object> elements = Iteration.list(value, given.budget());
    given.budget().allocateObjects(2L * Math.max(0, count));
    List<Object> slices = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < count; i++) {
      boolean longer = i < elements.size() % count;
      int end = start + elements.size() / count + (longer ? 1 : 0);
      List<Object> slice = new ArrayList<>(elements.subList(start, end));
      if (!longer && given.get(1) != null) {
        slice.add(given.get(1));
      }
      slices.add(new ListValue(slice));
      start = end;
    }
    return new LazySequence(slices.iterator());
  }
}

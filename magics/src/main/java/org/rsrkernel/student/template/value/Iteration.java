package org.rsrkernel.student.template.value;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/** What Python can iterate over. */
public final class Iteration {

  private Iteration() {}

  public static boolean isIterable(Object value) {
    return value instanceof Undefined || value instanceof LazySequence || hasLength(value);
  }

  /** Whether {@code len} knows the value. */
  public static boolean hasLength(Object value) {
    return Text.is(value)
        || value instanceof Sequence
        || value instanceof Dict
        || value instanceof DictView
        || value instanceof Undefined;
  }

  /**
   * {@code len}: characters of a text (code points), elements of anything else.
   *
   * @throws PythonError if the value has no length
   */
  public static int length(Object value, Budget budget) {
    if (Text.is(value)) {
      budget.scan(Text.of(value).length());
      return Text.length(Text.of(value));
    }
    return size(value);
  }

  /** The same of anything but a text. */
  static int size(Object value) {
    if (value instanceof Sequence sequence) {
      return sequence.size();
    }
    if (value instanceof Dict dict) {
      return dict.size();
    }
    if (value instanceof DictView view) {
      return view.elements().size();
    }
    if (value instanceof Undefined) {
      return 0;
    }
    throw PythonError.failed("object of type '" + TypeName.of(value) + "' has no len()");
  }

  /**
   * The elements, one step each.
   *
   * @throws PythonError if there are none to iterate over
   */
  public static Iterator<Object> iterator(Object value, Budget budget) {
    if (value instanceof LazySequence lazy) {
      return lazy.elements();
    }
    if (Text.is(value)) {
      return characters(Text.of(value), budget);
    }
    Iterator<Object> elements = elementsOf(value, budget).iterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return elements.hasNext();
      }

      @Override
      public Object next() {
        budget.step();
        return elements.next();
      }
    };
  }

  private static List<Object> elementsOf(Object value, Budget budget) {
    if (value instanceof Sequence sequence) {
      return sequence.elements();
    }
    if (value instanceof Dict dict) {
      budget.allocateObjects(dict.size());
      return dict.keys();
    }
    if (value instanceof DictView view) {
      return view.elements();
    }
    if (value instanceof Undefined) {
      return List.of();
    }
    throw PythonError.failed("'" + TypeName.of(value) + "' object is not iterable");
  }

  private static Iterator<Object> characters(String text, Budget budget) {
    return new Iterator<>() {
      private int position;

      @Override
      public boolean hasNext() {
        return position < text.length();
      }

      @Override
      public Object next() {
        budget.step();
        int codePoint = text.codePointAt(position);
        position += Character.charCount(codePoint);
        return Character.toString(codePoint);
      }
    };
  }

  /** {@code list(value)}; the list is the caller's. */
  public static List<Object> list(Object value, Budget budget) {
    List<Object> list = new ArrayList<>();
    for (Iterator<Object> rest = iterator(value, budget); rest.hasNext(); ) {
      budget.allocateObjects(1);
      list.add(rest.next());
    }
    return list;
  }

  /**
   * {@code reversed(value)}.
   *
   * @throws PythonError if the value is not a sequence
   */
  public static LazySequence reversed(Object value, Budget budget) {
    if (value instanceof LazySequence || Text.is(value)) {
      throw PythonError.failed("'" + TypeName.of(value) + "' object is not reversible");
    }
    List<Object> list = list(value, budget);
    Collections.reverse(list);
    return new LazySequence(list.iterator());
  }
}

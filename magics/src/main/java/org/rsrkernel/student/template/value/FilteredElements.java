package org.rsrkernel.student.template.value;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Predicate;

/** Those elements that a test lets through, each tested when it is asked for. */
public final class FilteredElements implements Iterator<Object> {

  private final Iterator<Object> elements;
  private final Predicate<Object> wanted;
  private Object next = Absent.ABSENT;

  public FilteredElements(Iterator<Object> elements, Predicate<Object> wanted) {
    this.elements = elements;
    this.wanted = wanted;
  }

  @Override
  public boolean hasNext() {
    while (next == Absent.ABSENT && elements.hasNext()) {
      Object element = elements.next();
      if (wanted.test(element)) {
        next = element;
      }
    }
    return next != Absent.ABSENT;
  }

  @Override
  public Object next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Object element = next;
    next = Absent.ABSENT;
    return element;
  }
}

package org.rsrkernel.kernel.shell;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes values over to the classes that have replaced theirs. An enum's constant becomes the one of
 * the same name, a record one with the same components; arrays and the JDK's lists, sets and maps
 * get their elements replaced. The object of any other class cannot live on: what it holds is its
 * own affair.
 */
final class Successors {
  private static final int MOST_NESTING = 5;

  private final SnippetClassLoader loader;

  Successors(SnippetClassLoader loader) {
    this.loader = loader;
  }

  /** The value itself where nothing of it is outdated; empty where it cannot be taken over. */
  Optional<Object> of(Object value) {
    try {
      return Optional.of(carry(value, 0));
    } catch (ReflectiveOperationException | RuntimeException | LinkageError noSuccessor) {
      return Optional.empty();
    }
  }

  private Object carry(Object value, int depth) throws ReflectiveOperationException {
    if (value == null || depth > MOST_NESTING) {
      return value;
    }
    Class<?> type = value.getClass();
    if (loader.declared().isOutdated(type)) {
      return replaced(value, depth);
    }
    if (value instanceof Object[] array && loader.declared().isOutdated(type.getComponentType())) {
      return carryAll(array, depth);
    }
    if (type.getName().startsWith("java.util.")) {
      if (value instanceof Collection<?> collection) {
        return carryAll(collection, depth);
      }
      if (value instanceof Map<?, ?> map) {
        return carryAll(map, depth);
      }
    }
    return value;
  }

  private Object replaced(Object value, int depth) throws ReflectiveOperationException {
    if (value instanceof Enum<?> constant) {
      Class<?> now = newest(constant.getDeclaringClass());
      return Arrays.stream(now.getEnumConstants())
          .filter(candidate -> ((Enum<?>) candidate).name().equals(constant.name()))
          .findFirst()
          .orElseThrow();
    }
    if (value instanceof Record) {
      return replacedRecord(value, newest(value.getClass()), depth);
    }
    throw new ClassNotFoundException(value.getClass().getName());
  }

  private Class<?> newest(Class<?> type) throws ClassNotFoundException {
    return loader.loadClass(loader.declared().newest(type.getName()));
  }

  private Object replacedRecord(Object old, Class<?> now, int depth)
      throws ReflectiveOperationException {
    Map<String, Object> values = new LinkedHashMap<>();
    for (RecordComponent component : old.getClass().getRecordComponents()) {
      var field = old.getClass().getDeclaredField(component.getName());
      field.setAccessible(true);
      values.put(component.getName(), carry(field.get(old), depth + 1));
    }
    RecordComponent[] components = now.getRecordComponents();
    List<String> names = Arrays.stream(components).map(RecordComponent::getName).toList();
    if (!names.equals(List.copyOf(values.keySet()))) {
      throw new NoSuchFieldException("the components differ");
    }
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Constructor<?> canonical = now.getDeclaredConstructor(types);
    canonical.setAccessible(true);
    return canonical.newInstance(values.values().toArray());
  }

  private Object carryAll(Object[] old, int depth) throws ReflectiveOperationException {
    Class<?> elementType = newest(old.getClass().getComponentType());
    Object[] carried = (Object[]) Array.newInstance(elementType, old.length);
    for (int at = 0; at < old.length; at++) {
      carried[at] = carry(old[at], depth + 1);
    }
    return carried;
  }

  @SuppressWarnings("unchecked") // what comes out is what the new declaration says goes in
  private Object carryAll(Collection<?> old, int depth) throws ReflectiveOperationException {
    List<Object> carried = new ArrayList<>(old.size());
    boolean same = true;
    for (Object element : old) {
      Object successor = carry(element, depth + 1);
      same &= successor == element;
      carried.add(successor);
    }
    if (same) {
      return old;
    }
    try {
      old.clear();
      ((Collection<Object>) old).addAll(carried);
      return old;
    } catch (UnsupportedOperationException immutable) {
      return old instanceof Set ? Set.copyOf(carried) : List.copyOf(carried);
    }
  }

  @SuppressWarnings("unchecked") // as above
  private Object carryAll(Map<?, ?> old, int depth) throws ReflectiveOperationException {
    Map<Object, Object> carried = new LinkedHashMap<>();
    boolean same = true;
    for (Map.Entry<?, ?> entry : old.entrySet()) {
      Object key = carry(entry.getKey(), depth + 1);
      Object value = carry(entry.getValue(), depth + 1);
      same &= key == entry.getKey() && value == entry.getValue();
      carried.put(key, value);
    }
    if (same) {
      return old;
    }
    try {
      old.clear();
      ((Map<Object, Object>) old).putAll(carried);
      return old;
    } catch (UnsupportedOperationException immutable) {
      return Map.copyOf(carried);
    }
  }
}

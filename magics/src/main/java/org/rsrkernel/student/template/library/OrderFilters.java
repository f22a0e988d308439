package org.rsrkernel.student.template.library;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.rsrkernel.student.template.value.Bound;
import org.rsrkernel.student.template.value.Budget;
import org.rsrkernel.student.template.value.Comparison;
import org.rsrkernel.student.template.value.Dict;
import org.rsrkernel.student.template.value.Display;
import org.rsrkernel.student.template.value.Iteration;
import org.rsrkernel.student.template.value.LazySequence;
import org.rsrkernel.student.template.value.ListValue;
import org.rsrkernel.student.template.value.PythonError;
import org.rsrkernel.student.template.value.Text;
import org.rsrkernel.student.template.value.Tuple;
import org.rsrkernel.student.template.value.TypeName;
import org.rsrkernel.student.template.value.Undefined;

/** Filters that compare elements: text without regard to case, unless told otherwise. */
final class OrderFilters {

  private record Keyed(Object key, Object element) {}

  private OrderFilters() {}

  static Map<String, Filter> all() {
    Map<String, Filter> filters = new HashMap<>();
    filters.put(
        "sort", Filter.of(OrderFilters::sort, "sort", 0, "reverse", "case_sensitive", "attribute"));
    filters.put(
        "dictsort",
        Filter.of(OrderFilters::sortDict, "dictsort", 0, "case_sensitive", "by", "reverse"));
    filters.put(
        "unique", Filter.of(OrderFilters::unique, "unique", 0, "case_sensitive", "attribute"));
    filters.put(
        "groupby",
        Filter.of(OrderFilters::group, "groupby", 1, "attribute", "default", "case_sensitive"));
    filters.put("min", extreme("min", "<"));
    filters.put("max", extreme("max", ">"));
    return filters;
  }

  private static Object sort(Object value, Bound given) {
    UnaryOperator<Object> key =
        element -> {
          List<Object> keys = new ArrayList<>();
          for (AttributePath path : sortPaths(given.get(2), given.budget())) {
            keys.add(folded(path.resolve(element, null, given.budget()), given.flag(1)));
          }
          return new Tuple(keys);
        };
    return new ListValue(
        sorted(Iteration.list(value, given.budget()), key, given.flag(0), given.budget()));
  }

  private static List<AttributePath> sortPaths(Object attribute, Budget budget) {
    if (!Text.is(attribute)) {
      return List.of(AttributePath.of(attribute, budget));
    }
    budget.allocateObjects(Text.of(attribute).length());
    List<AttributePath> paths = new ArrayList<>();
    for (String path : Text.of(attribute).split(",", -1)) {
      paths.add(AttributePath.of(path, budget));
    }
    return paths;
  }

  private static Object sortDict(Object value, Bound given) {
    String by = Display.str(given.get(1, "key"), given.budget());
    if (!by.equals("key") && !by.equals("value")) {
      throw PythonError.failed("You can only sort by either \"key\" or \"value\"");
    }
    if (value instanceof Undefined undefined) {
      throw undefined.error();
    }
    if (!(value instanceof Dict dict)) {
      throw PythonError.failed("'" + TypeName.of(value) + "' object has no attribute 'items'");
    }
    int place = by.equals("key") ? 0 : 1;
    given.budget().allocateObjects(3L * dict.size());
    UnaryOperator<Object> key = item -> folded(((Tuple) item).elements().get(place), given.flag(0));
    return new ListValue(sorted(dict.items(), key, given.flag(2), given.budget()));
  }

  private static List<Object> sorted(
      List<Object> elements, UnaryOperator<Object> key, boolean descending, Budget budget) {
    List<Keyed> keyed = new ArrayList<>(elements.size());
    budget.allocateObjects(2L * elements.size());
    elements.forEach(element -> keyed.add(new Keyed(key.apply(element), element)));
    Comparator<Keyed> order =
        (one, other) -> Comparison.compare(one.key(), other.key(), "<", budget);
    keyed.sort(descending ? order.reversed() : order);
    List<Object> sorted = new ArrayList<>(keyed.size());
    keyed.forEach(each -> sorted.add(each.element()));
    return sorted;
  }

  private static Object folded(Object key, boolean caseSensitive) {
    return !caseSensitive && Text.is(key) ? Text.of(key).toLowerCase(Locale.ROOT) : key;
  }

  private static Object unique(Object value, Bound given) {
    AttributePath path = AttributePath.of(given.get(1), given.budget());
    Set<Object> seen = new HashSet<>();
    List<Object> unique = new ArrayList<>();
    for (Object element : Iteration.list(value, given.budget())) {
      Object key = folded(path.resolve(element, null, given.budget()), given.flag(0));
      given.budget().allocateObjects(3);
      if (seen.add(Dict.hashed(key, given.budget()))) {
        unique.add(element);
      }
    }
    return new LazySequence(unique.iterator());
  }

  private static Object group(Object value, Bound given) {
    Budget budget = given.budget();
    AttributePath path = AttributePath.of(given.get(0), given.budget());
    UnaryOperator<Object> name = element -> path.resolve(element, given.get(1), budget);
    UnaryOperator<Object> key = element -> folded(name.apply(element), given.flag(2));
    List<Object> groups = new ArrayList<>();
    List<Object> members = new ArrayList<>();
    for (Object element : sorted(Iteration.list(value, budget), key, false, budget)) {
      boolean starts =
          members.isEmpty()
              || !Comparison.equal(key.apply(members.get(0)), key.apply(element), budget);
      if (starts) {
        members = new ArrayList<>();
        groups.add(Tuple.of(name.apply(element), new ListValue(members)));
      }
      members.add(element);
    }
    return new ListValue(groups);
  }

  private static Filter extreme(String name, String operator) {
    Filter.Body body =
        (value, given) -> {
          Iterator<Object> elements = Iteration.iterator(value, given.budget());
          if (!elements.hasNext()) {
            return new Undefined("No aggregated item, sequence was empty.");
          }
          AttributePath path = AttributePath.of(given.get(1), given.budget());
          Keyed best = null;
          while (elements.hasNext()) {
            Object element = elements.next();
            Object key = folded(path.resolve(element, null, given.budget()), given.flag(0));
            if (best == null || Comparison.ordered(operator, key, best.key(), given.budget())) {
              best = new Keyed(key, element);
            }
          }
          return best.element();
        };
    return Filter.of(body, name, 0, "case_sensitive", "attribute");
  }
}

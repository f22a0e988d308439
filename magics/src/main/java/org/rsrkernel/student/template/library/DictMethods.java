package org.rsrkernel.student.template.library;

import java.util.List;
import java.util.function.Supplier;
import org.rsrkernel.student.template.value.Absent;
import org.rsrkernel.student.template.value.Bound;
import org.rsrkernel.student.template.value.Budget;
import org.rsrkernel.student.template.value.Dict;
import org.rsrkernel.student.template.value.DictView;
import org.rsrkernel.student.template.value.Function;
import org.rsrkernel.student.template.value.Parameters;
import org.rsrkernel.student.template.value.Tuple;

/** Methods of dicts. */
final class DictMethods {

  private static final Parameters GET = Parameters.positional("get", 1, "key", "default");

  private DictMethods() {}

  static Object method(Dict dict, String name) {
    return switch (name) {
      case "get" -> (Function) arguments -> get(dict, GET.bind(arguments));
      case "items" -> view(dict, name, dict::items);
      case "keys" -> view(dict, name, dict::keys);
      case "values" -> view(dict, name, dict::values);
      case "copy" -> copy(dict);
      default -> Absent.ABSENT;
    };
  }

  private static Object get(Dict dict, Bound arguments) {
    Object value = dict.get(arguments.get(0), arguments.budget());
    return value == Absent.ABSENT ? arguments.get(1) : value;
  }

  private static Function view(Dict dict, String name, Supplier<List<Object>> elements) {
    Parameters none = Parameters.positional(name, 0);
    return arguments -> {
      none.bind(arguments).budget().allocateObjects(3L * dict.size());
      return new DictView("dict_" + name, elements.get());
    };
  }

  private static Function copy(Dict dict) {
    Parameters none = Parameters.positional("copy", 0);
    return arguments -> copyOf(dict, none.bind(arguments).budget());
  }

  static Dict copyOf(Dict dict, Budget budget) {
    Dict copy = new Dict();
    for (Object item : dict.items()) {
      List<Object> pair = ((Tuple) item).elements();
      copy.put(pair.get(0), pair.get(1), budget);
    }
    return copy;
  }
}

package org.rsrkernel.student.template.library;

import java.util.ArrayList;
import java.util.List;
import org.rsrkernel.student.template.value.Absent;
import org.rsrkernel.student.template.value.Bound;
import org.rsrkernel.student.template.value.Comparison;
import org.rsrkernel.student.template.value.Function;
import org.rsrkernel.student.template.value.IntegerRange;
import org.rsrkernel.student.template.value.ListValue;
import org.rsrkernel.student.template.value.Parameters;
import org.rsrkernel.student.template.value.PythonError;
import org.rsrkernel.student.template.value.Sequence;

/** Methods of lists, tuples and ranges. */
final class SequenceMethods {

  private SequenceMethods() {}

  static Object method(Sequence sequence, String name) {
    if (sequence instanceof IntegerRange range) {
      Object field = field(range, name);
      if (field != Absent.ABSENT) {
        return field;
      }
    }
    return switch (name) {
      case "index" -> function(sequence, name, SequenceMethods::index);
      case "count" -> function(sequence, name, SequenceMethods::count);
      case "copy" -> sequence instanceof ListValue list ? copy(list) : Absent.ABSENT;
      default -> Absent.ABSENT;
    };
  }

  private interface Method {
    Object apply(Sequence sequence, Bound arguments);
  }

  private static Function function(Sequence sequence, String name, Method method) {
    Parameters parameters = Parameters.positional(name, 1, "value");
    return arguments -> method.apply(sequence, parameters.bind(arguments));
  }

  private static Object field(IntegerRange range, String name) {
    return switch (name) {
      case "start" -> range.start();
      case "stop" -> range.stop();
      case "step" -> range.step();
      default -> Absent.ABSENT;
    };
  }

  private static Object index(Sequence sequence, Bound arguments) {
    List<Object> elements = sequence.elements();
    for (int i = 0; i < elements.size(); i++) {
      if (Comparison.equal(elements.get(i), arguments.get(0), arguments.budget())) {
        return (long) i;
      }
    }
    throw PythonError.failed("the value is not in the list");
  }

  private static Object count(Sequence sequence, Bound arguments) {
    return sequence.elements().stream()
        .filter(element -> Comparison.equal(element, arguments.get(0), arguments.budget()))
        .count();
  }

  private static Function copy(ListValue list) {
    Parameters none = Parameters.positional("copy", 0);
    return arguments -> {
      none.bind(arguments).budget().allocateObjects(list.size());
      return new ListValue(new ArrayList<>(list.elements()));
    };
  }
}

package org.rsrkernel.student.template.evaluation;

import java.util.List;
import org.rsrkernel.student.template.syntax.Target;
import org.rsrkernel.student.template.value.Budget;
import org.rsrkernel.student.template.value.Iteration;
import org.rsrkernel.student.template.value.Namespace;
import org.rsrkernel.student.template.value.PythonError;
import org.rsrkernel.student.template.value.TypeName;

/** Gives targets their values. */
final class Assignment {

  private final Budget budget;

  Assignment(Budget budget) {
    this.budget = budget;
  }

  void assign(Target target, Object value, Scope scope) {
    if (target instanceof Target.Variable variable) {
      scope.set(variable.name(), value);
    } else if (target instanceof Target.NamespaceField field) {
      if (!(scope.get(field.namespace()) instanceof Namespace namespace)) {
        throw PythonError.failed("cannot assign attribute on non-namespace object");
      }
      namespace.set(field.name(), value, budget);
    } else if (target instanceof Target.Unpacked unpacked) {
      unpack(unpacked.targets(), value, scope);
    }
  }

  private void unpack(List<Target> targets, Object value, Scope scope) {
    if (!Iteration.isIterable(value)) {
      throw PythonError.failed("cannot unpack non-iterable " + TypeName.of(value) + " object");
    }
    List<Object> values = Iteration.list(value, budget);
    if (values.size() != targets.size()) {
      throw PythonError.failed(
          "%s values to unpack (expected %d, got %d)"
              .formatted(
                  values.size() < targets.size() ? "not enough" : "too many",
                  targets.size(),
                  values.size()));
    }
    for (int i = 0; i < targets.size(); i++) {
      assign(targets.get(i), values.get(i), scope);
    }
  }
}

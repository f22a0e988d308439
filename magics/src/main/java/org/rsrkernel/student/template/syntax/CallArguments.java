package org.rsrkernel.student.template.syntax;

import java.util.List;
import java.util.Map;

/**
 * Arguments as a call writes them: {@code (a, name=b, *rest, **options)}.
 *
 * @param rest null if there is none
 * @param options null if there are none
 */
public record CallArguments(
    List<Expression> positional,
    Map<String, Expression> named,
    Expression rest,
    Expression options) {

  static final CallArguments NONE = new CallArguments(List.of(), Map.of(), null, null);
}

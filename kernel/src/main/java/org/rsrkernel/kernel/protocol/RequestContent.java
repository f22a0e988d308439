package org.rsrkernel.kernel.protocol;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import org.rsrkernel.kernel.transport.JupyterMessage;

/** Reads the fields of a request; a field that is missing or of another type has its default. */
record RequestContent(JsonObject fields) {

  static RequestContent of(JupyterMessage request) {
    return new RequestContent(request.content());
  }

  String text(String name, String byDefault) {
    boolean there = fields.get(name) instanceof JsonPrimitive value && value.isString();
    return there ? fields.get(name).getAsString() : byDefault;
  }

  boolean flag(String name, boolean byDefault) {
    boolean there = fields.get(name) instanceof JsonPrimitive value && value.isBoolean();
    return there ? fields.get(name).getAsBoolean() : byDefault;
  }

  int number(String name, int byDefault) {
    boolean there = fields.get(name) instanceof JsonPrimitive value && value.isNumber();
    return there ? fields.get(name).getAsNumber().intValue() : byDefault;
  }

  JsonObject object(String name) {
    return fields.get(name) instanceof JsonObject value ? value : new JsonObject();
  }

  /**
   * The cursor as a UTF-16 offset; Jupyter counts code points.
   *
   * @return the end of the code if the request has no cursor or one past the end
   */
  int cursor(String code) {
    int codePoints = number("cursor_pos", Integer.MAX_VALUE);
    int length = code.codePointCount(0, code.length());
    return code.offsetByCodePoints(0, Math.max(0, Math.min(codePoints, length)));
  }
}

package org.rsrkernel.student.decoder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rsrkernel.student.StudentException;
import org.rsrkernel.student.StudentFiles;

/** The fields of a {@code config.json}, checked as they are read. */
final class ModelConfig {

  private static final int MAX_SIZE = 1 << 24;

  private final String student;
  private final JsonNode fields;

  ModelConfig(String student, JsonNode fields) {
    this.student = student;
    this.fields = fields;
  }

  static ModelConfig of(StudentFiles files) {
    return new ModelConfig(files.name(), files.config());
  }

  /** Whose configuration it is, for messages. */
  String student() {
    return student;
  }

  boolean has(String field) {
    return fields.hasNonNull(field);
  }

  /** A whole number from 1 to 16,777,216 that must be there. */
  int size(String field) {
    if (!has(field)) {
      throw new StudentException("%s: config.json has no '%s'".formatted(student, field));
    }
    JsonNode value = fields.get(field);
    if (!value.isIntegralNumber()) {
      throw wrong(field, "a whole number");
    }
    int size = value.canConvertToInt() ? value.intValue() : 0;
    if (size < 1 || size > MAX_SIZE) {
      throw wrong(field, "between 1 and " + MAX_SIZE);
    }
    return size;
  }

  int size(String field, int fallback) {
    return has(field) ? size(field) : fallback;
  }

  double number(String field, double fallback) {
    if (!has(field)) {
      return fallback;
    }
    JsonNode value = fields.get(field);
    if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
      throw wrong(field, "a number");
    }
    return value.doubleValue();
  }

  double number(String field) {
    if (!has(field)) {
      throw new StudentException("%s: config.json has no '%s'".formatted(student, field));
    }
    return number(field, 0);
  }

  /** A number from {@code least} to {@code most}. */
  double numberWithin(String field, double fallback, double least, double most) {
    double number = number(field, fallback);
    if (number < least || number > most) {
      throw wrong(field, "between %s and %s".formatted(least, most));
    }
    return number;
  }

  boolean flag(String field, boolean fallback) {
    if (!has(field)) {
      return fallback;
    }
    if (!fields.get(field).isBoolean()) {
      throw wrong(field, "true or false");
    }
    return fields.get(field).booleanValue();
  }

  String text(String field, String fallback) {
    if (!has(field)) {
      return fallback;
    }
    if (!fields.get(field).isTextual()) {
      throw wrong(field, "a text");
    }
    return fields.get(field).textValue();
  }

  /** An object inside this one, such as {@code rope_scaling}. */
  Optional<ModelConfig> object(String field) {
    if (!has(field)) {
      return Optional.empty();
    }
    if (!fields.get(field).isObject()) {
      throw wrong(field, "an object");
    }
    return Optional.of(new ModelConfig(student, fields.get(field)));
  }

  /** A list of numbers that must be there. */
  List<Double> numbers(String field) {
    List<Double> numbers = new ArrayList<>();
    for (JsonNode element : fields.path(field)) {
      if (!element.isNumber()) {
        throw wrong(field, "a list of numbers");
      }
      numbers.add(element.doubleValue());
    }
    return numbers;
  }

  /** A list of texts; empty if there is none. */
  List<String> texts(String field) {
    List<String> texts = new ArrayList<>();
    fields.path(field).forEach(element -> texts.add(element.asText()));
    return texts;
  }

  /** A configuration of the same student that says nothing. */
  ModelConfig empty() {
    return new ModelConfig(student, JsonNodeFactory.instance.objectNode());
  }

  private StudentException wrong(String field, String expected) {
    return new StudentException(
        "%s: '%s' in config.json is %s, but must be %s"
            .formatted(student, field, abbreviated(fields.get(field)), expected));
  }

  private static String abbreviated(JsonNode value) {
    String text = value.toString();
    return text.length() <= 60 ? text : text.substring(0, 60) + "…";
  }
}

package org.rsrkernel.student.template.value;

import java.util.List;

/**
 * What {@code dict.items()}, {@code keys()} and {@code values()} give.
 *
 * @param type {@code dict_items}, {@code dict_keys} or {@code dict_values}
 */
public record DictView(String type, List<Object> elements) {}

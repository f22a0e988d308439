/**
 * Python's values and what its operators do with them, as far as chat templates reach.
 *
 * <p>{@code None} is null, {@code bool} Boolean, {@code int} Long (BigInteger if it does not fit),
 * {@code float} Double, {@code str} String; {@code list}, {@code tuple} and {@code range} are
 * {@link org.rsrkernel.student.template.value.Sequence}s, {@code dict} is {@link
 * org.rsrkernel.student.template.value.Dict}. Whatever can cost time or memory spends from a {@link
 * org.rsrkernel.student.template.value.Budget}.
 */
package org.rsrkernel.student.template.value;

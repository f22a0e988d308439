/**
 * {@code %rsr doctor}: looking at everything that can be wrong, and writing down what was found.
 */
package org.rsrkernel.magic.doctor;

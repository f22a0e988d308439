/**
 * The student's arithmetic: one decoder program in TorchScript for all families, a short
 * description of what is special in each, the weights, and the pass of a packed batch.
 */
package org.rsrkernel.student.decoder;

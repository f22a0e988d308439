/**
 * Errors a person can act on: compile errors with their place in the cell and a proposal, stack
 * traces that show only what the user wrote or called.
 */
package org.rsrkernel.kernel.diagnostics;

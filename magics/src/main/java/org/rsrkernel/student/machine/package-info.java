/** The machine around the engine: cards and drivers as the operating system shows them. */
package org.rsrkernel.student.machine;

/** Comms: named two-way channels between a cell's objects and widgets in the front end. */
package org.rsrkernel.kernel.comm;

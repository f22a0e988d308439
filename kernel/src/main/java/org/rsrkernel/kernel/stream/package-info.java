/** Standard output, error and input of a cell's code, carried to and from the front end. */
package org.rsrkernel.kernel.stream;

/** What Shift-Tab shows: types, values, signatures, and documentation from sources. */
package org.rsrkernel.kernel.inspection;

/** How values show themselves in a notebook, and the helpers that cells have in scope for it. */
package org.rsrkernel.kernel.display;

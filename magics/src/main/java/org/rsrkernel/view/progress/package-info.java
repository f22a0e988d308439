/** How far a long run is. */
package org.rsrkernel.view.progress;

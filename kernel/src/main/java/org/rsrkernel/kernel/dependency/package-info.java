/** Libraries by their Maven coordinates, through Maven's own resolver. */
package org.rsrkernel.kernel.dependency;

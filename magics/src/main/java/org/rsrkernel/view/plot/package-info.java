/** The figures of {@code %rsr plot}: records in, a rendering out. */
package org.rsrkernel.view.plot;

/**
 * A Java kernel for Jupyter: {@link org.rsrkernel.kernel.Main} starts a {@link
 * org.rsrkernel.kernel.JavaKernel}, where all parts are put together.
 */
package org.rsrkernel.kernel;

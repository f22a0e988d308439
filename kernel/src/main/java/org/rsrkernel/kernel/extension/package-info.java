/**
 * What an extension of the kernel sees of it, and all that it sees.
 *
 * <p>An extension is a {@link org.rsrkernel.kernel.extension.KernelExtension} found by {@link
 * java.util.ServiceLoader} on the class path, at start or when a jar is added later.
 */
package org.rsrkernel.kernel.extension;

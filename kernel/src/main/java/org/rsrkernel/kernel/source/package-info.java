/**
 * A cell as the kernel runs it: the text a user wrote, the Java it became, and the JShell snippets
 * it is cut into.
 */
package org.rsrkernel.kernel.source;

/** What was run, in this session and in earlier ones. */
package org.rsrkernel.kernel.history;

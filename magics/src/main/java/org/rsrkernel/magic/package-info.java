/** The {@code %rsr} verbs: parse a line, call one method below, show what comes back. */
package org.rsrkernel.magic;

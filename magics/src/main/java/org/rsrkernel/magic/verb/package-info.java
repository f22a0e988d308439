/** One class a verb: options as fields, the work as one call into the rooms below. */
package org.rsrkernel.magic.verb;

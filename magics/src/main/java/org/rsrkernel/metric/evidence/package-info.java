/** What metrics may know of a trajectory beside its token scores. */
package org.rsrkernel.metric.evidence;

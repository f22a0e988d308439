/**
 * Metrics that ask the student about further texts: the gold answer after a part of the response,
 * the response behind another question. The texts of all metrics are scored together, so that what
 * they share is computed once.
 */
package org.rsrkernel.metric.pass;

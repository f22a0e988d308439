/**
 * Metrics over a table's rows that ask no student: rules about the text, a teacher's own
 * log-probabilities, and what labels teach.
 */
package org.rsrkernel.metric.rule;

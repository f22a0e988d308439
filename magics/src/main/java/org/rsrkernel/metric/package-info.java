/**
 * Numbers over token scores: the registry, set aggregation, bootstrap, correlation, selection. Pure
 * functions.
 */
package org.rsrkernel.metric;

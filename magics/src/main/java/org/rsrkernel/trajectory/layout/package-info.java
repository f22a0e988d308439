/** What the fields of a row mean: which layout it has, its conversation, question and response. */
package org.rsrkernel.trajectory.layout;

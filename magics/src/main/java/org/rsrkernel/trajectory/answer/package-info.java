/** Final answers: found in a response by stated rules, and compared with the gold answer. */
package org.rsrkernel.trajectory.answer;

/** Parts of a response: reasoning, answer, turns, sentences; read off its text, without a pass. */
package org.rsrkernel.scoring.part;

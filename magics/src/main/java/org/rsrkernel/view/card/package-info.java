/** Facts of one thing under its name, such as a student's. */
package org.rsrkernel.view.card;

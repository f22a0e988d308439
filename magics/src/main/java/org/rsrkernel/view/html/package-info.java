/**
 * Pieces every view is made of: escaping, numbers for people, and the fragment with its scripts.
 */
package org.rsrkernel.view.html;

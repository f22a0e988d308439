/** Figures, heat maps, tables and progress as HTML, PNG and text. No numbers are computed here. */
package org.rsrkernel.view;

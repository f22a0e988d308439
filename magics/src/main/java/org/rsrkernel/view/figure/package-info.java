/**
 * The one way of a figure to the screen: JSON as plotly.js reads it, shown as HTML with its picture
 * inside, PNG and text. Tablesaw's figures take the same way.
 */
package org.rsrkernel.view.figure;

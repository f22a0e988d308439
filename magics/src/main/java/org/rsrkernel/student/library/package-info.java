/**
 * Where students come from: the embedded one, folders, files and the Hub; and this tool's folder.
 */
package org.rsrkernel.student.library;

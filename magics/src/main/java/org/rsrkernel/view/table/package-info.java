/** Tables for people: numbers aligned, long ones cut, sorted and paged in the page. */
package org.rsrkernel.view.table;

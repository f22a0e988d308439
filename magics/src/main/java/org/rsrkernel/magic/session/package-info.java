/** What lives as long as the kernel: loaded students, named tables, stored scores. */
package org.rsrkernel.magic.session;

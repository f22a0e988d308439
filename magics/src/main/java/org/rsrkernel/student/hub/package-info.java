/**
 * Students from the Hugging Face Hub, in the cache that Hugging Face's own tools use: what they
 * fetched is found here, and what is fetched here they find.
 */
package org.rsrkernel.student.hub;

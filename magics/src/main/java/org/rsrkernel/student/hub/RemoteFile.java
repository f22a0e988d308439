package org.rsrkernel.student.hub;

/**
 * A file as the Hub describes it.
 *
 * @param name in the repository
 * @param etag the SHA-256 of its content (64 digits, large files) or git's SHA-1 (40 digits)
 * @param size in bytes
 */
record RemoteFile(String name, String etag, long size) {}

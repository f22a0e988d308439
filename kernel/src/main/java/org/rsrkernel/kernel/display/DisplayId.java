package org.rsrkernel.kernel.display;

/** Names something that was shown, so that it can be updated. */
public record DisplayId(String id) {}

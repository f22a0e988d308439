package org.rsrkernel.view.html;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.IntFunction;

/** Lets a page ask the kernel that drew it for what it does not carry itself. */
@FunctionalInterface
public interface KernelLine {

  /** There is no kernel to ask. */
  KernelLine NONE = answers -> Optional.empty();

  /**
   * Opens the line for one page.
   *
   * @param answers JSON for the thing of that number; empty if it cannot be had
   * @return what the page's script {@code kernel.js} needs to ask; empty where it cannot
   */
  Optional<ObjectNode> open(IntFunction<Optional<String>> answers);
}

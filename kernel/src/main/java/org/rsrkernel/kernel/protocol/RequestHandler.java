package org.rsrkernel.kernel.protocol;

import com.google.gson.JsonObject;
import org.rsrkernel.kernel.transport.JupyterMessage;

/** Answers one type of request. */
public interface RequestHandler {

  /**
   * The reply's content; what it throws becomes an error reply. Null sends no reply, as comm
   * messages ask.
   */
  JsonObject handle(JupyterMessage request) throws Exception;
}

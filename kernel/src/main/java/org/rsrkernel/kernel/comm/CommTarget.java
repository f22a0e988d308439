package org.rsrkernel.kernel.comm;

import com.google.gson.JsonObject;

/** What happens when the front end opens a comm of a kind. */
public interface CommTarget {

  /** Sets the comm's handlers; throwing refuses the comm. */
  void opened(Comm comm, JsonObject data);
}

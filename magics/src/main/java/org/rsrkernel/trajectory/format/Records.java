package org.rsrkernel.trajectory.format;

import java.io.IOException;
import java.util.Optional;

/** Cuts bytes into rows. */
interface Records {

  /** As {@link RowSource#next}. */
  Optional<Row> next() throws IOException, BrokenRowException;
}

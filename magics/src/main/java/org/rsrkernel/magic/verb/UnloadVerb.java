package org.rsrkernel.magic.verb;

import org.rsrkernel.magic.session.RsrSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tech.tablesaw.api.Table;

/** {@code %rsr unload NAME}: frees a student's memory. */
@Command(name = "unload", description = "Unload a student and free its memory.")
public final class UnloadVerb extends Verb<Table> {

  private final RsrSession session;

  @Parameters(paramLabel = "NAME", description = "A loaded student's name.")
  private String name;

  UnloadVerb(RsrSession session) {
    this.session = session;
  }

  @Override
  public Table call() {
    session.students().unload(name);
    return StudentsVerb.table(session.students());
  }
}

package org.rsrkernel.magic.verb;

import org.rsrkernel.magic.session.RsrSession;
import org.rsrkernel.student.StudentCard;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code %rsr use NAME}: scores with another loaded student from now on. */
@Command(name = "use", description = "Use another of the loaded students from now on.")
public final class UseVerb extends Verb<StudentCard> {

  private final RsrSession session;

  @Parameters(paramLabel = "NAME", description = "A loaded student's name.")
  private String name;

  UseVerb(RsrSession session) {
    this.session = session;
  }

  @Override
  public StudentCard call() {
    return session.students().use(name).card();
  }
}

package org.rsrkernel.magic.verb;

import org.rsrkernel.magic.session.LoadedStudents;
import org.rsrkernel.magic.session.RsrSession;
import org.rsrkernel.student.StudentCard;
import picocli.CommandLine.Command;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** {@code %rsr students}: the loaded students. */
@Command(name = "students", description = "List the loaded students.")
public final class StudentsVerb extends Verb<Table> {

  private final RsrSession session;

  StudentsVerb(RsrSession session) {
    this.session = session;
  }

  @Override
  public Table call() {
    return table(session.students());
  }

  static Table table(LoadedStudents students) {
    StringColumn names = StringColumn.create("name");
    BooleanColumn inUse = BooleanColumn.create("in_use");
    StringColumn architectures = StringColumn.create("architecture");
    LongColumn parameters = LongColumn.create("parameters");
    StringColumn dtypes = StringColumn.create("dtype");
    StringColumn devices = StringColumn.create("device");
    for (String name : students.names()) {
      StudentCard card = students.get(name).card();
      names.append(name);
      inUse.append(students.nameInUse().filter(name::equals).isPresent());
      architectures.append(card.architecture());
      parameters.append(card.parameters());
      dtypes.append(card.dtype().label());
      devices.append(card.device().toString());
    }
    return Table.create("students", names, inUse, architectures, parameters, dtypes, devices);
  }
}

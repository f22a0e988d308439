package org.rsrkernel.benchmark;

import java.util.ArrayList;
import java.util.List;
import org.rsrkernel.student.Student;
import org.rsrkernel.trajectory.Message;
import org.rsrkernel.trajectory.Trajectory;

/** Which rows are scored. */
enum Workload {
  /** The rows as they are. */
  GIVEN,
  /** The rows, each behind a system message of its own, so that none shares its prefix. */
  UNRELATED,
  /** One trajectory whose response is all the rows' responses, up to a length. */
  LONG;

  /**
   * Makes the rows.
   *
   * @param tokens of the long trajectory, about
   */
  List<Trajectory> of(List<Trajectory> given, Student student, int tokens) {
    return switch (this) {
      case GIVEN -> given;
      case UNRELATED -> given.stream().map(Workload::behindOwnSystemMessage).toList();
      case LONG -> List.of(joined(given, student, tokens));
    };
  }

  private static Trajectory behindOwnSystemMessage(Trajectory trajectory) {
    List<Message> messages = new ArrayList<>();
    messages.add(Message.of("system", trajectory.row() + " is the number of this conversation."));
    trajectory.messages().stream()
        .filter(message -> !message.role().equals("system"))
        .forEach(messages::add);
    return new Trajectory(
        trajectory.row(), trajectory.id(), trajectory.teacher(), messages, trajectory.tools());
  }

  private static Trajectory joined(List<Trajectory> given, Student student, int tokens) {
    List<String> responses =
        given.stream()
            .flatMap(trajectory -> trajectory.messages().stream())
            .filter(message -> message.role().equals("assistant"))
            .map(Message::text)
            .toList();
    StringBuilder text = new StringBuilder();
    Trajectory trajectory = trajectory(text);
    for (int i = 0; length(trajectory, student) < tokens; i++) {
      text.append(responses.get(i % responses.size())).append("\n\n");
      trajectory = trajectory(text);
    }
    return trajectory;
  }

  private static Trajectory trajectory(StringBuilder response) {
    List<Message> messages =
        List.of(
            Message.of("user", "Solve all of these problems."),
            Message.of("assistant", response.toString()));
    return new Trajectory(0, "long", "all", messages, List.of());
  }

  private static int length(Trajectory trajectory, Student student) {
    return student
        .tokenize(student.renderText(trajectory.messages(), trajectory.tools()))
        .tokenIds()
        .length;
  }
}

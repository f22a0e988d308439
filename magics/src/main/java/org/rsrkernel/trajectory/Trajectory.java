package org.rsrkernel.trajectory;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One teacher's response to one problem, with all messages around it.
 *
 * @param row 0-based row of the table it was read from
 * @param id which problem; the same for all teachers that solved it
 * @param teacher who wrote the response; empty if unknown
 * @param messages role and content form
 * @param tools the tools that the teacher could call, as a chat template takes them; often empty
 */
public record Trajectory(
    int row, String id, String teacher, List<Message> messages, List<Map<String, Object>> tools) {

  public Trajectory {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(teacher, "teacher");
    messages = List.copyOf(messages);
    tools = List.copyOf(tools);
  }
}

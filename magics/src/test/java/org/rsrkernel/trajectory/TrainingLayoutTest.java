package org.rsrkernel.trajectory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tech.tablesaw.api.Table;

/** Selections go into training tools in the layouts they read. */
class TrainingLayoutTest {

  private static final String ROWS =
      """
      {"id":"a","messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"1+1?"},{"role":"assistant","content":"2"},{"role":"user","content":"2+2?"},{"role":"assistant","content":"4"}]}
      {"id":"b","system":"Be brief.","conversations":[{"from":"human","value":"3?"},{"from":"gpt","value":"3"}]}
      """;

  private static final String CALL =
      """
      {"id":"c","messages":[{"role":"user","content":"Time?"},{"role":"assistant","content":"","tool_calls":[{"type":"function","function":{"name":"clock","arguments":{"zone":"UTC"}}}]},{"role":"tool","content":"12:00"},{"role":"assistant","content":"Noon."}]}
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(TrainingLayout.class)
  void everyLayout_givesTheSameConversationsBack(TrainingLayout layout) throws IOException {
    Table table = load("in.jsonl", ROWS);
    Path written = folder.resolve("out.jsonl");

    TrajectoryWriter.write(table, written, layout);

    assertThat(Trajectories.of(load(written)))
        .extracting(Trajectory::messages)
        .isEqualTo(Trajectories.of(table).stream().map(Trajectory::messages).toList());
  }

  @Test
  void alpaca_hasItsFields() throws IOException {
    Path written = folder.resolve("out.jsonl");

    TrajectoryWriter.write(load("in.jsonl", ROWS), written, TrainingLayout.ALPACA);

    assertThat(Files.readAllLines(written).get(0))
        .isEqualTo(
            "{\"id\": \"a\", \"teacher\": \"in\", \"instruction\": \"2+2?\", \"input\": \"\","
                + " \"output\": \"4\", \"system\": \"Be brief.\", \"history\": [[\"1+1?\",\"2\"]]}");
  }

  @Test
  void toolCalls_areTurnsOfTheirOwnInShareGpt() throws IOException {
    Path written = folder.resolve("out.jsonl");

    TrajectoryWriter.write(load("in.jsonl", CALL), written, TrainingLayout.SHAREGPT);

    assertThat(Files.readString(written))
        .contains(
            "{\"from\":\"function_call\",\"value\":\"{\\\"name\\\":\\\"clock\\\",\\\"arguments\\\":{\\\"zone\\\":\\\"UTC\\\"}}\"},{\"from\":\"observation\",\"value\":\"12:00\"}");
    assertThat(Trajectories.of(load(written)).get(0).messages())
        .isEqualTo(Trajectories.of(load("in.jsonl", CALL)).get(0).messages().stream().toList());
  }

  @Test
  void layoutThatCannotExpressARow_namesIt() throws IOException {
    Table table = load("in.jsonl", ROWS + CALL);
    Path written = folder.resolve("out.jsonl");

    assertThatThrownBy(() -> TrajectoryWriter.write(table, written, TrainingLayout.ALPACA))
        .hasMessage(
            "Row 3: Alpaca rows are user and assistant by turns; this conversation is not. Use the"
                + " layout of messages");
    assertThat(written).doesNotExist();
  }

  @Test
  void llamaFactoryEntry_standsBesideOthers() throws IOException {
    Files.writeString(
        folder.resolve("dataset_info.json"), "{\"mine\": {\"file_name\": \"m.json\"}}");

    LlamaFactory.write(load("in.jsonl", ROWS), folder, "chosen", TrainingLayout.SHAREGPT);

    assertThat(MessageJson.read(Files.readString(folder.resolve("dataset_info.json"))))
        .isEqualTo(
            MessageJson.read(
                """
                {"mine": {"file_name": "m.json"},
                 "chosen": {"file_name": "chosen.jsonl", "formatting": "sharegpt",
                            "columns": {"messages": "conversations", "system": "system"}}}"""));
    assertThat(load(folder.resolve("chosen.jsonl")).rowCount()).isEqualTo(2);
  }

  private Table load(String name, String text) throws IOException {
    return load(Files.writeString(folder.resolve(name), text));
  }

  private static Table load(Path path) {
    return Trajectories.load(LoadRequest.of(path.toString())).table();
  }
}

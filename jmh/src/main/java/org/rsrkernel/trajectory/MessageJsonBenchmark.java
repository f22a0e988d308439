package org.rsrkernel.trajectory;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A trajectory of about 2,000 tokens as the JSON text of its messages, and back. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class MessageJsonBenchmark {

  private final List<Message> messages =
      List.of(
          Message.of("user", "How many apples are left?"),
          Message.of("assistant", "So there are \"12\" - 5 = 7 left.\n".repeat(250)));
  private final String json = MessageJson.write(messages);

  @Benchmark
  public String write() {
    return MessageJson.write(messages);
  }

  @Benchmark
  public Conversation read() {
    return Conversation.parse(json);
  }
}

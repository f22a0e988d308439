package org.rsrkernel.student.decoder;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.IntStream;
import org.rsrkernel.student.Device;
import org.rsrkernel.student.Dtype;
import org.rsrkernel.student.PackedBatch;
import org.rsrkernel.student.PackedBatch.Segment;
import org.rsrkernel.student.StudentOptions;

/** Batches for tiny students, and how those are opened. */
final class TinyBatches {

  private TinyBatches() {}

  static StudentOptions onCpu(Dtype dtype) {
    return StudentOptions.defaults().withDevice(Device.CPU).withDtype(dtype).withThreads(1);
  }

  /** The whole sequence, its last token too: some students turn by its length. */
  static PackedBatch alone(JsonNode ids) {
    int n = ids.size();
    int[] tokenIds = IntStream.range(0, n).map(i -> ids.get(i).intValue()).toArray();
    int[] positions = IntStream.range(0, n).toArray();
    int[] rows = IntStream.range(0, n - 1).toArray();
    int[] targets = IntStream.range(1, n).map(i -> tokenIds[i]).toArray();
    return new PackedBatch(tokenIds, positions, List.of(new Segment(-1, 0, n)), rows, targets);
  }

  /** Tokens under some segments, each row scored against a target. */
  static PackedBatch packed(int[] ids, List<Segment> segments, int[] targets) {
    int[] positions = new int[ids.length];
    for (int i = 0; i < segments.size(); i++) {
      int[] path = path(segments, i);
      for (int place = 0; place < path.length; place++) {
        positions[path[place]] = place;
      }
    }
    int[] rows = IntStream.range(0, ids.length).toArray();
    return new PackedBatch(ids, positions, segments, rows, targets);
  }

  /** Rows of a segment's ancestors and its own. */
  static int[] path(List<Segment> segments, int index) {
    Segment segment = segments.get(index);
    IntStream own = IntStream.range(segment.start(), segment.start() + segment.length());
    return segment.parent() < 0
        ? own.toArray()
        : IntStream.concat(IntStream.of(path(segments, segment.parent())), own).toArray();
  }
}

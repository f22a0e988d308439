package org.rsrkernel.metric.pass;

import java.util.List;
import java.util.Map;
import org.rsrkernel.scoring.ScoredTrajectory;
import org.rsrkernel.student.RenderedText;
import org.rsrkernel.student.StudentException;
import org.rsrkernel.trajectory.Message;

/** A student, as far as further passes need one. */
public interface PassStudent {

  /**
   * A conversation as the text the student reads.
   *
   * @throws StudentException if its chat template refuses the conversation
   */
  RenderedText render(List<Message> messages, List<Map<String, Object>> tools);

  /**
   * Scores the marked spans of texts.
   *
   * @return one outcome a text, in their order
   * @throws InterruptedException if the thread was interrupted
   */
  List<ScoredTrajectory> score(List<RenderedText> texts) throws InterruptedException;
}

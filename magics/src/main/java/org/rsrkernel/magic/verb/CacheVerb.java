package org.rsrkernel.magic.verb;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.rsrkernel.magic.session.RsrSession;
import org.rsrkernel.scoring.cache.ScoreCache;
import org.rsrkernel.view.Rendering;
import org.rsrkernel.view.card.CardView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code %rsr cache [status|clear]}: what earlier runs left on disk. */
@Command(name = "cache", description = "Show or clear the scores kept on disk.")
public final class CacheVerb extends Verb<Rendering> {

  enum Action {
    STATUS,
    CLEAR
  }

  private final RsrSession session;

  @Parameters(
      arity = "0..1",
      paramLabel = "status|clear",
      defaultValue = "status",
      description = "Default: status.")
  private Action action;

  CacheVerb(RsrSession session) {
    this.session = session;
  }

  @Override
  public Rendering call() throws IOException {
    ScoreCache cache = session.scores();
    if (action == Action.CLEAR) {
      cache.clear();
    }
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("folder", cache.folder().toString());
    facts.put(
        "trajectories",
        "%,d, of them %,d in memory".formatted(cache.trajectories(), cache.trajectoriesInMemory()));
    facts.put(
        "size",
        "%,.1f MB of at most %,.0f MB; beyond that the oldest go after a run"
            .formatted(cache.bytes() / 1e6, ScoreCache.MOST_BYTES / 1e6));
    cache.problem().ifPresent(problem -> facts.put("problem", problem));
    return CardView.of("Score cache", facts);
  }
}

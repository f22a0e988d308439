package org.rsrkernel.magic.session;

import java.util.Optional;
import org.rsrkernel.scoring.LikelierTokens;
import org.rsrkernel.scoring.cache.ScoreCache;
import org.rsrkernel.student.library.RsrHome;
import org.rsrkernel.view.Rendering;
import org.rsrkernel.view.html.Escaped;

/**
 * One kernel's students, tables and scores. Verbs run one at a time on the kernel's cell thread.
 */
public final class RsrSession implements AutoCloseable {

  private final Notebook notebook;
  private final LoadedStudents students = new LoadedStudents();
  private final NamedTables tables;
  private final ScoreCache scores;
  private final PageQuestions pageQuestions;
  private final LikelierTokens likelierTokens = new LikelierTokens();
  private Optional<Throwable> lastFailure = Optional.empty();

  /**
   * A session without students and tables.
   *
   * @param home where scores are kept
   */
  public RsrSession(Notebook notebook, RsrHome home) {
    this.notebook = notebook;
    this.tables = new NamedTables(notebook);
    this.scores =
        new ScoreCache(
            home.scores(),
            problem -> notebook.display(Rendering.of(Escaped.html(problem), problem)));
    this.pageQuestions = new PageQuestions(notebook.kernelId());
  }

  public Notebook notebook() {
    return notebook;
  }

  public LoadedStudents students() {
    return students;
  }

  public NamedTables tables() {
    return tables;
  }

  /** Token scores of everything scored, in this kernel and before. */
  public ScoreCache scores() {
    return scores;
  }

  /** Keeps what a verb threw, for a bug report. */
  public void keepFailure(Throwable failure) {
    lastFailure = Optional.of(failure);
  }

  /** What the last verb that failed threw. */
  public Optional<Throwable> lastFailure() {
    return lastFailure;
  }

  /** What pages ask for while the kernel lives. */
  public PageQuestions pageQuestions() {
    return pageQuestions;
  }

  /** What students would rather have read, of the trajectories looked at last. */
  public LikelierTokens likelierTokens() {
    return likelierTokens;
  }

  @Override
  public void close() {
    students.close();
    scores.close();
  }
}

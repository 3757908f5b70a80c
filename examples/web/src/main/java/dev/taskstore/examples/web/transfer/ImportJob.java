package dev.taskstore.examples.web.transfer;

import dev.taskstore.examples.formats.ImportSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An import in the background, and its outcome. Thread-safe. */
public final class ImportJob {

  private static final int MAXIMUM_SHOWN = 50;

  /** The state of an import. */
  public enum State {
    /** Before or during the import. */
    RUNNING,
    /** All tasks are stored. */
    STORED,
    /** Nothing was stored. */
    REFUSED
  }

  private final UUID id;
  private final UUID userId;
  private final String fileName;
  private final List<String> problems = new ArrayList<>();
  private int problemCount;
  private State state = State.RUNNING;
  private long done;
  private long total;
  private @Nullable ImportSummary summary;

  ImportJob(UUID id, UUID userId, String fileName) {
    this.id = id;
    this.userId = userId;
    this.fileName = fileName;
  }

  /**
   * Returns the identifier.
   *
   * @return the identifier
   */
  public UUID id() {
    return id;
  }

  UUID userId() {
    return userId;
  }

  /**
   * Returns the name of the file.
   *
   * @return the name
   */
  public String fileName() {
    return fileName;
  }

  synchronized void report(long newDone, long newTotal) {
    done = newDone;
    total = newTotal;
  }

  synchronized void refuse(String problem) {
    problemCount++;
    if (problems.size() < MAXIMUM_SHOWN) {
      problems.add(problem);
    }
  }

  synchronized void stored(ImportSummary result) {
    summary = result;
    state = State.STORED;
  }

  synchronized void nothingStored() {
    state = State.REFUSED;
  }

  /**
   * Returns the state.
   *
   * @return the state
   */
  public synchronized State state() {
    return state;
  }

  /**
   * Returns the progress.
   *
   * @return 0 to 100, or null if the number of tasks is not known yet
   */
  public synchronized @Nullable Integer percent() {
    return total == 0 ? null : (int) (100 * done / total);
  }

  /**
   * Returns the number of the tasks that are stored so far, within the transaction.
   *
   * @return the number
   */
  public synchronized long done() {
    return done;
  }

  /**
   * Returns the number of new tasks.
   *
   * @return the number; 0 if it is not known yet
   */
  public synchronized long total() {
    return total;
  }

  /**
   * Returns the problems of refused tasks.
   *
   * @return the first 50
   */
  public synchronized List<String> problems() {
    return List.copyOf(problems);
  }

  /**
   * Returns the number of refused tasks.
   *
   * @return the number
   */
  public synchronized int problemCount() {
    return problemCount;
  }

  /**
   * Returns the outcome.
   *
   * @return the counts, or null if nothing was stored
   */
  public synchronized @Nullable ImportSummary summary() {
    return summary;
  }
}

package dev.taskstore.dialect.tck;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An empty database that a test may do anything to. Immutable.
 *
 * @param url its JDBC URL
 * @param user who connects, or null when the URL says it or nobody needs to
 * @param password the user's password, or null
 * @param onClose removes the database; called once, after everything that was opened on it is
 *     closed
 */
public record TckDatabase(
    String url, @Nullable String user, @Nullable String password, Runnable onClose)
    implements AutoCloseable {

  /** Checks that no required part is null. */
  public TckDatabase {
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(onClose, "onClose");
  }

  /**
   * A database that needs no credentials.
   *
   * @param url its JDBC URL
   * @param onClose removes it
   * @return the database
   */
  public static TckDatabase of(String url, Runnable onClose) {
    return new TckDatabase(url, null, null, onClose);
  }

  @Override
  public void close() {
    onClose.run();
  }
}

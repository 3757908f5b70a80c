package dev.taskstore.dialect.tck;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An empty database for exclusive use by a test. Immutable.
 *
 * @param url its JDBC URL
 * @param user the user, or null if the URL contains it or none is required
 * @param password the user's password, or null if there is no user
 * @param onClose removes the database; called once, after all its connections are closed
 */
public record TckDatabase(
    String url, @Nullable String user, @Nullable String password, Runnable onClose)
    implements AutoCloseable {

  /**
   * Creates a database.
   *
   * @throws NullPointerException if the URL or {@code onClose} is null
   */
  public TckDatabase {
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(onClose, "onClose");
  }

  /**
   * Creates a database that requires no credentials.
   *
   * @param url its JDBC URL
   * @param onClose removes the database
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

package dev.taskstore.db;

import dev.taskstore.db.exception.InvalidArgumentException;
import java.time.Clock;
import java.time.Duration;

/**
 * Supplies the credentials of new connections, for passwords and tokens that change while a
 * database is open: tokens of a cloud provider, or a file that a secret store rewrites.
 *
 * <pre>{@code
 * builder.credentials(() -> Credentials.of("tasks", Secrets.ofFile(file)))
 * }</pre>
 *
 * <p>The library calls the provider for every attempt to connect: once when the database is opened,
 * whenever a pool adds or replaces a connection, and for each further attempt while connecting
 * fails. Connections that are open keep their credentials and stay usable. A provider that calls a
 * service should keep its result for some time, for example with {@link #cached}.
 *
 * <p>Implementations must be thread-safe: the threads of pools call them.
 */
@FunctionalInterface
public interface CredentialsProvider {

  /**
   * Returns the credentials of the next connection.
   *
   * @return the credentials; credentials that have expired by the clock of this machine are not
   *     sent to the database, and the attempt to connect fails
   * @throws Exception if there are no credentials; the attempt to connect fails. The message of an
   *     exception of {@link dev.taskstore.db.exception} reaches the caller and the log; of other
   *     exceptions only the class does, because their messages can contain secrets
   */
  Credentials credentials() throws Exception;

  /**
   * Returns a provider that keeps credentials until shortly before they expire. Credentials without
   * {@link Credentials#expiresAt} are not kept. One thread at a time calls the other provider.
   *
   * @param provider supplies new credentials
   * @param margin how long before their end credentials are replaced; longer than an attempt to
   *     connect takes
   * @return a thread-safe provider
   * @throws InvalidArgumentException if the margin is negative
   */
  static CredentialsProvider cached(CredentialsProvider provider, Duration margin) {
    return new CachedCredentials(provider, margin, Clock.systemUTC());
  }
}

package dev.taskstore.passwords;

import dev.taskstore.PasswordHash;
import dev.taskstore.User;
import dev.taskstore.UserChanges;
import dev.taskstore.UserRepository;
import dev.taskstore.db.exception.EntityNotFoundException;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.exception.ReadOnlyTransactionException;
import dev.taskstore.db.exception.StaleEntityException;
import java.util.Objects;
import java.util.Optional;

/**
 * Signs users in with their names and passwords, and replaces outdated hashes. As thread-safe as
 * its repository: that of a {@code TaskStore} is.
 *
 * <p>Takes the time of one hash whether the user exists or not. It does not limit the number of
 * attempts: do this in front of it, by user and by address.
 */
public final class PasswordAuthenticator {

  private final UserRepository users;
  private final PasswordHasher hasher;

  /**
   * Creates an authenticator.
   *
   * @param users the users. With the repository of a transaction, its connection is in use while
   *     passwords are hashed
   * @param hasher verifies and replaces the hashes
   */
  public PasswordAuthenticator(UserRepository users, PasswordHasher hasher) {
    this.users = Objects.requireNonNull(users, "users");
    this.hasher = Objects.requireNonNull(hasher, "hasher");
  }

  /**
   * Returns the user with this name, if the password is that of the user. Stores a new hash if the
   * present one {@linkplain PasswordHasher#needsRehash needs it}: this increments the user's
   * version. It is omitted if another transaction has changed the user in the meantime, or if the
   * database is read-only.
   *
   * @param username the name, compared by code point. Never null
   * @param password the password; {@code CharBuffer.wrap} makes one of a {@code char[]}
   * @return the user, as stored after this call; empty if there is no such user, if the password is
   *     wrong, or if one of them is not a valid name or password
   * @throws dev.taskstore.db.exception.DatabaseException if the database cannot be read or written
   */
  public Optional<User> authenticate(String username, CharSequence password) {
    Optional<User> user = find(username);
    PasswordHash hash = user.map(User::passwordHash).orElse(null);
    return hasher.verify(password, hash)
        ? user.flatMap(u -> rehashed(u, password))
        : Optional.empty();
  }

  private Optional<User> find(String username) {
    try {
      return users.findByUsername(username);
    } catch (InvalidArgumentException e) {
      return Optional.empty(); // no user has such a name
    }
  }

  private Optional<User> rehashed(User user, CharSequence password) {
    if (!hasher.needsRehash(user.passwordHash())) {
      return Optional.of(user);
    }
    UserChanges changes = UserChanges.none().passwordHash(hasher.hash(password));
    try {
      return Optional.of(users.update(user.id(), user.version(), changes));
    } catch (StaleEntityException | ReadOnlyTransactionException e) {
      return Optional.of(user); // the next sign-in tries again
    } catch (EntityNotFoundException e) {
      return Optional.empty();
    }
  }
}

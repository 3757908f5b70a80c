package dev.taskstore;

import java.util.Objects;
import java.util.UUID;

/**
 * The name of a user without the e-mail address and the password hash, for others who work with the
 * user. Immutable.
 *
 * @param id the identifier of the user
 * @param username the name of the user
 */
public record UserName(UUID id, String username) {

  /** Checks that both are present. */
  public UserName {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(username, "username");
  }

  /** Returns the identifier, without the name, which is personal data. */
  @Override
  public String toString() {
    return "UserName[id=" + id + ", username=***]";
  }
}

package dev.taskstore.examples.web.security;

import java.io.Serializable;
import java.security.Principal;
import java.util.Objects;
import java.util.UUID;

/**
 * The user of a session. Contains no secret, because a session may be stored.
 *
 * @param id the identifier
 * @param username the name
 */
public record SignedInUser(UUID id, String username) implements Principal, Serializable {

  /** Checks that both values are present. */
  public SignedInUser {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(username, "username");
  }

  @Override
  public String getName() {
    return username;
  }
}

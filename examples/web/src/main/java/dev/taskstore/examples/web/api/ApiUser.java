package dev.taskstore.examples.web.api;

import dev.taskstore.UserName;
import java.util.UUID;

/**
 * A member of the team. Everybody who is signed in may see the names.
 *
 * @param id the identifier
 * @param username the name
 */
record ApiUser(UUID id, String username) {

  static ApiUser of(UserName user) {
    return new ApiUser(user.id(), user.username());
  }
}

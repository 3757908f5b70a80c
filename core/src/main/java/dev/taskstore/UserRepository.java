package dev.taskstore;

import dev.taskstore.db.Session;
import dev.taskstore.schema.UserRepositoryBase;

/**
 * The repository of users. Thread-safe if its session is: that of a {@link TaskStore} is, that of a
 * {@link TaskTransaction} is not.
 */
public final class UserRepository extends UserRepositoryBase {

  UserRepository(Session session) {
    super(session);
  }
}

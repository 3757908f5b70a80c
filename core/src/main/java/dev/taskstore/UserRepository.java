package dev.taskstore;

import dev.taskstore.db.Session;
import dev.taskstore.schema.UserRepositoryBase;

/** The users. As thread-safe as the session that it works on. */
public final class UserRepository extends UserRepositoryBase {

  UserRepository(Session session) {
    super(session);
  }
}

package dev.taskstore;

import dev.taskstore.db.Session;

/**
 * Access to users, tasks and tags whose reads may run on replicas: those of finders, pages, streams
 * and selections outside of a transaction, and read-only transactions. Writes run on the primary.
 * {@link TaskSession#reading} returns one. Thread-safe.
 */
public final class TaskReadSession extends TaskSession {

  TaskReadSession(Session session) {
    super(session);
  }
}

package dev.taskstore.liquibase.sqlite.sql;

/**
 * A statement that has no equal on SQLite, or already is one of SQLite: it runs as it is written.
 */
final class NotTranslatedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  NotTranslatedException(String reason) {
    super(reason);
  }
}

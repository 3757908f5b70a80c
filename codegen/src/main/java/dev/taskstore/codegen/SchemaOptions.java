package dev.taskstore.codegen;

import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/**
 * Where the generator gets the schema from. Immutable; nothing in it is null.
 *
 * @param databases the databases on which the changelog runs, without duplicates, in the order of
 *     the enum
 * @param snapshots whether the schema is read from and written to the snapshot next to the
 *     changelog
 * @param frozen whether a missing or outdated snapshot is an error, instead of the reason to read
 *     the databases
 * @param postgres the PostgreSQL server to use; without a URL, one is started
 */
public record SchemaOptions(
    List<SchemaDatabase> databases, boolean snapshots, boolean frozen, PostgresServer postgres) {

  /** SQLite and PostgreSQL, with a snapshot. */
  public static final SchemaOptions DEFAULT =
      new SchemaOptions(
          List.of(SchemaDatabase.values()), true, false, new PostgresServer("", "", ""));

  /** Sorts the databases and rejects an empty list. */
  public SchemaOptions {
    Objects.requireNonNull(postgres, "postgres");
    databases = List.copyOf(new TreeSet<>(databases));
    if (databases.isEmpty()) {
      throw new GenerationException(
          "databases is empty; use sqlite, postgresql or both, which is the default.");
    }
  }

  /**
   * A PostgreSQL server on which the user may create schemas. The generator works in a schema of
   * its own, which it drops at the end.
   *
   * @param url the JDBC URL of a database; empty if there is no server
   * @param user the user
   * @param password the password
   */
  public record PostgresServer(String url, String user, String password) {

    /** Rejects null. */
    public PostgresServer {
      Objects.requireNonNull(url, "url");
      Objects.requireNonNull(user, "user");
      Objects.requireNonNull(password, "password");
    }

    /** Returns the user only: a URL may contain a password. */
    @Override
    public String toString() {
      return "PostgresServer[user=" + user + "]";
    }
  }

  /**
   * Returns options for the same source with other behaviour of the snapshot.
   *
   * @param newSnapshots whether a snapshot is used
   * @param newFrozen whether the snapshot must be current
   * @return the options
   */
  public SchemaOptions with(boolean newSnapshots, boolean newFrozen) {
    return new SchemaOptions(databases, newSnapshots, newFrozen, postgres);
  }
}

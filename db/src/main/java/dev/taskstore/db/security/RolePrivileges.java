package dev.taskstore.db.security;

import java.util.List;
import java.util.Objects;

/**
 * The statements that give two roles of a database server the privileges that they require, and
 * revoke those that they must not have. The owner migrates the schema and owns its tables. The
 * application reads and writes rows; it opens the database with {@link
 * dev.taskstore.db.migration.MigrationMode#VALIDATE}. Immutable.
 *
 * <p>The roles exist already: creating them, with passwords, is the task of the operator. All
 * statements can run repeatedly.
 *
 * @param owner the role that migrates
 * @param application the role of the application
 * @param beforeMigration the statements that run before the first migration, as a superuser or as
 *     the owner of the database
 * @param afterMigration the statements that run after the first migration, as the owner role. They
 *     include the tables of later migrations
 */
public record RolePrivileges(
    String owner, String application, List<String> beforeMigration, List<String> afterMigration) {

  /** Copies the lists. */
  public RolePrivileges {
    Objects.requireNonNull(owner, "owner");
    Objects.requireNonNull(application, "application");
    beforeMigration = List.copyOf(beforeMigration);
    afterMigration = List.copyOf(afterMigration);
  }

  /**
   * Returns all statements as a script.
   *
   * @return two sections, each with a comment that says who runs it and when; a delimiter follows
   *     each statement
   */
  public String script() {
    StringBuilder script =
        new StringBuilder(
            "-- Before the first migration, as a superuser or the owner of the database:\n");
    beforeMigration.forEach(statement -> script.append(statement).append(";\n"));
    script.append("\n-- After the first migration, as the owner of the tables:\n");
    afterMigration.forEach(statement -> script.append(statement).append(";\n"));
    return script.toString();
  }
}

package dev.taskstore.db.migration;

import java.util.List;

/**
 * The SQL that applies or rolls back a changeset on a database, without the statements with which
 * Liquibase maintains its own tables. Immutable.
 *
 * @param file the file of the changelog that contains the changeset
 * @param id its identifier, unique in combination with author and file
 * @param author its author
 * @param statements the statements in the order of execution, without delimiters. A change that
 *     runs a program instead of SQL is a comment that begins with {@code --}. Empty for a changeset
 *     that only sets a tag
 */
public record ChangeSetSql(String file, String id, String author, List<String> statements) {

  /** Copies the list. */
  public ChangeSetSql {
    statements = List.copyOf(statements);
  }

  /**
   * Returns the statements as a script.
   *
   * @return a comment with the changeset, followed by the statements, each with a delimiter
   */
  public String script() {
    StringBuilder script = new StringBuilder("-- " + file + "::" + id + "::" + author + "\n");
    for (String statement : statements) {
      script.append(statement).append(statement.startsWith("--") ? "\n" : ";\n");
    }
    return script.toString();
  }
}

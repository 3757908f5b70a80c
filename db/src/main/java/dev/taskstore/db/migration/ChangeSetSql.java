package dev.taskstore.db.migration;

import java.util.List;

/**
 * The SQL of a changeset, forward or back, as it would run on a database, without Liquibase's own
 * bookkeeping. Immutable.
 *
 * @param file the file of the changelog that holds the changeset
 * @param id its identifier, unique together with author and file
 * @param author its author
 * @param statements the statements in the order in which they would run, without a delimiter at
 *     their ends. A change that is a program instead of SQL is a comment, which begins with {@code
 *     --}. None for a changeset that only tags
 */
public record ChangeSetSql(String file, String id, String author, List<String> statements) {

  /** Copies the list. */
  public ChangeSetSql {
    statements = List.copyOf(statements);
  }

  /**
   * The statements as a script.
   *
   * @return a comment that names the changeset, and the statements, each of them ended
   */
  public String script() {
    StringBuilder script = new StringBuilder("-- " + file + "::" + id + "::" + author + "\n");
    for (String statement : statements) {
      script.append(statement).append(statement.startsWith("--") ? "\n" : ";\n");
    }
    return script.toString();
  }
}

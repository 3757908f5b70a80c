package dev.taskstore.codegen.lint;

import dev.taskstore.codegen.sql.AlterTable;
import dev.taskstore.codegen.sql.CommentOn;
import dev.taskstore.codegen.sql.ConstraintDefinition;
import dev.taskstore.codegen.sql.CreateIndex;
import dev.taskstore.codegen.sql.DropObject;
import dev.taskstore.codegen.sql.OtherStatement;
import dev.taskstore.codegen.sql.RenameIndex;
import dev.taskstore.codegen.sql.SqlExpression;
import dev.taskstore.codegen.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds SQL that SQLite does not support. */
final class SqliteStatementCheck implements Check {

  private static final Set<String> UNKNOWN_KEYWORDS =
      Set.of("ALTER", "CALL", "DO", "GRANT", "LOCK", "MERGE", "REVOKE", "SET", "TRUNCATE");
  private static final Set<String> DROPPED = Set.of("TABLE", "INDEX", "VIEW", "TRIGGER");
  private static final Pattern CREATED =
      Pattern.compile(
          "CREATE\\s+(?:OR\\s+REPLACE\\s.*|(?:(?:TEMP|TEMPORARY)\\s+)?"
              + "(?:SEQUENCE|FUNCTION|PROCEDURE|TYPE|DOMAIN|EXTENSION|SCHEMA|MATERIALIZED|ROLE|USER"
              + "|POLICY|AGGREGATE|COLLATION|STATISTICS|PUBLICATION)\\b.*)",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern NOT_NULL =
      Pattern.compile("(SET|DROP) NOT NULL", Pattern.CASE_INSENSITIVE);
  // Clauses that SQLite does not support, of statements that it supports.
  private static final Pattern UNKNOWN_WORDS =
      Pattern.compile(
          "ALTER\\s+TABLE\\s+(?:ONLY|IF\\s+EXISTS)\\s.*"
              + "|ALTER\\s.*\\s(?:ADD|DROP)\\s+(?:COLUMN\\s+)?IF\\s+(?:NOT\\s+)?EXISTS\\s.*"
              + "|DROP\\s.*\\sCASCADE"
              + "|CREATE\\s.*\\)\\s*INCLUDE\\s*\\(.*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  @Override
  public void change(Visit visit, ChangeSetView changeSet, ChangeView change) {
    if (!visit.makesEqual(change)) {
      change.statements().forEach(statement -> look(visit, changeSet, statement));
    }
  }

  private static void look(Visit visit, ChangeSetView changeSet, Statement statement) {
    if (visit.on(LintDatabase.SQLITE)) {
      problem(statement)
          .ifPresent(
              what ->
                  visit.report(
                      LintRule.SQLITE_UNSUPPORTED,
                      changeSet,
                      object(statement),
                      "SQLite does not support " + what + "."));
    }
  }

  private static Optional<String> problem(Statement statement) {
    if (statement instanceof CommentOn) {
      return Optional.of("COMMENT ON");
    }
    if (!(statement instanceof OtherStatement)
        && UNKNOWN_WORDS.matcher(SqlExpression.withoutStrings(statement.text())).matches()) {
      return Optional.of("this form of " + firstWords(statement.text()));
    }
    if (statement instanceof CreateIndex index) {
      return index.concurrently() || index.method().isPresent()
          ? Optional.of(index.concurrently() ? "CONCURRENTLY" : "USING in CREATE INDEX")
          : Optional.empty();
    }
    if (statement instanceof DropObject dropped) {
      return dropped(dropped);
    }
    if (statement instanceof AlterTable altered) {
      return altered(altered.actions());
    }
    if (statement instanceof RenameIndex) {
      return Optional.of("ALTER INDEX");
    }
    if (statement instanceof OtherStatement other) {
      return CREATED.matcher(other.text()).matches() || UNKNOWN_KEYWORDS.contains(other.keyword())
          ? Optional.of(firstWords(other.text()))
          : Optional.empty();
    }
    return Optional.empty();
  }

  private static Optional<String> dropped(DropObject dropped) {
    if (!DROPPED.contains(dropped.kind())) {
      return Optional.of("DROP " + dropped.kind());
    }
    if (dropped.concurrently()) {
      return Optional.of("CONCURRENTLY");
    }
    return dropped.names().size() > 1 ? Optional.of("DROP of several objects") : Optional.empty();
  }

  private static Optional<String> altered(List<AlterTable.Action> actions) {
    if (actions.size() > 1) {
      return Optional.of("ALTER TABLE with several actions");
    }
    return actions.stream().flatMap(action -> altered(action).stream()).findFirst();
  }

  private static Optional<String> altered(AlterTable.Action action) {
    if (action instanceof AlterTable.AlterColumn altered) {
      return NOT_NULL.matcher(altered.change()).matches()
          ? Optional.empty()
          : Optional.of("ALTER COLUMN except for NOT NULL");
    }
    if (action instanceof AlterTable.AddConstraint added
        && added.constraint().kind() != ConstraintDefinition.Kind.CHECK) {
      return Optional.of("ADD CONSTRAINT except for a CHECK");
    }
    if (action instanceof AlterTable.AddConstraint added && added.constraint().notValid()) {
      return Optional.of("NOT VALID");
    }
    if (action instanceof AlterTable.AddColumn added
        && added.column().constraints().stream().anyMatch(SqliteStatementCheck::isKey)) {
      return Optional.of("ADD COLUMN with a key");
    }
    if (action instanceof AlterTable.RenameConstraint) {
      return Optional.of("RENAME CONSTRAINT");
    }
    if (action instanceof AlterTable.OtherAction other) {
      return Optional.of("ALTER TABLE ... " + firstWords(other.text()));
    }
    return Optional.empty();
  }

  private static boolean isKey(ConstraintDefinition constraint) {
    return constraint.kind() == ConstraintDefinition.Kind.UNIQUE
        || constraint.kind() == ConstraintDefinition.Kind.PRIMARY_KEY;
  }

  private static String object(Statement statement) {
    if (statement instanceof CommentOn comment) {
      return comment.object() + comment.column().map(column -> "." + column).orElse("");
    }
    if (statement instanceof CreateIndex index) {
      return index.index().orElse(index.table());
    }
    if (statement instanceof DropObject dropped) {
      return String.join(", ", dropped.names());
    }
    return statement instanceof AlterTable altered ? altered.table() : firstWords(statement.text());
  }

  private static String firstWords(String text) {
    String[] words = text.strip().split("\\s+", 3);
    return words.length < 2 ? words[0] : words[0] + " " + words[1];
  }
}

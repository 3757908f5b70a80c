package dev.taskstore.liquibase.sqlite.sql;

import dev.taskstore.liquibase.sqlite.text.Token;
import dev.taskstore.liquibase.sqlite.text.Tokenizer;
import dev.taskstore.liquibase.sqlite.value.SchemaText;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import liquibase.Scope;
import liquibase.change.AbstractSQLChange;
import liquibase.change.Change;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.database.Database;
import liquibase.statement.SqlStatement;
import liquibase.statement.core.RawCallStatement;
import liquibase.statement.core.RawSqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * The SQL of changelogs that run on SQLite and PostgreSQL.
 *
 * <p>If the parameter {@value #PARAMETER} of the changelog, or of the scope if the changelog has
 * none, is {@code standard}, statements in the terms of PostgreSQL have the effect on SQLite that
 * the changes of Liquibase have. A changeset or a change whose {@code dbms} names SQLite runs as it
 * is written, and so does a statement that has no equal.
 */
@SuppressWarnings("deprecation") // RawSqlStatement, which the changes of Liquibase use
final class PlainSql {

  static final String PARAMETER = "taskstore.sql";

  private static final String STANDARD = "standard";

  private static final String SQLITE = "sqlite";

  private static final Set<String> EXTENSIONS = Set.of("uuid-ossp", "pgcrypto", "plpgsql");

  private PlainSql() {}

  /** Returns the statements to run instead of a statement of a changelog, or null for itself. */
  static @Nullable List<SqlStatement> translated(SqlStatement statement, Database database) {
    if (!(statement instanceof RawSqlStatement raw)
        || statement instanceof TranslatedSql
        || statement instanceof RawCallStatement) {
      return null;
    }
    ChangeSet changeSet = Scope.getCurrentScope().get(Scope.Attr.changeSet, ChangeSet.class);
    if (changeSet == null || !changeSet.getSqlVisitors().isEmpty()) {
      return null; // They edit the text of the changelog.
    }
    List<String> texts = Statements.of(raw.getSql());
    if (texts.size() > 1) {
      // Each is read when those before have run.
      return List.copyOf(texts.stream().map(RawSqlStatement::new).toList());
    }
    return isStandard(changeSet) && !isForSqlite(changeSet, raw.getSql())
        ? translated(raw.getSql(), database)
        : null;
  }

  private static @Nullable List<SqlStatement> translated(String sql, Database database) {
    try {
      return read(sql, database);
    } catch (NotTranslatedException e) {
      Scope.getCurrentScope().getLog(PlainSql.class).fine(String.valueOf(e.getMessage()));
      return null;
    }
  }

  private static boolean isStandard(ChangeSet changeSet) {
    ChangeLogParameters parameters = parameters(changeSet);
    Object value =
        parameters == null ? null : parameters.getValue(PARAMETER, changeSet.getChangeLog());
    return STANDARD.equals(
        String.valueOf(
            value == null ? Scope.getCurrentScope().get(PARAMETER, String.class) : value));
  }

  /** Some parsers give the parameters to the changeset, others only to the including changelog. */
  private static @Nullable ChangeLogParameters parameters(ChangeSet changeSet) {
    ChangeLogParameters parameters = changeSet.getChangeLogParameters();
    for (DatabaseChangeLog changelog = changeSet.getChangeLog();
        parameters == null && changelog != null;
        changelog = changelog.getParentChangeLog()) {
      parameters = changelog.getChangeLogParameters();
    }
    DatabaseChangeLog root =
        Scope.getCurrentScope().get(Scope.Attr.databaseChangeLog, DatabaseChangeLog.class);
    return parameters == null && root != null ? root.getChangeLogParameters() : parameters;
  }

  private static boolean isForSqlite(ChangeSet changeSet, String sql) {
    if (changeSet.getDbmsSet() != null && changeSet.getDbmsSet().contains(SQLITE)) {
      return true;
    }
    for (Change change : changeSet.getChanges()) {
      if (change instanceof AbstractSQLChange own
          && own.getDbms() != null
          && List.of(own.getDbms().toLowerCase(Locale.ROOT).split("[\\s,]+")).contains(SQLITE)
          && String.valueOf(own.getSql()).contains(sql.strip())) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable List<SqlStatement> read(String sql, Database database) {
    List<Token> tokens = Tokenizer.tokens(sql);
    if (!tokens.isEmpty() && tokens.get(tokens.size() - 1).isSymbol(';')) {
      tokens = tokens.subList(0, tokens.size() - 1);
    }
    SqlReader reader = new SqlReader(sql, tokens);
    if (reader.accept("create")) {
      return create(reader, database);
    }
    if (reader.accept("alter", "table")) {
      return AlterTableSql.translate(reader, database);
    }
    if (reader.nextIs("insert") || reader.nextIs("update") || reader.nextIs("delete")) {
      return rows(reader, tokens, database);
    }
    if (reader.accept("drop", "table")) {
      return DropTableSql.translate(reader, database);
    }
    return isWithoutEffect(reader) ? List.of() : null;
  }

  private static @Nullable List<SqlStatement> rows(
      SqlReader reader, List<Token> tokens, Database database) {
    if (!RowsSql.types(database, tokens).areConverted()
        && SchemaText.accepts(database, reader.sql())) {
      return null;
    }
    if (reader.accept("insert", "into")) {
      return InsertSql.translate(reader, tokens, database);
    }
    if (reader.accept("update")) {
      return List.of(RowsSql.update(reader, tokens, database));
    }
    reader.expect("delete", "from");
    return List.of(RowsSql.delete(reader, tokens, database));
  }

  private static @Nullable List<SqlStatement> create(SqlReader reader, Database database) {
    boolean temporary = reader.accept("temporary") || reader.accept("temp");
    if (reader.accept("table")) {
      return List.of(CreateTableSql.translate(reader, temporary, database));
    }
    boolean unique = reader.accept("unique");
    if (reader.accept("index")) {
      return IndexSql.translate(reader, unique, database);
    }
    if (reader.accept("extension")) {
      reader.accept("if", "not", "exists");
      return EXTENSIONS.contains(reader.name()) ? List.of() : null;
    }
    return reader.accept("sequence") ? List.of() : null;
  }

  /** SQLite has no sequences and no comments; Liquibase's changes of them have no effect either. */
  private static boolean isWithoutEffect(SqlReader reader) {
    return reader.nextIs("alter", "sequence")
        || reader.nextIs("drop", "sequence")
        || reader.nextIs("comment", "on")
        || reader.nextIs("select", "setval");
  }
}

package dev.taskstore.codegen.lint;

import dev.taskstore.codegen.changelog.ChangelogFiles;
import dev.taskstore.codegen.sql.SqlScript;
import dev.taskstore.codegen.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import liquibase.Scope;
import liquibase.change.AbstractSQLChange;
import liquibase.change.Change;
import liquibase.change.ChangeFactory;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;
import liquibase.database.DatabaseList;
import liquibase.database.core.SQLiteDatabase;
import liquibase.sql.Sql;
import liquibase.sql.visitor.SqlVisitor;
import liquibase.sqlgenerator.SqlGeneratorFactory;
import liquibase.statement.SqlStatement;
import liquibase.util.StringUtil;

/** Reads a change for one kind of database. */
final class ChangeReader {

  // Changes without DDL, and changes that run code or read large files to generate SQL.
  private static final Set<String> WITHOUT_STRUCTURE =
      Set.of(
          "createProcedure",
          "customChange",
          "executeCommand",
          "loadData",
          "loadUpdateData",
          "output",
          "stop",
          "tagDatabase");

  private final Database database;
  private final boolean liquibaseSqlite;

  ChangeReader(Database database, boolean liquibaseSqlite) {
    this.database = database;
    this.liquibaseSqlite = liquibaseSqlite;
  }

  ChangeView read(ChangeSet changeSet, Change parsed) {
    Change change = liquibaseSqlite ? parsed : PlainLiquibase.change(parsed);
    String name =
        Scope.getCurrentScope()
            .getSingleton(ChangeFactory.class)
            .getChangeMetaData(change)
            .getName();
    List<Statement> statements = new ArrayList<>();
    Optional<String> failure = Optional.empty();
    if (change instanceof AbstractSQLChange sqlChange) {
      failure = readText(changeSet, sqlChange, statements);
    } else if (makesStructure(change, name)) {
      statements.addAll(generated(changeSet, change));
    }
    return new ChangeView(
        change,
        name,
        change.supports(database),
        change.supportsRollback(database),
        List.copyOf(statements),
        failure);
  }

  private boolean makesStructure(Change change, String name) {
    boolean rebuild =
        !liquibaseSqlite && database instanceof SQLiteDatabase && SqliteChangeCheck.rebuilds(name);
    return change.supports(database) && !rebuild && !WITHOUT_STRUCTURE.contains(name);
  }

  private Optional<String> readText(
      ChangeSet changeSet, AbstractSQLChange change, List<Statement> statements) {
    try {
      String sql = Objects.requireNonNullElse(change.getSql(), "");
      String delimiter = change.getEndDelimiter();
      String[] parts =
          delimiter == null || delimiter.isBlank()
              ? new String[] {sql}
              : StringUtil.processMultiLineSQL(sql, false, true, delimiter);
      for (String part : parts) {
        statements.addAll(SqlScript.read(modified(changeSet, part)));
      }
      return Optional.empty();
    } catch (RuntimeException e) {
      return ChangelogFiles.rootMessage(e).lines().findFirst();
    }
  }

  /**
   * The statements that Liquibase would run; empty if it requires a connection to generate them.
   */
  private List<Statement> generated(ChangeSet changeSet, Change change) {
    List<Statement> statements = new ArrayList<>();
    try {
      for (Sql sql : sql(change.generateStatements(database))) {
        statements.addAll(SqlScript.read(modified(changeSet, sql.toSql())));
      }
    } catch (RuntimeException e) {
      return List.of();
    }
    return statements;
  }

  private List<Sql> sql(SqlStatement[] statements) {
    return liquibaseSqlite
        ? List.of(SqlGeneratorFactory.getInstance().generateSql(statements, database))
        : PlainLiquibase.sql(statements, database);
  }

  private String modified(ChangeSet changeSet, String sql) {
    String modified = sql;
    for (SqlVisitor visitor : changeSet.getSqlVisitors()) {
      if (DatabaseList.definitionMatches(visitor.getApplicableDbms(), database, true)) {
        modified = visitor.modifySql(modified, database);
      }
    }
    return modified;
  }
}

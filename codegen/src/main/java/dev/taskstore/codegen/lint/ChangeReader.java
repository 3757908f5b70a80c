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
  private static final String EXTENSION = "dev.taskstore.liquibase.sqlite";

  private final boolean liquibaseSqlite;

  ChangeReader(Database database, boolean liquibaseSqlite) {
    this.database = database;
    this.liquibaseSqlite = liquibaseSqlite;
  }

  ChangeView read(ChangeSet changeSet, Change change) {
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
        supports(change),
        change.supportsRollback(database),
        List.copyOf(statements),
        failure);
  }

  private boolean makesStructure(Change change, String name) {
    boolean rebuild =
        !liquibaseSqlite && database instanceof SQLiteDatabase && SqliteChangeCheck.rebuilds(name);
    return supports(change) && !rebuild && !WITHOUT_STRUCTURE.contains(name);
  }

  /** The extension replaces changes by subclasses; without it, Liquibase runs the replaced ones. */
  private boolean supports(Change change) {
    if (liquibaseSqlite || !change.getClass().getPackageName().startsWith(EXTENSION)) {
      return change.supports(database);
    }
    try {
      Class<?> replaced = change.getClass().getSuperclass();
      return ((Change) replaced.getConstructor().newInstance()).supports(database);
    } catch (ReflectiveOperationException | RuntimeException e) {
      return false;
    }
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
      for (Sql sql :
          SqlGeneratorFactory.getInstance()
              .generateSql(change.generateStatements(database), database)) {
        statements.addAll(SqlScript.read(modified(changeSet, sql.toSql())));
      }
    } catch (RuntimeException e) {
      return List.of();
    }
    return statements;
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

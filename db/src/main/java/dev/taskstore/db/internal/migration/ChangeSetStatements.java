package dev.taskstore.db.internal.migration;

import dev.taskstore.db.migration.ChangeSetSql;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import liquibase.Contexts;
import liquibase.Scope;
import liquibase.change.AbstractSQLChange;
import liquibase.change.Change;
import liquibase.change.DbmsTargetedChange;
import liquibase.change.core.ExecuteShellCommandChange;
import liquibase.change.core.TagDatabaseChange;
import liquibase.change.custom.CustomChangeWrapper;
import liquibase.change.custom.CustomSqlChange;
import liquibase.change.custom.CustomSqlRollback;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;
import liquibase.database.DatabaseList;
import liquibase.exception.LiquibaseException;
import liquibase.executor.ExecutorService;
import liquibase.executor.LoggingExecutor;
import liquibase.sql.Sql;
import liquibase.sql.visitor.SqlVisitor;
import liquibase.sqlgenerator.SqlGeneratorFactory;
import liquibase.statement.SqlStatement;

/** Generates the SQL of changesets for a database without running it. */
final class ChangeSetStatements {

  private final Database database;
  private final Contexts contexts;

  ChangeSetStatements(Database database, Contexts contexts) {
    this.database = database;
    this.contexts = contexts;
  }

  /** Generates plain statements instead of batches for changes that load data. */
  void onlyShow() {
    ExecutorService executors = Scope.getCurrentScope().getSingleton(ExecutorService.class);
    executors.setExecutor(
        "jdbc",
        database,
        new LoggingExecutor(
            executors.getExecutor("jdbc", database), Writer.nullWriter(), database));
  }

  ChangeSetSql forward(ChangeSet changeSet) {
    List<SqlVisitor> visitors = visitors(changeSet, false);
    List<String> statements = new ArrayList<>();
    for (Change change : changes(changeSet.getChanges())) {
      if (runsProgram(change, CustomSqlChange.class)) {
        statements.add(program(change));
      } else {
        add(statements, change.generateStatements(database), visitors);
      }
    }
    return sql(changeSet, statements);
  }

  ChangeSetSql back(ChangeSet changeSet) throws LiquibaseException {
    List<SqlVisitor> visitors = visitors(changeSet, true);
    List<String> statements = new ArrayList<>();
    if (changeSet.hasCustomRollbackChanges()) {
      for (Change change : changes(changeSet.getRollback().getChanges())) {
        if (runsProgram(change, CustomSqlChange.class)) {
          statements.add(program(change));
        } else {
          add(statements, change.generateStatements(database), visitors);
        }
      }
    } else {
      List<Change> reverse = new ArrayList<>(changes(changeSet.getChanges()));
      Collections.reverse(reverse);
      for (Change change : reverse) {
        if (runsProgram(change, CustomSqlRollback.class)) {
          statements.add(program(change));
        } else {
          add(statements, change.generateRollbackStatements(database), visitors);
        }
      }
    }
    return sql(changeSet, statements);
  }

  private static ChangeSetSql sql(ChangeSet changeSet, List<String> statements) {
    return new ChangeSetSql(
        changeSet.getFilePath(), changeSet.getId(), changeSet.getAuthor(), statements);
  }

  /** The changes that apply to this database, without those that only set a tag. */
  List<Change> changes(List<Change> all) {
    return all.stream()
        .filter(change -> !(change instanceof TagDatabaseChange))
        .filter(
            change ->
                !(change instanceof DbmsTargetedChange targeted)
                    || DatabaseList.definitionMatches(targeted.getDbms(), database, true))
        .toList();
  }

  /** The modifySql visitors of a changeset that apply to this database. */
  List<SqlVisitor> visitors(ChangeSet changeSet, boolean isRollback) {
    return changeSet.getSqlVisitors().stream()
        .filter(visitor -> !isRollback || visitor.isApplyToRollback())
        .filter(
            visitor -> DatabaseList.definitionMatches(visitor.getApplicableDbms(), database, true))
        .filter(
            visitor ->
                visitor.getContextFilter() == null || visitor.getContextFilter().matches(contexts))
        .toList();
  }

  /** The SQL of a change before modifySql. */
  String text(AbstractSQLChange change) {
    StringBuilder text = new StringBuilder();
    for (SqlStatement statement : change.generateStatements(database)) {
      for (Sql sql : SqlGeneratorFactory.getInstance().generateSql(statement, database)) {
        text.append(sql.toSql()).append(";\n");
      }
    }
    return text.toString();
  }

  private static boolean runsProgram(Change change, Class<?> givesSql) {
    return isShellCommand(change)
        || (change instanceof CustomChangeWrapper wrapper
            && !givesSql.isInstance(wrapper.getCustomChange()));
  }

  static boolean isShellCommand(Change change) {
    return change instanceof ExecuteShellCommandChange;
  }

  private static String program(Change change) {
    return change instanceof CustomChangeWrapper wrapper
        ? "-- runs the class " + wrapper.getClassName()
        : "-- runs a program of the operating system";
  }

  private void add(List<String> target, SqlStatement[] statements, List<SqlVisitor> visitors) {
    for (Sql sql : SqlGeneratorFactory.getInstance().generateSql(statements, database)) {
      String text = sql.toSql();
      for (SqlVisitor visitor : visitors) {
        text = visitor.modifySql(text, database);
      }
      target.add(text.strip());
    }
  }
}

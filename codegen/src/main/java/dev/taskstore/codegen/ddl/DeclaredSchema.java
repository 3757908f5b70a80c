package dev.taskstore.codegen.ddl;

import dev.taskstore.codegen.changelog.ChangeSetKey;
import dev.taskstore.codegen.changelog.ChangelogScript;
import dev.taskstore.codegen.changelog.ScriptedChangeSet;
import dev.taskstore.codegen.sql.AlterTable;
import dev.taskstore.codegen.sql.ColumnDefinition;
import dev.taskstore.codegen.sql.CommentOn;
import dev.taskstore.codegen.sql.ConstraintDefinition;
import dev.taskstore.codegen.sql.CreateIndex;
import dev.taskstore.codegen.sql.CreateTable;
import dev.taskstore.codegen.sql.DropObject;
import dev.taskstore.codegen.sql.RenameIndex;
import dev.taskstore.codegen.sql.SqlScript;
import dev.taskstore.codegen.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The schema that the DDL statements of one kind of database declare, with types, defaults, checks
 * and indexes as they are written.
 *
 * <p>Statements are applied in order. Renamed tables and columns keep their indexes, constraints
 * and comments, and the expressions and foreign keys that use them get the new name; what is
 * dropped takes its indexes and constraints along. Statements that are not DDL change nothing.
 * Names are compared without regard to case.
 *
 * <p>Mutable; for one thread. The tables that it returns are immutable.
 */
public final class DeclaredSchema {

  private final Map<String, DeclaredTable> tables = new LinkedHashMap<>();

  /** Creates an empty schema. */
  public DeclaredSchema() {}

  /**
   * Applies the statements of a changelog.
   *
   * @param script the statements for one kind of database
   * @param contexts the Liquibase contexts; if empty, only changesets without a context are applied
   * @return the declared schema
   */
  public static DeclaredSchema of(ChangelogScript script, List<String> contexts) {
    return of(script, changeSet -> changeSet.runsIn(contexts));
  }

  /**
   * Applies the statements of some changesets of a changelog.
   *
   * @param script the statements for one kind of database
   * @param applied returns whether a changeset is applied
   * @return the declared schema
   */
  public static DeclaredSchema of(ChangelogScript script, Predicate<ScriptedChangeSet> applied) {
    DeclaredSchema schema = new DeclaredSchema();
    for (ScriptedChangeSet changeSet : script.changeSets()) {
      if (applied.test(changeSet)) {
        for (String sql : changeSet.up()) {
          SqlScript.read(sql).forEach(statement -> schema.apply(changeSet.key(), statement));
        }
      }
    }
    return schema;
  }

  /**
   * Returns the tables.
   *
   * @return a copy, in the order in which the tables got their names
   */
  public List<DeclaredTable> tables() {
    return List.copyOf(tables.values());
  }

  /**
   * Finds a table.
   *
   * @param table the name
   * @return the table, or empty when no statement has declared or changed it
   */
  public Optional<DeclaredTable> table(String table) {
    return Optional.ofNullable(tables.get(folded(table)));
  }

  /**
   * Applies a statement.
   *
   * @param changeSet the changeset of the statement
   * @param statement the statement
   */
  public void apply(ChangeSetKey changeSet, Statement statement) {
    if (statement instanceof CreateTable created) {
      create(changeSet, created);
    } else if (statement instanceof AlterTable altered) {
      altered.actions().forEach(action -> alter(changeSet, altered.table(), action));
    } else if (statement instanceof CreateIndex index) {
      change(index.table(), table -> table.withIndex(DeclaredIndex.of(changeSet, index)));
    } else if (statement instanceof RenameIndex renamed) {
      changeAll(table -> table.withIndexRenamed(renamed.index(), renamed.name()));
    } else if (statement instanceof CommentOn comment) {
      comment(comment);
    } else if (statement instanceof DropObject dropped) {
      dropped.names().forEach(name -> drop(dropped, name));
    }
  }

  private void create(ChangeSetKey changeSet, CreateTable created) {
    if (tables.containsKey(folded(created.table()))) {
      // IF NOT EXISTS: the table stays as it is.
      return;
    }
    DeclaredTable table =
        DeclaredTable.empty(Optional.of(changeSet), created.table(), created.options());
    for (ColumnDefinition column : created.columns()) {
      table = table.withColumn(changeSet, column);
    }
    for (ConstraintDefinition constraint : created.constraints()) {
      table = table.withConstraint(changeSet, constraint);
    }
    put(table);
  }

  private void alter(ChangeSetKey changeSet, String table, AlterTable.Action action) {
    if (action instanceof AlterTable.RenameTable renamed) {
      renameTable(table, renamed.name());
    } else if (action instanceof AlterTable.RenameColumn renamed) {
      change(table, found -> found.withColumnRenamed(renamed.column(), renamed.name()));
      changeReferences(
          key -> key.withReferencedColumnRenamed(table, renamed.column(), renamed.name()));
    } else if (action instanceof AlterTable.DropColumn dropped) {
      change(table, found -> found.withoutColumn(dropped.column()));
      changeAll(other -> other.withoutConstraints(key -> key.refersTo(table, dropped.column())));
    } else {
      change(table, found -> altered(changeSet, found, action));
    }
  }

  private static DeclaredTable altered(
      ChangeSetKey changeSet, DeclaredTable table, AlterTable.Action action) {
    if (action instanceof AlterTable.AddColumn added) {
      return table.withColumn(changeSet, added.column());
    }
    if (action instanceof AlterTable.AddConstraint added) {
      return table.withConstraint(changeSet, added.constraint());
    }
    if (action instanceof AlterTable.DropConstraint dropped) {
      return table.withoutConstraint(dropped.constraint());
    }
    if (action instanceof AlterTable.RenameConstraint renamed) {
      return table.withConstraintRenamed(renamed.constraint(), renamed.name());
    }
    return action instanceof AlterTable.AlterColumn altered
        ? table.withColumnAltered(altered.column(), altered.change())
        : table;
  }

  private void renameTable(String from, String to) {
    DeclaredTable table = Optional.ofNullable(tables.remove(folded(from))).orElse(unknown(from));
    put(table.withName(to));
    changeReferences(key -> key.withReferencedTableRenamed(from, to));
  }

  private void drop(DropObject dropped, String name) {
    if (dropped.kind().equals("TABLE")) {
      tables.remove(folded(name));
      if (dropped.cascade()) {
        changeAll(table -> table.withoutConstraints(key -> key.refersTo(name)));
      }
    } else if (dropped.kind().equals("INDEX")) {
      changeAll(table -> table.withoutIndex(name));
    }
  }

  private void comment(CommentOn comment) {
    Optional<String> text = comment.comment().filter(written -> !written.isBlank());
    switch (comment.kind()) {
      case "TABLE" -> changeKnown(comment.object(), table -> table.withComment(text));
      case "COLUMN" ->
          comment
              .column()
              .ifPresent(
                  column ->
                      changeKnown(
                          comment.object(), table -> table.withColumnComment(column, text)));
      case "INDEX" -> changeAll(table -> table.withIndexComment(comment.object(), text));
      default -> {
        // Comments on other objects are not part of this model.
      }
    }
  }

  /** Changes a table; of one that is not known, only what statements say about it from now on. */
  private void change(String table, UnaryOperator<DeclaredTable> change) {
    put(change.apply(table(table).orElseGet(() -> unknown(table))));
  }

  private void changeKnown(String table, UnaryOperator<DeclaredTable> change) {
    table(table).map(change).ifPresent(this::put);
  }

  private void changeAll(UnaryOperator<DeclaredTable> change) {
    tables.replaceAll((key, table) -> change.apply(table));
  }

  private void changeReferences(UnaryOperator<DeclaredConstraint> change) {
    changeAll(table -> table.withConstraintsMapped(change));
  }

  private void put(DeclaredTable table) {
    tables.put(folded(table.name()), table);
  }

  private static DeclaredTable unknown(String table) {
    return DeclaredTable.empty(Optional.empty(), table, List.of());
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}

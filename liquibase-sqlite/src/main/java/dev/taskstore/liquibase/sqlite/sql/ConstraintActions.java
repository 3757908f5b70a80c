package dev.taskstore.liquibase.sqlite.sql;

import dev.taskstore.liquibase.sqlite.change.AddForeignKeyConstraintChangeSqlite;
import dev.taskstore.liquibase.sqlite.change.AddPrimaryKeyChangeSqlite;
import dev.taskstore.liquibase.sqlite.change.AddUniqueConstraintChangeSqlite;
import dev.taskstore.liquibase.sqlite.change.DropForeignKeyConstraintChangeSqlite;
import dev.taskstore.liquibase.sqlite.change.DropPrimaryKeyChangeSqlite;
import dev.taskstore.liquibase.sqlite.change.DropUniqueConstraintChangeSqlite;
import dev.taskstore.liquibase.sqlite.text.Names;
import dev.taskstore.liquibase.sqlite.type.ColumnType;
import dev.taskstore.liquibase.sqlite.type.ConstraintNames;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import liquibase.change.Change;
import liquibase.database.Database;
import liquibase.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** The actions of ALTER TABLE that add and drop constraints. */
final class ConstraintActions {

  private final String table;
  private final TableColumns columns;
  private final Database database;
  private final List<SqlStatement> statements;

  /**
   * Creates the actions.
   *
   * @param statements receives the statements
   */
  ConstraintActions(
      String table, TableColumns columns, Database database, List<SqlStatement> statements) {
    this.table = table;
    this.columns = columns;
    this.database = database;
    this.statements = statements;
  }

  private void run(Change change) {
    statements.addAll(Arrays.asList(change.generateStatements(database)));
  }

  /** Adds a constraint of the table. */
  void add(SqlReader reader, @Nullable String name) {
    add(ConstraintSql.ofTable(reader), name, null);
  }

  /**
   * Adds a constraint.
   *
   * @param column the column that the statement adds with it, or null
   */
  void add(ConstraintSql constraint, @Nullable String name, @Nullable ColumnSql column) {
    List<String> names = constraint.columns();
    String list = String.join(", ", names);
    switch (constraint.kind()) {
      case PRIMARY_KEY -> {
        AddPrimaryKeyChangeSqlite change = new AddPrimaryKeyChangeSqlite();
        change.setTableName(table);
        change.setColumnNames(list);
        change.setConstraintName(name);
        run(change);
      }
      case UNIQUE -> {
        AddUniqueConstraintChangeSqlite change = new AddUniqueConstraintChangeSqlite();
        change.setTableName(table);
        change.setColumnNames(list);
        change.setConstraintName(name);
        run(change);
      }
      case FOREIGN_KEY -> run(foreignKey(constraint, name));
      case CHECK -> {
        Set<String> used = new HashSet<>(columns.definition().constraintNames());
        String given =
            name == null ? constraint.givenName(table, c -> type(c, column), used) : name;
        statements.add(
            new TranslatedSql(
                "ALTER TABLE "
                    + Names.quote(table)
                    + " ADD CONSTRAINT "
                    + Names.quote(given)
                    + " CHECK ("
                    + constraint.condition(c -> type(c, column))
                    + ")"));
      }
    }
  }

  private @Nullable ColumnType type(String name, @Nullable ColumnSql added) {
    return added != null && added.name().equals(name) ? added.type() : columns.type(name);
  }

  private Change foreignKey(ConstraintSql constraint, @Nullable String name) {
    ConstraintSql.Reference reference = constraint.reference();
    if (reference == null) {
      throw new NotTranslatedException("The foreign key references nothing.");
    }
    AddForeignKeyConstraintChangeSqlite change = new AddForeignKeyConstraintChangeSqlite();
    change.setBaseTableName(table);
    change.setBaseColumnNames(String.join(", ", constraint.columns()));
    change.setConstraintName(
        name == null ? ConstraintNames.foreignKey(table, constraint.columns()) : name);
    change.setReferencedTableName(reference.table());
    List<String> referenced = reference.columns();
    if (referenced.isEmpty()) {
      referenced = RowsSql.existing(database, reference.table()).definition().primaryKey();
    }
    change.setReferencedColumnNames(String.join(", ", referenced));
    change.setOnDelete(reference.onDelete());
    change.setOnUpdate(reference.onUpdate());
    change.setDeferrable(reference.deferrable());
    change.setInitiallyDeferred(reference.initiallyDeferred());
    return change;
  }

  /** Drops a constraint of any kind. */
  void drop(SqlReader reader) {
    boolean ifExists = reader.accept("if", "exists");
    String name = reader.name();
    ConstraintKind kind = ConstraintKind.of(columns.definition(), name);
    if (kind == null && ifExists) {
      return;
    }
    if (kind == null || (!reader.atEnd() && !reader.accept("restrict"))) {
      throw new NotTranslatedException("The constraint is not known.");
    }
    switch (kind) {
      case PRIMARY_KEY -> {
        DropPrimaryKeyChangeSqlite change = new DropPrimaryKeyChangeSqlite();
        change.setTableName(table);
        change.setConstraintName(name);
        run(change);
      }
      case UNIQUE -> {
        DropUniqueConstraintChangeSqlite change = new DropUniqueConstraintChangeSqlite();
        change.setTableName(table);
        change.setConstraintName(name);
        run(change);
      }
      case FOREIGN_KEY -> {
        DropForeignKeyConstraintChangeSqlite change = new DropForeignKeyConstraintChangeSqlite();
        change.setBaseTableName(table);
        change.setConstraintName(name);
        run(change);
      }
      case CHECK ->
          statements.add(
              new TranslatedSql(
                  "ALTER TABLE " + Names.quote(table) + " DROP CONSTRAINT " + Names.quote(name)));
    }
  }
}

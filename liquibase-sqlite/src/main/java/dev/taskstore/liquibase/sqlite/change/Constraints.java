package dev.taskstore.liquibase.sqlite.change;

import dev.taskstore.liquibase.sqlite.rebuild.TableChange;
import dev.taskstore.liquibase.sqlite.text.ColumnConstraint;
import dev.taskstore.liquibase.sqlite.text.Names;
import dev.taskstore.liquibase.sqlite.text.TableConstraint;
import dev.taskstore.liquibase.sqlite.text.TableDefinition;
import java.util.Arrays;
import java.util.List;
import liquibase.exception.DatabaseException;
import org.jspecify.annotations.Nullable;

/** Finds and removes constraints of a definition, whether a column or the table has them. */
final class Constraints {

  private Constraints() {}

  /** Splits a list of columns in a changelog. */
  static List<String> columns(@Nullable String commaSeparated) {
    return commaSeparated == null
        ? List.of()
        : Arrays.stream(commaSeparated.split(",")).map(String::strip).toList();
  }

  static void requireColumns(TableDefinition table, List<String> columns) throws DatabaseException {
    for (String column : columns) {
      if (table.column(column).isEmpty()) {
        throw new DatabaseException("The table " + table.name() + " has no column " + column + ".");
      }
    }
  }

  /** The clause {@code CONSTRAINT name}, with a blank at its end; empty without a name. */
  static String named(@Nullable String name) {
    return name == null || name.isBlank() ? "" : "CONSTRAINT " + Names.quote(name) + " ";
  }

  static void requireNewName(TableDefinition table, @Nullable String name)
      throws DatabaseException {
    if (name != null && table.constraintNames().stream().anyMatch(n -> Names.same(n, name))) {
      throw new DatabaseException(
          "The table " + table.name() + " already has a constraint " + name + ".");
    }
  }

  /** Removes the constraint of a kind that has a name. */
  static void drop(
      TableChange change,
      ColumnConstraint.Kind columnKind,
      TableConstraint.Kind tableKind,
      String name)
      throws DatabaseException {
    TableDefinition before = change.definition();
    change.define(
        table ->
            table.dropConstraints(
                c -> c.kind() == tableKind && c.name() != null && Names.same(c.name(), name)));
    before
        .columns()
        .forEach(
            column ->
                change.define(
                    table ->
                        table.changeColumn(
                            column.name(),
                            c ->
                                c.without(
                                    k ->
                                        k.kind() == columnKind
                                            && k.name() != null
                                            && Names.same(k.name(), name)))));
    if (before.sql().equals(change.definition().sql())) {
      throw new DatabaseException(
          "The table "
              + before.name()
              + " has no such constraint "
              + name
              + ". Its named constraints: "
              + (before.constraintNames().isEmpty()
                  ? "none"
                  : String.join(", ", before.constraintNames()))
              + ".");
    }
  }
}

package dev.taskstore.codegen.specification;

import dev.taskstore.codegen.changelog.ChangeSetScript;
import dev.taskstore.codegen.changelog.ChangelogScript;
import dev.taskstore.codegen.sql.AlterTable;
import dev.taskstore.codegen.sql.ColumnDefinition;
import dev.taskstore.codegen.sql.CommentOn;
import dev.taskstore.codegen.sql.ConstraintDefinition;
import dev.taskstore.codegen.sql.CreateIndex;
import dev.taskstore.codegen.sql.CreateTable;
import dev.taskstore.codegen.sql.DropObject;
import dev.taskstore.codegen.sql.SqlScript;
import dev.taskstore.codegen.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the statements for one kind of database declare, as they are written: the types, defaults
 * and checks that a reading through H2 would lose, and the indexes that H2 cannot have. For one
 * thread.
 */
final class DeclaredSchema {

  private static final String RENAME_TABLE = "(?is)rename\\s+to\\s+\"?(\\w+)\"?";
  private static final String RENAME_COLUMN =
      "(?is)rename\\s+(?:column\\s+)?\"?(\\w+)\"?\\s+to\\s+\"?(\\w+)\"?";

  private final String database;
  private final Map<String, Table> tables = new LinkedHashMap<>();
  private final Map<String, CreateIndex> indexes = new LinkedHashMap<>();
  private final Map<String, String> indexComments = new LinkedHashMap<>();

  /** A table with what has been declared of it. */
  private static final class Table {
    final Map<String, ColumnDefinition> columns = new LinkedHashMap<>();
    final Map<String, ConstraintDefinition> constraints = new LinkedHashMap<>();
    String options = "";

    void add(ColumnDefinition column) {
      columns.put(column.name(), column);
      column.constraints().forEach(this::add);
    }

    void add(ConstraintDefinition constraint) {
      constraint.name().ifPresent(name -> constraints.put(name, constraint));
    }
  }

  private DeclaredSchema(String database) {
    this.database = database;
  }

  static DeclaredSchema of(ChangelogScript script, List<String> contexts) {
    DeclaredSchema schema = new DeclaredSchema(script.database());
    for (ChangeSetScript changeSet : script.changeSets()) {
      if (changeSet.runsIn(contexts)) {
        for (String sql : changeSet.up()) {
          SqlScript.read(sql).forEach(schema::apply);
        }
      }
    }
    return schema;
  }

  String database() {
    return database;
  }

  Optional<ColumnDefinition> column(String table, String column) {
    return Optional.ofNullable(tables.get(table)).map(found -> found.columns.get(column));
  }

  /** The named checks of a table in the order of their declaration. */
  List<ConstraintDefinition> checks(String table) {
    return Optional.ofNullable(tables.get(table)).stream()
        .flatMap(found -> found.constraints.values().stream())
        .filter(constraint -> constraint.kind() == ConstraintDefinition.Kind.CHECK)
        .toList();
  }

  List<CreateIndex> indexes(String table) {
    return indexes.values().stream().filter(index -> index.table().equals(table)).toList();
  }

  String indexComment(String index) {
    return indexComments.getOrDefault(index, "");
  }

  String options(String table) {
    return Optional.ofNullable(tables.get(table)).map(found -> found.options).orElse("");
  }

  private void apply(Statement statement) {
    if (statement instanceof CreateTable create) {
      Table table = new Table();
      create.columns().forEach(table::add);
      create.constraints().forEach(table::add);
      table.options = String.join(", ", create.options());
      tables.put(create.table(), table);
    } else if (statement instanceof AlterTable alter) {
      alter.actions().forEach(action -> apply(alter.table(), action));
    } else if (statement instanceof CreateIndex index) {
      index.index().ifPresent(name -> indexes.put(name, index));
    } else if (statement instanceof CommentOn comment && comment.kind().equals("INDEX")) {
      indexComments.put(comment.object(), comment.comment().orElse(""));
    } else if (statement instanceof DropObject drop) {
      drop(drop);
    }
  }

  private void apply(String name, AlterTable.Action action) {
    Table table = tables.computeIfAbsent(name, created -> new Table());
    if (action instanceof AlterTable.AddColumn add) {
      table.add(add.column());
    } else if (action instanceof AlterTable.AddConstraint add) {
      table.add(add.constraint());
    } else if (action instanceof AlterTable.DropColumn drop) {
      table.columns.remove(drop.column());
    } else if (action instanceof AlterTable.DropConstraint drop) {
      table.constraints.remove(drop.constraint());
    } else if (action instanceof AlterTable.AlterColumn alter) {
      table.columns.computeIfPresent(
          alter.column(), (column, definition) -> altered(definition, alter.change()));
    } else if (action instanceof AlterTable.OtherAction other) {
      rename(name, table, other.text());
    }
  }

  private static ColumnDefinition altered(ColumnDefinition column, String change) {
    String lower = change.toLowerCase(Locale.ROOT);
    String type = column.type();
    Optional<String> defaultExpression = column.defaultExpression();
    if (lower.startsWith("set data type ")) {
      type = withoutUsing(change.substring("set data type ".length()));
    } else if (lower.startsWith("type ")) {
      type = withoutUsing(change.substring("type ".length()));
    } else if (lower.startsWith("set default ")) {
      defaultExpression = Optional.of(change.substring("set default ".length()));
    } else if (lower.equals("drop default")) {
      defaultExpression = Optional.empty();
    }
    return new ColumnDefinition(
        column.name(),
        type,
        column.notNull(),
        defaultExpression,
        column.collation(),
        column.generated(),
        column.constraints());
  }

  private static String withoutUsing(String type) {
    return type.replaceAll("(?is)\\s+using\\s.*", "");
  }

  private void rename(String name, Table table, String action) {
    if (action.matches(RENAME_TABLE)) {
      tables.remove(name);
      tables.put(action.replaceAll(RENAME_TABLE, "$1"), table);
    } else if (action.matches(RENAME_COLUMN)) {
      ColumnDefinition column = table.columns.remove(action.replaceAll(RENAME_COLUMN, "$1"));
      if (column != null) {
        table.columns.put(action.replaceAll(RENAME_COLUMN, "$2"), column);
      }
    }
  }

  private void drop(DropObject drop) {
    for (String name : drop.names()) {
      if (drop.kind().equals("TABLE")) {
        tables.remove(name);
        indexes.values().removeIf(index -> index.table().equals(name));
      } else if (drop.kind().equals("INDEX")) {
        indexes.remove(name);
      }
    }
  }
}

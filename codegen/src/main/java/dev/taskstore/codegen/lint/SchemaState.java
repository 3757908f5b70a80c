package dev.taskstore.codegen.lint;

import dev.taskstore.codegen.sql.AlterTable;
import dev.taskstore.codegen.sql.ColumnDefinition;
import dev.taskstore.codegen.sql.CommentOn;
import dev.taskstore.codegen.sql.ConstraintDefinition;
import dev.taskstore.codegen.sql.CreateIndex;
import dev.taskstore.codegen.sql.CreateTable;
import dev.taskstore.codegen.sql.DropObject;
import dev.taskstore.codegen.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The schema as far as the changesets have come. For one thread. */
final class SchemaState {

  private static final String NAME = "\"?([\\w$]+)\"?";
  private static final Pattern RENAME_TABLE =
      Pattern.compile("RENAME TO " + NAME, Pattern.CASE_INSENSITIVE);
  private static final Pattern RENAME_COLUMN =
      Pattern.compile("RENAME (?:COLUMN )?" + NAME + " TO " + NAME, Pattern.CASE_INSENSITIVE);
  private static final Pattern NEW_TYPE =
      Pattern.compile("(?:SET DATA )?TYPE (.*?)(?: USING .*)?", Pattern.CASE_INSENSITIVE);
  private static final Pattern COLLATE =
      Pattern.compile("(.*) COLLATE \"?([\\w.-]+)\"?", Pattern.CASE_INSENSITIVE);

  private final Map<String, TableState> tables = new LinkedHashMap<>();

  List<TableState> tables() {
    return List.copyOf(tables.values());
  }

  Optional<TableState> table(String table) {
    return Optional.ofNullable(tables.get(TableState.folded(table)));
  }

  void apply(ChangeSetView changeSet, Statement statement) {
    if (statement instanceof CreateTable created) {
      create(changeSet, created);
    } else if (statement instanceof AlterTable altered) {
      table(altered.table())
          .ifPresent(table -> altered.actions().forEach(action -> alter(changeSet, table, action)));
    } else if (statement instanceof CreateIndex index) {
      table(index.table()).ifPresent(table -> table.keys.add(key(changeSet, index)));
    } else if (statement instanceof CommentOn comment) {
      comment(comment);
    } else if (statement instanceof DropObject dropped) {
      drop(dropped);
    }
  }

  private void create(ChangeSetView changeSet, CreateTable created) {
    TableState table = new TableState(changeSet, created.table());
    tables.putIfAbsent(TableState.folded(created.table()), table);
    created.columns().forEach(column -> addColumn(changeSet, table, column));
    created.constraints().forEach(constraint -> addConstraint(changeSet, table, constraint));
  }

  private static void addColumn(
      ChangeSetView changeSet, TableState table, ColumnDefinition definition) {
    ColumnState column = new ColumnState(changeSet, definition.name(), definition.type());
    column.notNull = definition.notNull();
    column.collation = definition.collation();
    table.add(column);
    definition.constraints().forEach(constraint -> addConstraint(changeSet, table, constraint));
  }

  private static void addConstraint(
      ChangeSetView changeSet, TableState table, ConstraintDefinition constraint) {
    switch (constraint.kind()) {
      case PRIMARY_KEY -> {
        table.keys.add(key(changeSet, KeyState.Kind.PRIMARY_KEY, constraint));
        for (String column : constraint.columns()) {
          table.column(column).ifPresent(found -> found.notNull = true);
        }
      }
      case UNIQUE -> table.keys.add(key(changeSet, KeyState.Kind.UNIQUE, constraint));
      case CHECK -> constraint.expression().ifPresent(table.checks::add);
      default -> {
        // Neither a key nor a condition.
      }
    }
  }

  private static KeyState key(
      ChangeSetView changeSet, KeyState.Kind kind, ConstraintDefinition constraint) {
    List<CreateIndex.Key> keys =
        constraint.columns().stream()
            .map(
                column -> new CreateIndex.Key(Optional.of(column), column, Optional.empty(), false))
            .toList();
    return new KeyState(
        changeSet,
        kind,
        constraint.name().orElseGet(() -> Naming.of(constraint)),
        keys,
        Optional.empty(),
        Optional.empty());
  }

  private static KeyState key(ChangeSetView changeSet, CreateIndex index) {
    return new KeyState(
        changeSet,
        KeyState.Kind.INDEX,
        index.index().orElse("an index of " + index.table()),
        index.keys(),
        index.method(),
        index.predicate());
  }

  private void alter(ChangeSetView changeSet, TableState table, AlterTable.Action action) {
    if (action instanceof AlterTable.AddColumn added) {
      addColumn(changeSet, table, added.column());
    } else if (action instanceof AlterTable.AddConstraint added) {
      addConstraint(changeSet, table, added.constraint());
    } else if (action instanceof AlterTable.DropColumn dropped) {
      table.dropColumn(dropped.column());
    } else if (action instanceof AlterTable.DropConstraint dropped) {
      table.keys.removeIf(key -> key.name().equalsIgnoreCase(dropped.constraint()));
    } else if (action instanceof AlterTable.AlterColumn altered) {
      table.column(altered.column()).ifPresent(column -> alter(column, altered.change()));
    } else if (action instanceof AlterTable.OtherAction other) {
      rename(table, other.text());
    }
  }

  private static void alter(ColumnState column, String change) {
    String upper = change.toUpperCase(Locale.ROOT);
    Matcher type = NEW_TYPE.matcher(change);
    if (upper.equals("SET NOT NULL")) {
      column.notNull = true;
    } else if (upper.equals("DROP NOT NULL")) {
      column.notNull = false;
    } else if (type.matches()) {
      Matcher collated = COLLATE.matcher(type.group(1));
      boolean matches = collated.matches();
      column.type = matches ? collated.group(1) : type.group(1);
      column.collation = matches ? Optional.of(collated.group(2)) : Optional.empty();
    }
  }

  private void rename(TableState table, String action) {
    Matcher renamedTable = RENAME_TABLE.matcher(action);
    Matcher renamedColumn = RENAME_COLUMN.matcher(action);
    if (renamedTable.matches()) {
      tables.remove(TableState.folded(table.name));
      table.name = renamedTable.group(1);
      tables.put(TableState.folded(table.name), table);
    } else if (renamedColumn.matches()) {
      table.renameColumn(renamedColumn.group(1), renamedColumn.group(2));
    }
  }

  private void comment(CommentOn comment) {
    boolean remarks = comment.comment().filter(text -> !text.isBlank()).isPresent();
    Optional<TableState> table = table(comment.object());
    if (comment.kind().equals("TABLE")) {
      table.ifPresent(found -> found.remarks = remarks);
    } else if (comment.kind().equals("COLUMN")) {
      table
          .flatMap(found -> comment.column().flatMap(found::column))
          .ifPresent(column -> column.remarks = remarks);
    }
  }

  private void drop(DropObject dropped) {
    for (String name : dropped.names()) {
      if (dropped.kind().equals("TABLE")) {
        tables.remove(TableState.folded(name));
      } else if (dropped.kind().equals("INDEX")) {
        tables
            .values()
            .forEach(table -> table.keys.removeIf(key -> key.name().equalsIgnoreCase(name)));
      }
    }
  }
}

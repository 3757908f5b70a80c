package dev.taskstore.liquibase.sqlite.sql;

import dev.taskstore.liquibase.sqlite.text.Names;
import dev.taskstore.liquibase.sqlite.text.Token;
import dev.taskstore.liquibase.sqlite.type.ColumnType;
import dev.taskstore.liquibase.sqlite.type.ConstraintNames;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A constraint in the terms of PostgreSQL, without NOT NULL and DEFAULT.
 *
 * @param kind the kind
 * @param name the name, or null
 * @param columns the columns; those of a CHECK are empty
 * @param reference the clause after REFERENCES, or null
 * @param condition the tokens of the condition of a CHECK
 */
record ConstraintSql(
    Kind kind,
    @Nullable String name,
    List<String> columns,
    @Nullable Reference reference,
    List<Token> condition) {

  enum Kind {
    PRIMARY_KEY,
    UNIQUE,
    CHECK,
    FOREIGN_KEY
  }

  /**
   * What a foreign key references.
   *
   * @param columns the columns; empty for the primary key
   * @param onDelete the action, or null
   * @param onUpdate the action, or null
   */
  record Reference(
      String table,
      List<String> columns,
      @Nullable String onDelete,
      @Nullable String onUpdate,
      boolean deferrable,
      boolean initiallyDeferred) {

    String sql() {
      return "REFERENCES "
          + Names.quote(table)
          + (columns.isEmpty() ? "" : " (" + Names.quoteAll(columns) + ")")
          + (onDelete == null ? "" : " ON DELETE " + onDelete)
          + (onUpdate == null ? "" : " ON UPDATE " + onUpdate)
          + (initiallyDeferred
              ? " DEFERRABLE INITIALLY DEFERRED"
              : deferrable ? " DEFERRABLE INITIALLY IMMEDIATE" : "");
    }
  }

  static ConstraintSql ofTable(SqlReader reader) {
    String name = reader.accept("constraint") ? reader.name() : null;
    if (reader.accept("primary", "key")) {
      return ended(
          reader, new ConstraintSql(Kind.PRIMARY_KEY, name, reader.names(), null, List.of()));
    }
    if (reader.accept("unique")) {
      return ended(reader, new ConstraintSql(Kind.UNIQUE, name, reader.names(), null, List.of()));
    }
    if (reader.accept("check")) {
      return ended(
          reader, new ConstraintSql(Kind.CHECK, name, List.of(), null, reader.parenthesized()));
    }
    reader.expect("foreign", "key");
    List<String> columns = reader.names();
    reader.expect("references");
    return ended(
        reader, new ConstraintSql(Kind.FOREIGN_KEY, name, columns, reference(reader), List.of()));
  }

  private static ConstraintSql ended(SqlReader reader, ConstraintSql constraint) {
    reader.expectEnd();
    return constraint;
  }

  static ConstraintSql ofColumn(SqlReader reader, @Nullable String name, String column) {
    List<String> columns = List.of(column);
    if (reader.accept("primary", "key")) {
      return new ConstraintSql(Kind.PRIMARY_KEY, name, columns, null, List.of());
    }
    if (reader.accept("unique")) {
      return new ConstraintSql(Kind.UNIQUE, name, columns, null, List.of());
    }
    if (reader.accept("check")) {
      return new ConstraintSql(Kind.CHECK, name, List.of(), null, reader.parenthesized());
    }
    reader.expect("references");
    return new ConstraintSql(Kind.FOREIGN_KEY, name, columns, reference(reader), List.of());
  }

  private static Reference reference(SqlReader reader) {
    String table = reader.table();
    List<String> columns = reader.nextIsSymbol('(') ? reader.names() : List.of();
    String onDelete = null;
    String onUpdate = null;
    boolean deferrable = false;
    boolean deferred = false;
    while (true) {
      if (reader.accept("on", "delete")) {
        onDelete = action(reader);
      } else if (reader.accept("on", "update")) {
        onUpdate = action(reader);
      } else if (reader.accept("not", "deferrable") || reader.accept("match", "simple")) {
        deferrable = false;
      } else if (reader.accept("deferrable")) {
        deferrable = true;
      } else if (reader.accept("initially", "deferred")) {
        deferred = true;
      } else if (!reader.accept("initially", "immediate")) {
        break;
      }
    }
    return new Reference(table, columns, onDelete, onUpdate, deferrable || deferred, deferred);
  }

  private static String action(SqlReader reader) {
    String first = reader.next().text().toUpperCase(Locale.ROOT);
    return switch (first) {
      case "CASCADE", "RESTRICT" -> first;
      case "NO" -> {
        reader.expect("action");
        yield "NO ACTION";
      }
      case "SET" -> {
        boolean toDefault = reader.accept("default");
        if (!toDefault) {
          reader.expect("null");
        }
        yield toDefault ? "SET DEFAULT" : "SET NULL";
      }
      default -> throw new NotTranslatedException("Expected an action.");
    };
  }

  /** Returns the constraint as one of a table. A constraint without a name gets PostgreSQL's. */
  String sql(String table, Function<String, @Nullable ColumnType> types, Set<String> names) {
    String prefix = "CONSTRAINT " + Names.quote(givenName(table, types, names)) + " ";
    return switch (kind) {
      case PRIMARY_KEY -> prefix + "PRIMARY KEY (" + Names.quoteAll(columns) + ")";
      case UNIQUE -> prefix + "UNIQUE (" + Names.quoteAll(columns) + ")";
      case CHECK -> prefix + "CHECK (" + condition(types) + ")";
      case FOREIGN_KEY ->
          prefix
              + "FOREIGN KEY ("
              + Names.quoteAll(columns)
              + ") "
              + (reference == null ? "" : reference.sql());
    };
  }

  String condition(Function<String, @Nullable ColumnType> types) {
    return new ExpressionText(condition, types).text();
  }

  String givenName(String table, Function<String, @Nullable ColumnType> types, Set<String> names) {
    String base = name == null ? defaultName(table, types) : name;
    String unique = base;
    for (int i = 1; !names.add(unique); i++) {
      unique = base + i;
    }
    return unique;
  }

  private String defaultName(String table, Function<String, @Nullable ColumnType> types) {
    return switch (kind) {
      case PRIMARY_KEY -> ConstraintNames.primaryKey(table);
      case UNIQUE -> ConstraintNames.unique(table, columns);
      case FOREIGN_KEY -> ConstraintNames.foreignKey(table, columns);
      case CHECK -> {
        List<String> used =
            condition.stream()
                .filter(Token::isColumnName)
                .map(SqlReader::name)
                .filter(column -> types.apply(column) != null)
                .distinct()
                .toList();
        yield ConstraintNames.check(table, used.size() == 1 ? used.get(0) : "");
      }
    };
  }
}

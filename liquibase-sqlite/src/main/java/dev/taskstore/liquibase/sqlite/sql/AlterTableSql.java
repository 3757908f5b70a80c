package dev.taskstore.liquibase.sqlite.sql;

import dev.taskstore.liquibase.sqlite.change.AddColumnChangeSqlite;
import dev.taskstore.liquibase.sqlite.change.AddDefaultValueChangeSqlite;
import dev.taskstore.liquibase.sqlite.change.AddNotNullConstraintChangeSqlite;
import dev.taskstore.liquibase.sqlite.change.DropColumnChangeSqlite;
import dev.taskstore.liquibase.sqlite.change.DropDefaultValueChangeSqlite;
import dev.taskstore.liquibase.sqlite.change.DropNotNullConstraintChangeSqlite;
import dev.taskstore.liquibase.sqlite.change.ModifyDataTypeChangeSqlite;
import dev.taskstore.liquibase.sqlite.text.TableDefinition;
import dev.taskstore.liquibase.sqlite.text.Token;
import dev.taskstore.liquibase.sqlite.value.SchemaText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import liquibase.change.AddColumnConfig;
import liquibase.change.Change;
import liquibase.change.ConstraintsConfig;
import liquibase.database.Database;
import liquibase.statement.DatabaseFunction;
import liquibase.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** Runs the actions of ALTER TABLE as the changes of the same effect. */
final class AlterTableSql {

  private static final Set<String> TYPE_END = Set.of("using", "collate");

  private final String table;
  private final TableColumns columns;
  private final Database database;
  private final List<SqlStatement> statements = new ArrayList<>();
  private final ConstraintActions constraints;

  private AlterTableSql(String table, Database database) {
    this.table = table;
    this.columns = RowsSql.existing(database, table);
    this.database = database;
    this.constraints = new ConstraintActions(table, columns, database, statements);
  }

  /** Reads a statement after {@code ALTER TABLE}. */
  static List<SqlStatement> translate(SqlReader reader, Database database) {
    boolean ifExists = reader.accept("if", "exists");
    reader.accept("only");
    String table = reader.table();
    if (ifExists && TableColumns.of(database, table).isEmpty()) {
      return List.of();
    }
    AlterTableSql alter = new AlterTableSql(table, database);
    for (List<Token> action : SqlReader.split(reader.rest())) {
      SqlReader part = new SqlReader(reader.sql(), action);
      alter.run(part);
    }
    return alter.statements;
  }

  private void run(SqlReader action) {
    if (action.accept("add", "constraint")) {
      constraints.add(action, action.name());
    } else if (action.nextIs("add", "primary")
        || action.nextIs("add", "foreign")
        || action.nextIs("add", "unique")
        || action.nextIs("add", "check")) {
      action.expect("add");
      constraints.add(action, null);
    } else if (action.accept("add")) {
      action.accept("column");
      addColumn(action);
    } else if (action.accept("drop", "constraint")) {
      constraints.drop(action);
    } else if (action.accept("drop")) {
      action.accept("column");
      dropColumn(action);
    } else if (action.accept("alter")) {
      action.accept("column");
      alterColumn(action);
    } else if (!action.accept("owner", "to")) {
      throw new NotTranslatedException("The action has no equal.");
    }
  }

  private void add(Change change) {
    statements.addAll(Arrays.asList(change.generateStatements(database)));
  }

  private void addColumn(SqlReader reader) {
    boolean ifNotExists = reader.accept("if", "not", "exists");
    ColumnSql column = ColumnSql.read(table, reader);
    if (column.isStorageClass() && SchemaText.accepts(database, reader.sql())) {
      throw new NotTranslatedException("The type is a storage class of SQLite.");
    }
    if (ifNotExists && columns.definition().column(column.name()).isPresent()) {
      return;
    }
    AddColumnConfig config = new AddColumnConfig();
    config.setName(column.name());
    config.setType(column.type().toString());
    if (column.isGenerated()) {
      config.setAutoIncrement(true);
    }
    setDefault(config, column.defaultValue());
    ConstraintsConfig own = new ConstraintsConfig();
    if (column.isNotNull()) {
      own.setNullable(false);
    }
    List<ConstraintSql> others = new ArrayList<>();
    for (ConstraintSql constraint : column.constraints()) {
      if (constraint.kind() == ConstraintSql.Kind.PRIMARY_KEY) {
        own.setPrimaryKey(true).setPrimaryKeyName(constraint.name());
      } else {
        others.add(constraint);
      }
    }
    config.setConstraints(own);
    AddColumnChangeSqlite change = new AddColumnChangeSqlite();
    change.setTableName(table);
    change.addColumn(config);
    add(change);
    for (ConstraintSql constraint : others) {
      constraints.add(constraint, constraint.name(), column);
    }
  }

  private static void setDefault(AddColumnConfig config, @Nullable SqlValue value) {
    Object content = value == null ? null : value.value();
    if (content instanceof DatabaseFunction function) {
      config.setDefaultValueComputed(function);
    } else if (content instanceof Boolean condition) {
      config.setDefaultValueBoolean(condition);
    } else if (content instanceof Number number) {
      config.setDefaultValueNumeric(number);
    } else if (content instanceof String text) {
      if (text.equalsIgnoreCase("null")) {
        throw new NotTranslatedException("The default is a text that changes take for NULL.");
      }
      config.setDefaultValue(text);
    }
  }

  private void dropColumn(SqlReader reader) {
    boolean ifExists = reader.accept("if", "exists");
    String name = reader.name();
    TableDefinition definition = columns.definition();
    if (ifExists && definition.column(name).isEmpty()) {
      return;
    }
    if (!reader.atEnd() && !reader.accept("cascade")) {
      reader.expect("restrict");
    }
    if (isFree(definition, name) && SchemaText.accepts(database, reader.sql())) {
      throw new NotTranslatedException("SQLite has the same statement.");
    }
    DropColumnChangeSqlite change = new DropColumnChangeSqlite();
    change.setTableName(table);
    change.setColumnName(name);
    add(change);
  }

  /** Returns whether nothing but itself uses a column. */
  private boolean isFree(TableDefinition definition, String column) {
    return definition.constraints().stream().noneMatch(constraint -> constraint.uses(column))
        && !SchemaText.isIndexed(database, table, column);
  }

  private void alterColumn(SqlReader reader) {
    String name = reader.name();
    if (reader.accept("set", "not", "null")) {
      AddNotNullConstraintChangeSqlite change = new AddNotNullConstraintChangeSqlite();
      change.setTableName(table);
      change.setColumnName(name);
      add(change);
    } else if (reader.accept("drop", "not", "null")) {
      DropNotNullConstraintChangeSqlite change = new DropNotNullConstraintChangeSqlite();
      change.setTableName(table);
      change.setColumnName(name);
      add(change);
    } else if (reader.accept("drop", "default")) {
      DropDefaultValueChangeSqlite change = new DropDefaultValueChangeSqlite();
      change.setTableName(table);
      change.setColumnName(name);
      add(change);
    } else if (reader.accept("set", "default")) {
      add(defaultValue(name, SqlValue.of(reader.rest())));
    } else if (reader.accept("type") || reader.accept("set", "data", "type")) {
      ModifyDataTypeChangeSqlite change = new ModifyDataTypeChangeSqlite();
      change.setTableName(table);
      change.setColumnName(name);
      String type = reader.text(reader.until(TYPE_END));
      change.setNewDataType(type);
      if (reader.accept("using") && !isPlainCast(reader.rest(), name)) {
        throw new NotTranslatedException("The conversion has no equal.");
      }
      add(change);
    } else {
      throw new NotTranslatedException("The action has no equal.");
    }
    reader.expectEnd();
  }

  private static boolean isPlainCast(List<Token> tokens, String column) {
    return !tokens.isEmpty()
        && tokens.get(0).isColumnName()
        && SqlReader.name(tokens.get(0)).equals(column)
        && (tokens.size() == 1 || SqlValue.isCast(tokens, 1))
        && tokens.stream().skip(3).allMatch(SqlValue::isPartOfType);
  }

  private Change defaultValue(String name, @Nullable SqlValue value) {
    Object content = value == null ? null : value.value();
    AddDefaultValueChangeSqlite change = new AddDefaultValueChangeSqlite();
    change.setTableName(table);
    change.setColumnName(name);
    if (content instanceof DatabaseFunction function) {
      change.setDefaultValueComputed(function);
    } else if (content instanceof Boolean condition) {
      change.setDefaultValueBoolean(condition);
    } else if (content instanceof Number number) {
      change.setDefaultValueNumeric(number.toString());
    } else if (content instanceof String text && !text.equalsIgnoreCase("null")) {
      change.setDefaultValue(text);
    } else {
      throw new NotTranslatedException("The default has no equal.");
    }
    return change;
  }
}

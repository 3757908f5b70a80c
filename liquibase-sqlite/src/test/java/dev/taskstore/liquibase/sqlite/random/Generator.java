package dev.taskstore.liquibase.sqlite.random;

import dev.taskstore.liquibase.sqlite.text.ColumnConstraint;
import dev.taskstore.liquibase.sqlite.text.ColumnDefinition;
import dev.taskstore.liquibase.sqlite.text.TableConstraint;
import dev.taskstore.liquibase.sqlite.text.TableDefinition;
import dev.taskstore.liquibase.sqlite.type.ColumnType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Chooses the next step for the tables that exist. Most steps succeed; some fail everywhere. */
final class Generator {

  private static final List<String> TYPES =
      List.of(
          "bigint",
          "int",
          "boolean",
          "decimal(10,2)",
          "decimal(12,4)",
          "varchar(20)",
          "varchar(50)",
          "text");

  private final Random random;
  private int count;

  Generator(Random random) {
    this.random = random;
  }

  Step next(List<TableDefinition> tables) {
    if (tables.isEmpty()) {
      return createTable();
    }
    Step step = null;
    while (step == null) {
      step = step(tables, any(tables));
    }
    return step;
  }

  private @Nullable Step step(List<TableDefinition> tables, TableDefinition table) {
    return switch (random.nextInt(26)) {
      case 0 -> tables.size() < 4 ? createTable() : null;
      case 1, 2, 3 -> addColumn(tables, table);
      case 4, 5, 6, 7 -> row(table);
      case 8 -> dropColumn(table);
      case 9 -> renameColumn(table);
      case 10 ->
          change("<renameTable oldTableName='%s' newTableName='%s'/>", table.name(), name("t"));
      case 11 -> addNotNull(table);
      case 12 ->
          change(
              "<dropNotNullConstraint tableName='%s' columnName='%s'/>",
              table.name(), column(table));
      case 13, 14 -> addDefault(table);
      case 15 -> dropDefault(table);
      case 16, 17 -> addUnique(table);
      case 18 ->
          dropConstraint(
              table,
              TableConstraint.Kind.UNIQUE,
              "<dropUniqueConstraint tableName='%s' constraintName='%s'/>");
      case 19 -> addForeignKey(tables, table);
      case 20 ->
          dropConstraint(
              table,
              TableConstraint.Kind.FOREIGN_KEY,
              "<dropForeignKeyConstraint baseTableName='%s' constraintName='%s'/>");
      case 21, 22 -> modifyType(table);
      case 23 -> createIndex(table);
      case 24 -> rare(table);
      default -> keys(table);
    };
  }

  private @Nullable Step rare(TableDefinition table) {
    return switch (random.nextInt(6)) {
      case 0 -> change("<dropTable tableName='%s'/>", table.name());
      case 1 -> change("<dropTable tableName='%s' cascadeConstraints='true'/>", table.name());
      case 2 -> change("<dropAllForeignKeyConstraints baseTableName='%s'/>", table.name());
      case 3 -> merge(table);
      case 4 -> lookup(table);
      default -> change("<createView viewName='%s'>SELECT 1 AS one</createView>", name("v"));
    };
  }

  private Step keys(TableDefinition table) {
    return table.primaryKey().isEmpty()
        ? change(
            "<addPrimaryKey tableName='%s' columnNames='id' constraintName='%s'/>",
            table.name(), name("pk"))
        : change("<dropPrimaryKey tableName='%s'/>", table.name());
  }

  private Step createTable() {
    return change(
        "<createTable tableName='%s'><column name='id' type='bigint'><constraints primaryKey='true'"
            + " nullable='false' primaryKeyName='%s'/></column></createTable>",
        name("t"), name("pk"));
  }

  private Step addColumn(List<TableDefinition> tables, TableDefinition table) {
    String type = any(TYPES);
    StringBuilder columns = new StringBuilder();
    for (int i = random.nextInt(2); i >= 0; i--) {
      columns.append("<column name='").append(name("c")).append('\'');
      if (random.nextInt(6) == 0) {
        TableDefinition parent = any(tables);
        columns.append(" type='bigint'><constraints foreignKeyName='").append(name("fk"));
        columns.append("' references='").append(parent.name()).append("(id)'/></column>");
      } else {
        columns.append(" type='").append(type).append('\'').append(attributes(type)).append('>');
        columns.append(constraints()).append("</column>");
      }
    }
    return change("<addColumn tableName='%s'>%s</addColumn>", table.name(), columns);
  }

  private String attributes(String type) {
    String attribute =
        switch (random.nextInt(4)) {
          case 0 -> "defaultValue";
          case 1 -> "value";
          default -> "";
        };
    if (attribute.isEmpty()) {
      return "";
    }
    String suffix = type.equals("boolean") ? "Boolean" : isNumber(type) ? "Numeric" : "";
    return " " + attribute + suffix + "='" + value(type) + "'";
  }

  private static boolean isNumber(String type) {
    return type.endsWith("int") || type.equals("integer") || type.startsWith("decimal");
  }

  private String constraints() {
    return switch (random.nextInt(5)) {
      case 0 -> "<constraints nullable='false'/>";
      case 1 -> "<constraints unique='true' uniqueConstraintName='" + name("uq") + "'/>";
      default -> "";
    };
  }

  private @Nullable Step dropColumn(TableDefinition table) {
    String column = column(table);
    if (column.equals("id")) {
      return null;
    }
    return change("<dropColumn tableName='%s' columnName='%s'/>", table.name(), column);
  }

  private @Nullable Step renameColumn(TableDefinition table) {
    String column = column(table);
    return column.equals("id")
        ? null
        : change(
            "<renameColumn tableName='%s' oldColumnName='%s' newColumnName='%s'/>",
            table.name(), column, name("c"));
  }

  private Step addNotNull(TableDefinition table) {
    ColumnDefinition column = any(table.columns());
    String type = type(column);
    String value =
        random.nextInt(3) == 0 || type.equals("boolean")
            ? ""
            : " defaultNullValue='" + value(type) + "'";
    return change(
        "<addNotNullConstraint tableName='%s' columnName='%s' columnDataType='%s'%s/>",
        table.name(), column.name(), type, value);
  }

  private @Nullable Step addDefault(TableDefinition table) {
    ColumnDefinition column = any(table.columns());
    String type = type(column);
    String attribute =
        type.equals("boolean")
            ? "defaultValueBoolean"
            : isNumber(type) ? "defaultValueNumeric" : "defaultValue";
    return change(
        "<addDefaultValue tableName='%s' columnName='%s' columnDataType='%s' %s='%s'/>",
        table.name(), column.name(), type, attribute, value(type));
  }

  private @Nullable Step dropDefault(TableDefinition table) {
    return change(
        "<dropDefaultValue tableName='%s' columnName='%s'/>", table.name(), column(table));
  }

  /** A foreign key depends on one key of PostgreSQL, also if another one has the same columns. */
  private @Nullable Step addUnique(TableDefinition table) {
    String columns = column(table);
    if (columns.equals("id")) {
      return null;
    }
    String other = column(table);
    if (random.nextInt(2) == 0 && !other.equals(columns)) {
      columns += ", " + other;
    }
    return change(
        "<addUniqueConstraint tableName='%s' columnNames='%s' constraintName='%s'/>",
        table.name(), columns, name("uq"));
  }

  private @Nullable Step addForeignKey(List<TableDefinition> tables, TableDefinition table) {
    List<ColumnDefinition> columns =
        table.columns().stream().filter(c -> type(c).equals("bigint")).toList();
    if (columns.isEmpty()) {
      return null;
    }
    String actions =
        List.of("", " onDelete='CASCADE'", " onDelete='SET NULL' onUpdate='CASCADE'")
            .get(random.nextInt(3));
    return change(
        "<addForeignKeyConstraint baseTableName='%s' baseColumnNames='%s' referencedTableName='%s'"
            + " referencedColumnNames='id' constraintName='%s'%s/>",
        table.name(), any(columns).name(), any(tables).name(), name("fk"), actions);
  }

  private @Nullable Step dropConstraint(
      TableDefinition table, TableConstraint.Kind kind, String change) {
    List<String> names = new ArrayList<>();
    for (TableConstraint constraint : table.constraints()) {
      if (constraint.kind() == kind && constraint.name() != null) {
        names.add(constraint.name());
      }
    }
    ColumnConstraint.Kind columnKind =
        kind == TableConstraint.Kind.UNIQUE
            ? ColumnConstraint.Kind.UNIQUE
            : ColumnConstraint.Kind.REFERENCES;
    for (ColumnDefinition column : table.columns()) {
      for (ColumnConstraint constraint : column.constraints()) {
        if (constraint.kind() == columnKind && constraint.name() != null) {
          names.add(constraint.name());
        }
      }
    }
    return names.isEmpty() ? null : change(change, table.name(), any(names));
  }

  /** PostgreSQL converts neither a default value by a cast nor the columns of foreign keys. */
  private @Nullable Step modifyType(TableDefinition table) {
    ColumnDefinition column = any(table.columns());
    boolean referenced =
        column.name().equals("id")
            || column.has(ColumnConstraint.Kind.REFERENCES)
            || table.constraints().stream()
                .anyMatch(
                    c -> c.kind() == TableConstraint.Kind.FOREIGN_KEY && c.uses(column.name()));
    if (referenced) {
      return null;
    }
    boolean hasDefault = column.has(ColumnConstraint.Kind.DEFAULT);
    List<String> types =
        switch (type(column).replaceAll("\\(.*", "")) {
          case "bigint", "integer" ->
              column
                      .find(ColumnConstraint.Kind.DEFAULT)
                      .map(ColumnConstraint::defaultComment)
                      .orElse("")
                      .isEmpty()
                  ? List.of("bigint", "int", "decimal(12,4)", "varchar(50)", "text")
                  : List.of("bigint", "int", "decimal(12,4)");
          // PostgreSQL keeps the default value 0.5 of decimal(12,4) as the text 0.5, not 0.5000.
          case "decimal" ->
              hasDefault
                  ? List.of("decimal(10,2)", "decimal(12,4)", "int")
                  : List.of("decimal(10,2)", "decimal(12,4)", "int", "varchar(50)");
          case "boolean" -> hasDefault ? List.of("boolean") : List.of("int", "text");
          default ->
              hasDefault ? List.of("text", "varchar(50)") : List.of("int", "text", "varchar(50)");
        };
    return change(
        "<modifyDataType tableName='%s' columnName='%s' newDataType='%s'/>",
        table.name(), column.name(), any(types));
  }

  private Step createIndex(TableDefinition table) {
    String column = column(table);
    return change(
        "<createIndex tableName='%s' indexName='%s' unique='%s'><column name='%s'/></createIndex>",
        table.name(), name("ix"), !column.equals("id") && random.nextInt(3) == 0, column);
  }

  private @Nullable Step merge(TableDefinition table) {
    List<String> texts =
        table.columns().stream()
            .filter(c -> type(c).startsWith("varchar") || type(c).equals("text"))
            .map(ColumnDefinition::name)
            .toList();
    return texts.size() < 2
        ? null
        : change(
            "<mergeColumns tableName='%s' column1Name='%s' joinString='-' column2Name='%s'"
                + " finalColumnName='%s' finalColumnType='text'/>",
            table.name(), texts.get(0), texts.get(1), name("c"));
  }

  private @Nullable Step lookup(TableDefinition table) {
    ColumnDefinition column = any(table.columns());
    boolean text = type(column).startsWith("varchar") || type(column).equals("text");
    return column.name().equals("id") || !text
        ? null
        : change(
            "<addLookupTable existingTableName='%s' existingColumnName='%s' newTableName='%s'"
                + " newColumnName='id' newColumnDataType='%s' constraintName='%s'/>",
            table.name(), column.name(), name("t"), type(column), name("fk"));
  }

  private Step row(TableDefinition table) {
    Map<String, String> values = new LinkedHashMap<>();
    for (ColumnDefinition column : table.columns()) {
      if (random.nextInt(5) > 0) {
        boolean absent = random.nextInt(6) == 0 && !column.name().equals("id");
        values.put(column.name(), absent ? "NULL" : value(type(column)));
      }
    }
    values.putIfAbsent(table.columns().get(0).name(), value(type(table.columns().get(0))));
    return new Step.Row(table.name(), values);
  }

  private static String type(ColumnDefinition column) {
    return ColumnType.of(column.recordedType(), false).toString();
  }

  private String value(String type) {
    int number = random.nextInt(6);
    return switch (type.replaceAll("\\(.*", "")) {
      case "bigint", "int", "integer" -> String.valueOf(number);
      case "boolean" -> String.valueOf(number % 2 == 0);
      case "decimal" -> String.format(Locale.ROOT, "%d.%02d", number - 3, random.nextInt(100));
      default -> random.nextInt(4) == 0 ? String.valueOf(number) : "text " + number + " ä";
    };
  }

  private String column(TableDefinition table) {
    return any(table.columns()).name();
  }

  private String name(String prefix) {
    return prefix + ++count;
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private static Step change(String format, Object... arguments) {
    return new Step.Change(String.format(Locale.ROOT, format, arguments));
  }
}

package dev.taskstore.codegen.schema;

import dev.taskstore.codegen.ColumnTypeMapping;
import dev.taskstore.codegen.EnumMapping;
import dev.taskstore.codegen.GenerationException;
import dev.taskstore.codegen.GeneratorConfiguration;
import dev.taskstore.codegen.InterfaceMapping;
import dev.taskstore.codegen.ModelOptions;
import dev.taskstore.codegen.TableImport;
import java.util.List;
import java.util.regex.Pattern;

/** Rejects options that match nothing, such as misspelled names. */
final class OptionCheck {

  private final GeneratorConfiguration configuration;

  OptionCheck(GeneratorConfiguration configuration) {
    this.configuration = configuration;
  }

  void check(SchemaModel schema) {
    List<String> tables = schema.tables().stream().map(TableModel::name).toList();
    for (TableImport from : configuration.imports()) {
      if (schema.imported().stream()
          .noneMatch(table -> from.tables().matcher(table.name()).matches())) {
        refuse("imports", from.tables().pattern(), "table");
      }
    }
    configuration.modelNames().keySet().stream()
        .sorted()
        .filter(table -> !tables.contains(table))
        .findFirst()
        .ifPresent(table -> refuse("modelNames", table, "table"));
    ModelOptions options = configuration.models();
    options.tablesOnly().forEach(pattern -> requireTable(schema, "tablesOnly", pattern));
    options.givenKeys().forEach(pattern -> requireTable(schema, "givenKeys", pattern));
    options.interfaces().stream()
        .map(InterfaceMapping::tables)
        .forEach(pattern -> requireTable(schema, "interfaces", pattern));
    options.textColumns().forEach(pattern -> requireColumn(schema, "textColumns", pattern));
    options.enums().stream()
        .map(EnumMapping::columns)
        .forEach(pattern -> requireColumn(schema, "enumTypes", pattern));
    configuration.columnTypes().stream()
        .map(ColumnTypeMapping::columns)
        .forEach(pattern -> requireColumn(schema, "columnTypes", pattern));
  }

  private void requireTable(SchemaModel schema, String option, Pattern pattern) {
    if (schema.tables().stream().noneMatch(table -> pattern.matcher(table.name()).matches())) {
      refuse(option, pattern.pattern(), "table");
    }
  }

  private void requireColumn(SchemaModel schema, String option, Pattern pattern) {
    boolean found =
        schema.tables().stream()
            .anyMatch(
                table ->
                    table.columns().stream()
                        .anyMatch(
                            column ->
                                pattern.matcher(table.name() + "." + column.name()).matches()
                                    || pattern.matcher(column.name()).matches()));
    if (!found) {
      refuse(option, pattern.pattern(), "column");
    }
  }

  private void refuse(String option, String value, String what) {
    throw new GenerationException(
        option
            + " has \""
            + value
            + "\", which matches no "
            + (option.equals("imports") ? "" : "generated ")
            + what
            + " of changelog "
            + configuration.changelog()
            + "; correct or remove it.");
  }
}

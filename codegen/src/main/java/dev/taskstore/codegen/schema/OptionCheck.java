package dev.taskstore.codegen.schema;

import dev.taskstore.codegen.ColumnTypeMapping;
import dev.taskstore.codegen.EnumMapping;
import dev.taskstore.codegen.GeneratorConfiguration;
import dev.taskstore.codegen.InterfaceMapping;
import dev.taskstore.codegen.ModelOptions;
import dev.taskstore.codegen.TableImport;
import dev.taskstore.codegen.catalog.Catalog;
import dev.taskstore.codegen.catalog.CatalogTable;
import dev.taskstore.codegen.problem.Problem;
import dev.taskstore.codegen.problem.ProblemCollector;
import dev.taskstore.codegen.problem.ProblemKind;
import java.util.List;
import java.util.regex.Pattern;

/** Finds options that match nothing, such as misspelled names. */
final class OptionCheck {

  private final GeneratorConfiguration configuration;
  private final ProblemCollector problems;
  private final List<CatalogTable> tables;

  OptionCheck(
      GeneratorConfiguration configuration, ProblemCollector problems, List<CatalogTable> tables) {
    this.configuration = configuration;
    this.problems = problems;
    this.tables = tables;
  }

  void check(Catalog catalog) {
    for (TableImport from : configuration.imports()) {
      if (catalog.tables().stream()
          .noneMatch(table -> from.tables().matcher(table.name()).matches())) {
        refuse("imports", from.tables().pattern(), "table");
      }
    }
    configuration.modelNames().keySet().stream()
        .sorted()
        .filter(name -> tables.stream().noneMatch(table -> table.name().equals(name)))
        .forEach(name -> refuse("modelNames", name, "table"));
    ModelOptions options = configuration.models();
    options.tablesOnly().forEach(pattern -> requireTable("tablesOnly", pattern));
    options.givenKeys().forEach(pattern -> requireTable("givenKeys", pattern));
    options.interfaces().stream()
        .map(InterfaceMapping::tables)
        .forEach(pattern -> requireTable("interfaces", pattern));
    options.textColumns().forEach(pattern -> requireColumn("textColumns", pattern));
    options.enums().stream()
        .map(EnumMapping::columns)
        .forEach(pattern -> requireColumn("enumTypes", pattern));
    configuration.columnTypes().stream()
        .map(ColumnTypeMapping::columns)
        .forEach(pattern -> requireColumn("columnTypes", pattern));
  }

  private void requireTable(String option, Pattern pattern) {
    if (tables.stream().noneMatch(table -> pattern.matcher(table.name()).matches())) {
      refuse(option, pattern.pattern(), "table");
    }
  }

  private void requireColumn(String option, Pattern pattern) {
    boolean found =
        tables.stream()
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
    problems.add(
        Problem.of(
            ProblemKind.OPTION,
            option
                + " has \""
                + value
                + "\", which matches no "
                + (option.equals("imports") ? "" : "generated ")
                + what
                + " of changelog "
                + configuration.changelog()
                + "; correct or remove it."));
  }
}

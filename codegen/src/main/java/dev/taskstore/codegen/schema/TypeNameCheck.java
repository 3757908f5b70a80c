package dev.taskstore.codegen.schema;

import dev.taskstore.codegen.GeneratorConfiguration;
import dev.taskstore.codegen.problem.Advice;
import dev.taskstore.codegen.problem.LeftOut;
import dev.taskstore.codegen.problem.Location;
import dev.taskstore.codegen.problem.Problem;
import dev.taskstore.codegen.problem.ProblemCollector;
import dev.taskstore.codegen.problem.ProblemKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** Finds generated types of a package, and fields of a type, that have the same name. */
final class TypeNameCheck {

  // The types that do not depend on a table in the package of the schema.
  private static final Set<String> SCHEMA_TYPES =
      Set.of("DefaultCatalog", "DefaultSchema", "Indexes", "Keys", "PersonalData", "Tables");

  private final GeneratorConfiguration configuration;
  private final ProblemCollector problems;
  private final Places places;
  private final Map<String, String> tablesByModel = new HashMap<>();
  private final Map<String, String> tablesBySchemaType = new HashMap<>();
  private final Map<String, String> tablesByField = new HashMap<>();

  TypeNameCheck(GeneratorConfiguration configuration, ProblemCollector problems, Places places) {
    this.configuration = configuration;
    this.problems = problems;
    this.places = places;
  }

  void check(SchemaModel schema) {
    checkForeignKeys(schema);
    Set<String> leftOut = new HashSet<>();
    for (TableModel table : schema.tables()) {
      if (!checkFields(table)) {
        leftOut.add(table.name());
      }
    }
    for (TableModel table : schema.entities()) {
      if (leftOut.contains(table.name())) {
        continue;
      }
      // Of several, the first: one rename fixes all of them.
      conflicts(table).stream()
          .findFirst()
          .ifPresent(
              conflict ->
                  problems.leaveOut(
                      problem(places.table(table.name()), conflict, renamed(table)),
                      LeftOut.Part.REPOSITORY,
                      table.name(),
                      ""));
    }
  }

  /** Checks jOOQ's constants for foreign keys, whose names only PostgreSQL repeats. */
  private void checkForeignKeys(SchemaModel schema) {
    Map<String, String> tablesByKey = new HashMap<>();
    for (TableModel table : schema.tables()) {
      for (ForeignKeyModel key : table.foreignKeys()) {
        String other = tablesByKey.putIfAbsent(key.name().toUpperCase(Locale.ROOT), table.name());
        if (other != null && !other.equals(table.name())) {
          problems.add(
              new Problem(
                  ProblemKind.NAME,
                  places.table(table.name()),
                  "has the foreign key " + key.name() + ", as table " + other + " has",
                  Advice.of("rename one of them")));
        }
      }
    }
  }

  private List<String> conflicts(TableModel table) {
    List<String> conflicts = new ArrayList<>();
    String model = table.modelName();
    requireUsable(conflicts, model);
    claim(conflicts, tablesByModel, table, model);
    claim(conflicts, tablesByModel, table, "New" + model);
    if (table.keyed()) {
      claim(conflicts, tablesByModel, table, model + "Changes");
    }
    if (table.compositeKey()) {
      claim(conflicts, tablesByModel, table, model + "Key");
    }
    claimOfSchema(conflicts, table, model + "Mapping");
    claimOfSchema(conflicts, table, model + configuration.repositorySuffix());
    for (EnumModel enumeration : enumerations(table)) {
      if (enumeration.existing().isEmpty()) {
        claim(conflicts, tablesByModel, table, enumeration.name());
      }
      claimOfSchema(conflicts, table, enumeration.name() + "Converter");
    }
    return conflicts;
  }

  private static List<EnumModel> enumerations(TableModel table) {
    return table.columns().stream().flatMap(column -> column.enumeration().stream()).toList();
  }

  /** Returns whether jOOQ's constants for the table and its columns are unique. */
  private boolean checkFields(TableModel table) {
    String otherTable = tablesByField.putIfAbsent(table.field(), table.name());
    if (otherTable != null) {
      leaveOutTable(
          table,
          places.table(table.name()),
          "has the same Java name " + table.field() + " as table " + otherTable,
          Advice.of("rename one of them, or skip one with excludes"));
      return false;
    }
    boolean unique = true;
    Map<String, String> columns = new HashMap<>();
    for (ColumnModel column : table.columns()) {
      String other = columns.putIfAbsent(column.field(), column.name());
      if (other != null) {
        leaveOutTable(
            table,
            places.column(table.name(), column.name()),
            "has the same Java name " + column.field() + " as column " + other,
            Advice.of("rename one of them"));
        unique = false;
      }
    }
    return unique;
  }

  private void leaveOutTable(TableModel table, Location place, String description, Advice advice) {
    problems.leaveOut(problem(place, description, advice), LeftOut.Part.TABLE, table.name(), "");
  }

  private static Problem problem(Location place, String description, Advice advice) {
    return new Problem(ProblemKind.NAME, place, description, advice);
  }

  /** The advice names an element of the plugin's configuration. */
  private Advice renamed(TableModel table) {
    String candidate = Names.pascal(table.name());
    while (inJavaLang(candidate) || tablesByModel.containsKey(candidate)) {
      candidate += "Row";
    }
    return Advice.of(
        "rename the model with modelNames: <%s>%s</%s>"
            .formatted(table.name(), candidate, table.name()));
  }

  private void claimOfSchema(List<String> conflicts, TableModel table, String type) {
    if (SCHEMA_TYPES.contains(type)) {
      conflicts.add("requires a type named " + type + ", which every schema has");
    }
    claim(conflicts, tablesBySchemaType, table, type);
  }

  private static void claim(
      List<String> conflicts, Map<String, String> tablesByType, TableModel table, String type) {
    String other = tablesByType.putIfAbsent(type, table.name());
    if (other != null) {
      conflicts.add("requires a type named " + type + ", as table " + other + " does");
    }
  }

  private static void requireUsable(List<String> conflicts, String model) {
    if (!SourceVersion.isIdentifier(model)
        || SourceVersion.isKeyword(model, SourceVersion.RELEASE_17)) {
      conflicts.add("has the model name " + model + ", which is not a valid Java name");
    } else if (inJavaLang(model)) {
      conflicts.add("has the model name " + model + ", which is a class of java.lang");
    }
  }

  private static boolean inJavaLang(String name) {
    try {
      Class.forName("java.lang." + name, false, null);
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}

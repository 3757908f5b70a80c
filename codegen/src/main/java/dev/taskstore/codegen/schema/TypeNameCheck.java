package dev.taskstore.codegen.schema;

import dev.taskstore.codegen.GenerationException;
import dev.taskstore.codegen.GeneratorConfiguration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** Rejects generated types of a package, and fields of a type, that have the same name. */
final class TypeNameCheck {

  // The types that do not depend on a table in the package of the schema.
  private static final Set<String> SCHEMA_TYPES =
      Set.of("DefaultCatalog", "DefaultSchema", "Indexes", "Keys", "PersonalData", "Tables");

  private final GeneratorConfiguration configuration;
  private final Places places;
  private final Map<String, String> tablesByModel = new HashMap<>();
  private final Map<String, String> tablesBySchemaType = new HashMap<>();
  private final Map<String, String> tablesByField = new HashMap<>();

  TypeNameCheck(GeneratorConfiguration configuration, Places places) {
    this.configuration = configuration;
    this.places = places;
  }

  void check(SchemaModel schema) {
    schema.tables().forEach(this::checkFields);
    for (TableModel table : schema.entities()) {
      String model = table.modelName();
      requireUsable(table, model);
      claim(tablesByModel, table, model);
      claim(tablesByModel, table, "New" + model);
      if (table.keyed()) {
        claim(tablesByModel, table, model + "Changes");
      }
      if (table.compositeKey()) {
        claim(tablesByModel, table, model + "Key");
      }
      claimOfSchema(table, model + "Mapping");
      claimOfSchema(table, model + configuration.repositorySuffix());
      for (EnumModel enumeration : enumerations(table)) {
        if (enumeration.existing().isEmpty()) {
          claim(tablesByModel, table, enumeration.name());
        }
        claimOfSchema(table, enumeration.name() + "Converter");
      }
    }
  }

  private static List<EnumModel> enumerations(TableModel table) {
    return table.columns().stream().flatMap(column -> column.enumeration().stream()).toList();
  }

  /** Checks jOOQ's constants for tables and columns. */
  private void checkFields(TableModel table) {
    String otherTable = tablesByField.putIfAbsent(table.field(), table.name());
    if (otherTable != null) {
      throw new GenerationException(
          places.table(table.name())
              + " has the same Java name "
              + table.field()
              + " as table "
              + otherTable
              + "; rename one of them, or skip one with excludes.");
    }
    Map<String, String> columns = new HashMap<>();
    for (ColumnModel column : table.columns()) {
      String other = columns.putIfAbsent(column.field(), column.name());
      if (other != null) {
        throw new GenerationException(
            places.column(table.name(), column.name())
                + " has the same Java name "
                + column.field()
                + " as column "
                + other
                + "; rename one of them.");
      }
    }
  }

  private void claimOfSchema(TableModel table, String type) {
    if (SCHEMA_TYPES.contains(type)) {
      throw new GenerationException(
          places.table(table.name())
              + " requires a type named "
              + type
              + ", which every schema has; rename the model with modelNames.");
    }
    claim(tablesBySchemaType, table, type);
  }

  private void claim(Map<String, String> tablesByType, TableModel table, String type) {
    String other = tablesByType.putIfAbsent(type, table.name());
    if (other != null) {
      throw new GenerationException(
          places.table(table.name())
              + " requires a type named "
              + type
              + ", as table "
              + other
              + " does; rename one of the models with modelNames.");
    }
  }

  private void requireUsable(TableModel table, String model) {
    if (!SourceVersion.isIdentifier(model)
        || SourceVersion.isKeyword(model, SourceVersion.RELEASE_17)) {
      throw new GenerationException(
          places.table(table.name())
              + " has the model name "
              + model
              + ", which is not a valid Java name; rename the model with modelNames.");
    }
    if (inJavaLang(model)) {
      throw new GenerationException(
          places.table(table.name())
              + " has the model name "
              + model
              + ", which is a class of java.lang; rename the model with modelNames.");
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

package dev.taskstore.codegen.schema;

import dev.taskstore.codegen.GenerationException;
import dev.taskstore.codegen.GeneratorConfiguration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.SourceVersion;

/**
 * Makes sure that no two generated types of a package, and no two fields of a type, share a name.
 */
final class TypeNameCheck {

  // What jOOQ itself writes into the package of the schema.
  private static final Set<String> JOOQ_TYPES =
      Set.of("DefaultCatalog", "DefaultSchema", "Indexes", "Keys", "Tables");

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

  /** jOOQ's constants for tables and columns, whose names it makes by its own rules. */
  private void checkFields(TableModel table) {
    String otherTable = tablesByField.putIfAbsent(table.field(), table.name());
    if (otherTable != null) {
      throw new GenerationException(
          places.table(table.name())
              + " gives the Java name "
              + table.field()
              + ", as the table "
              + otherTable
              + " does; rename one of them, or leave one out with excludes.");
    }
    Map<String, String> columns = new HashMap<>();
    for (ColumnModel column : table.columns()) {
      String other = columns.putIfAbsent(column.field(), column.name());
      if (other != null) {
        throw new GenerationException(
            places.column(table.name(), column.name())
                + " gives the Java name "
                + column.field()
                + ", as the column "
                + other
                + " does; rename one of them.");
      }
    }
  }

  private void claimOfSchema(TableModel table, String type) {
    if (JOOQ_TYPES.contains(type)) {
      throw new GenerationException(
          places.table(table.name())
              + " gives the name "
              + type
              + ", which jOOQ uses itself; name the model otherwise with modelNames.");
    }
    claim(tablesBySchemaType, table, type);
  }

  private void claim(Map<String, String> tablesByType, TableModel table, String type) {
    String other = tablesByType.putIfAbsent(type, table.name());
    if (other != null) {
      throw new GenerationException(
          places.table(table.name())
              + " gives a type "
              + type
              + ", as the table "
              + other
              + " does; name one of the models otherwise with modelNames.");
    }
  }

  private void requireUsable(TableModel table, String model) {
    if (!SourceVersion.isIdentifier(model)
        || SourceVersion.isKeyword(model, SourceVersion.RELEASE_17)) {
      throw new GenerationException(
          places.table(table.name())
              + " gives the model name "
              + model
              + ", which is no Java name; name the model otherwise with modelNames.");
    }
    if (inJavaLang(model)) {
      throw new GenerationException(
          places.table(table.name())
              + " gives the model name "
              + model
              + ", which Java uses itself; name the model otherwise with modelNames.");
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

package dev.taskstore.codegen.schema;

import dev.taskstore.codegen.GenerationException;
import dev.taskstore.codegen.GeneratorConfiguration;
import java.util.HashMap;
import java.util.Map;
import javax.lang.model.SourceVersion;

/** Makes sure that no two generated types of the model package share a name. */
final class TypeNameCheck {

  private final GeneratorConfiguration configuration;
  private final Map<String, String> tablesByType = new HashMap<>();

  TypeNameCheck(GeneratorConfiguration configuration) {
    this.configuration = configuration;
  }

  void check(SchemaModel schema) {
    for (TableModel table : schema.entities()) {
      String model = table.modelName();
      requireUsable(table, model);
      claim(table, model);
      claim(table, "New" + model);
      if (table.keyed()) {
        claim(table, model + "Changes");
      }
      if (table.compositeKey()) {
        claim(table, model + "Key");
      }
      table.columns().stream()
          .flatMap(column -> column.enumeration().stream())
          .forEach(enumeration -> claim(table, enumeration.name()));
    }
  }

  private void claim(TableModel table, String type) {
    String other = tablesByType.putIfAbsent(type, table.name());
    if (other != null) {
      throw new GenerationException(
          "The tables "
              + other
              + " and "
              + table.name()
              + " of changelog "
              + configuration.changelog()
              + " both give a type "
              + type
              + "; name one of the models otherwise with modelNames.");
    }
  }

  private void requireUsable(TableModel table, String model) {
    if (!SourceVersion.isIdentifier(model)
        || SourceVersion.isKeyword(model, SourceVersion.RELEASE_17)
        || inJavaLang(model)) {
      throw new GenerationException(
          "The table "
              + table.name()
              + " of changelog "
              + configuration.changelog()
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

package dev.taskstore.codegen.schema;

import java.util.List;
import java.util.Locale;
import org.jooq.codegen.DefaultGeneratorStrategy;
import org.jooq.codegen.GeneratorStrategy;
import org.jooq.codegen.JavaGenerator;
import org.jooq.meta.AbstractTableDefinition;
import org.jooq.meta.ColumnDefinition;
import org.jooq.meta.DefaultColumnDefinition;
import org.jooq.meta.DefaultDataTypeDefinition;
import org.jooq.meta.SchemaDefinition;
import org.jooq.meta.TableDefinition;
import org.jooq.meta.jaxb.CatalogMappingType;
import org.jooq.meta.jaxb.SchemaMappingType;

/** Computes the names that jOOQ gives to the classes and fields that it generates. */
final class JooqNames {

  private final GeneratorStrategy strategy;
  private final SchemaDefinition schema =
      new SchemaDefinition(new NoDatabase(), SingleSchemaDatabase.SCHEMA, "");

  JooqNames() {
    JavaGenerator generator = new JavaGenerator();
    GeneratorStrategy names = new DefaultGeneratorStrategy();
    names.setTargetLocale(Locale.ROOT);
    generator.setStrategy(names);
    // The generator wraps the strategy in one that returns legal identifiers.
    strategy = generator.getStrategy();
  }

  /** The field of a table in {@code Tables}. */
  String table(String table) {
    return strategy.getJavaIdentifier(new NamedTable(schema, table));
  }

  /** The field of a column in the class of its table. */
  String column(String table, String column) {
    TableDefinition container = new NamedTable(schema, table);
    return strategy.getJavaIdentifier(
        new DefaultColumnDefinition(
            container,
            column,
            1,
            new DefaultDataTypeDefinition(schema.getDatabase(), schema, "VARCHAR"),
            false,
            ""));
  }

  /** jOOQ requires a database, although names do not depend on one. */
  private static final class NoDatabase extends SingleSchemaDatabase {

    NoDatabase() {
      // Without any, jOOQ logs a warning.
      setConfiguredCatalogs(
          List.of(
              new CatalogMappingType()
                  .withInputCatalog("")
                  .withOutputCatalog("")
                  .withSchemata(new SchemaMappingType().withInputSchema(SCHEMA))));
    }
  }

  private static final class NamedTable extends AbstractTableDefinition {

    NamedTable(SchemaDefinition schema, String name) {
      super(schema, name, "");
    }

    @Override
    protected List<ColumnDefinition> getElements0() {
      return List.of();
    }
  }
}

package dev.taskstore.codegen.writer;

import java.util.Optional;
import org.jooq.codegen.DefaultGeneratorStrategy;
import org.jooq.meta.ColumnDefinition;
import org.jooq.meta.Definition;
import org.jooq.meta.TableDefinition;

/** jOOQ's names of classes and fields, with imported tables in their own packages. */
public final class ImportedNames extends DefaultGeneratorStrategy {

  /** The property of jOOQ's database with imported tables as {@code table=package}. */
  static final String TABLES = "taskstore.imported";

  /** Creates the names. */
  public ImportedNames() {}

  @Override
  public String getJavaPackageName(Definition definition, Mode mode) {
    String own = super.getJavaPackageName(definition, mode);
    Definition table =
        definition instanceof ColumnDefinition column ? column.getContainer() : definition;
    return table instanceof TableDefinition imported
        ? packageOf(imported)
            .map(name -> name + own.substring(getTargetPackage().length()))
            .orElse(own)
        : own;
  }

  /** Returns the package of the existing classes of a table; empty if it is not imported. */
  static Optional<String> packageOf(TableDefinition table) {
    String imported = table.getDatabase().getProperties().getProperty(TABLES, "");
    for (String entry : imported.split(" ")) {
      int separator = entry.indexOf('=');
      if (separator > 0 && entry.substring(0, separator).equals(table.getName())) {
        return Optional.of(entry.substring(separator + 1));
      }
    }
    return Optional.empty();
  }
}

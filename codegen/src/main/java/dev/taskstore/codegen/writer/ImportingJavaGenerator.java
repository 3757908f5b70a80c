package dev.taskstore.codegen.writer;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.ForeignKey;
import org.jooq.TableField;
import org.jooq.codegen.GeneratorStrategy.Mode;
import org.jooq.codegen.JavaGenerator;
import org.jooq.codegen.JavaWriter;
import org.jooq.impl.DSL;
import org.jooq.impl.Internal;
import org.jooq.meta.ColumnDefinition;
import org.jooq.meta.ForeignKeyDefinition;
import org.jooq.meta.SchemaDefinition;
import org.jooq.meta.TableDefinition;
import org.jooq.meta.UniqueKeyDefinition;

/**
 * Writes no class of imported tables, and foreign keys that refer to the existing classes. {@code
 * Tables} and the schema contain the imported tables, too.
 */
class ImportingJavaGenerator extends JavaGenerator {

  private static boolean isImported(TableDefinition table) {
    return ImportedNames.packageOf(table).isPresent();
  }

  @Override
  protected final void generateTable(SchemaDefinition schema, TableDefinition table) {
    if (!isImported(table)) {
      super.generateTable(schema, table);
    }
  }

  @Override
  protected final void generateRecord(TableDefinition table) {
    if (!isImported(table)) {
      super.generateRecord(table);
    }
  }

  @Override
  protected final void printUniqueKey(
      JavaWriter out, int counter, UniqueKeyDefinition key, boolean distributed) {
    if (!isImported(key.getTable())) {
      super.printUniqueKey(out, counter, key, distributed);
    }
  }

  @Override
  protected final void printForeignKey(
      JavaWriter out, int counter, ForeignKeyDefinition key, boolean distributed) {
    if (isImported(key.getTable())) {
      return;
    }
    Optional<String> imported = ImportedNames.packageOf(key.getReferencedTable());
    if (imported.isEmpty()) {
      super.printForeignKey(out, counter, key, distributed);
      return;
    }
    out.println(
        "public static final %s<%s, %s> %s = %s.createForeignKey(%s, %s.name(\"%s\"), %s,"
            + " %s.Keys.%s, %s, true);",
        ForeignKey.class,
        out.ref(getStrategy().getFullJavaClassName(key.getTable(), Mode.RECORD)),
        out.ref(getStrategy().getFullJavaClassName(key.getReferencedTable(), Mode.RECORD)),
        getStrategy().getJavaIdentifier(key),
        Internal.class,
        getStrategy().getFullJavaIdentifier(key.getTable()),
        DSL.class,
        key.getOutputName(),
        fields(out, key.getKeyColumns()),
        imported.get(),
        getStrategy().getJavaIdentifier(key.getReferencedKey()),
        fields(out, key.getReferencedColumns()));
  }

  private String fields(JavaWriter out, List<ColumnDefinition> columns) {
    return columns.stream()
        .map(getStrategy()::getFullJavaIdentifier)
        .collect(Collectors.joining(", ", "new " + out.ref(TableField.class) + "[] {", "}"));
  }
}

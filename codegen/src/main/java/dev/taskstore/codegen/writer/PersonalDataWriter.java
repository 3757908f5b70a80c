package dev.taskstore.codegen.writer;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.taskstore.codegen.schema.ColumnModel;
import dev.taskstore.codegen.schema.ForeignKeyModel;
import dev.taskstore.codegen.schema.SchemaModel;
import dev.taskstore.codegen.schema.TableModel;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Writes the marks of personal data and the foreign keys of a schema. */
final class PersonalDataWriter {

  private final GeneratedTypes types;
  private final SchemaModel schema;

  PersonalDataWriter(GeneratedTypes types, SchemaModel schema) {
    this.types = types;
    this.schema = schema;
  }

  JavaFile write() {
    SourceFile source = new SourceFile(types, types.personalData());
    CodeBlock.Builder map = CodeBlock.builder().add("$T.builder()", RuntimeTypes.PERSONAL_DATA_MAP);
    for (TableModel table : schema.all()) {
      for (ColumnModel column : table.columns()) {
        column
            .category()
            .ifPresent(
                category ->
                    map.add(
                        "\n.mark($L, $T.$L)",
                        source.column(table, column),
                        RuntimeTypes.DATA_CATEGORY,
                        category.name()));
      }
    }
    for (TableModel table : schema.all()) {
      table.foreignKeys().forEach(key -> reference(map, source, table, key));
    }
    return source.file(
        TypeSpec.classBuilder(types.personalData())
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addAnnotation(RuntimeTypes.NULL_MARKED)
            .addJavadoc(
                Docs.of("The columns that contain personal data, and which rows belong to others."))
            .addField(
                FieldSpec.builder(
                        RuntimeTypes.PERSONAL_DATA_MAP,
                        "MAP",
                        Modifier.PUBLIC,
                        Modifier.STATIC,
                        Modifier.FINAL)
                    .addJavadoc("The marks and the foreign keys of the changelog.\n")
                    .initializer(map.add("\n.build()").build())
                    .build())
            .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build())
            .build());
  }

  /** Adds a foreign key, unless the referenced table or column is not generated. */
  private void reference(
      CodeBlock.Builder map, SourceFile source, TableModel table, ForeignKeyModel key) {
    Optional<TableModel> referenced =
        schema.all().stream()
            .filter(other -> other.name().equals(key.referencedTable()))
            .findFirst();
    if (referenced.isEmpty()) {
      return;
    }
    List<ColumnModel> columns =
        key.referencedColumns().stream()
            .flatMap(
                name ->
                    referenced.get().columns().stream()
                        .filter(column -> column.name().equals(name)))
            .toList();
    if (columns.size() < key.columns().size()) {
      return;
    }
    map.add(
        "\n.$L($T.of($L), $T.of($L))",
        key.cascading() ? "cascade" : "reference",
        List.class,
        source.columns(table, key.columns()),
        List.class,
        source.columns(referenced.get(), columns));
  }
}

package dev.taskstore.codegen.writer;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.taskstore.codegen.schema.TableModel;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the record for a primary key of several columns. */
final class KeyWriter {

  private final GeneratedTypes types;
  private final Values values;

  KeyWriter(GeneratedTypes types) {
    this.types = types;
    this.values = new Values(types);
  }

  JavaFile write(TableModel table) {
    List<String> parts = new ArrayList<>();
    parts.add("Immutable and thread-safe.");
    table.primaryKey().forEach(column -> parts.add(Docs.parameter(column)));
    MethodSpec.Builder constructor =
        MethodSpec.compactConstructorBuilder()
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc(
                Docs.of(
                    "Checks that all values are present.",
                    "@throws NullPointerException if a value is null"))
            .addCode(values.normalize(table.primaryKey()));
    table.primaryKey().forEach(column -> constructor.addParameter(values.required(column)));
    TypeSpec.Builder record =
        TypeSpec.recordBuilder(types.keyRecord(table))
            .addModifiers(Modifier.PUBLIC)
            .addAnnotation(RuntimeTypes.NULL_MARKED)
            .addJavadoc(
                Docs.of("The primary key of " + Docs.article(Docs.model(table)) + ".", parts))
            .recordConstructor(constructor.build());
    Redaction.add(record, types.keyRecord(table), table.primaryKey());
    return new SourceFile(types, types.keyRecord(table)).file(record.build());
  }
}

package dev.taskstore.codegen.writer;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.taskstore.codegen.schema.ColumnModel;
import dev.taskstore.codegen.schema.TableModel;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the draft of a table: the values of a new row. */
final class DraftWriter {

  private final GeneratedTypes types;
  private final Values values;

  DraftWriter(GeneratedTypes types) {
    this.types = types;
    this.values = new Values(types);
  }

  JavaFile write(TableModel table) {
    TypeSpec.Builder record =
        TypeSpec.recordBuilder(types.draft(table))
            .addModifiers(Modifier.PUBLIC)
            .addAnnotation(RuntimeTypes.NULL_MARKED)
            .addJavadoc(javadoc(table))
            .recordConstructor(constructor(table))
            .addMethod(of(table));
    table.draftColumns().stream()
        .filter(column -> !column.required())
        .forEach(column -> record.addMethod(copy(table, column)));
    Redaction.add(record, types.draft(table), table.draftColumns());
    return new SourceFile(types, types.draft(table)).file(record.build());
  }

  private static CodeBlock javadoc(TableModel table) {
    List<String> parts = new ArrayList<>();
    parts.add("Immutable and thread-safe.");
    table.draftColumns().forEach(column -> parts.add(parameter(column)));
    return Docs.of(
        Docs.article(Docs.model(table)).replaceFirst("^a", "A")
            + " that has not been inserted yet.",
        parts);
  }

  private static String parameter(ColumnModel column) {
    if (!column.completed()) {
      return Docs.parameter(column);
    }
    String text = Docs.parameter(column);
    return (text.endsWith(".") ? text : text + ".") + " If null, it is set on insert.";
  }

  private MethodSpec constructor(TableModel table) {
    MethodSpec.Builder constructor =
        MethodSpec.compactConstructorBuilder().addModifiers(Modifier.PUBLIC);
    List<ColumnModel> present = new ArrayList<>();
    for (ColumnModel column : table.draftColumns()) {
      constructor.addParameter(component(column));
      if (!column.completed() && !column.nullable() && !column.primitive()) {
        present.add(column);
      }
    }
    constructor.addJavadoc(
        Docs.of(
            "Checks that all required values are present.",
            "@throws NullPointerException if a required value is null"));
    present.forEach(column -> constructor.addCode(Values.requireNonNull(column)));
    return constructor.build();
  }

  private ParameterSpec component(ColumnModel column) {
    TypeName type =
        column.completed() ? GeneratedTypes.nullable(types.boxed(column)) : types.declared(column);
    return ParameterSpec.builder(type, column.property()).build();
  }

  private MethodSpec of(TableModel table) {
    List<ColumnModel> required =
        table.draftColumns().stream().filter(ColumnModel::required).toList();
    List<String> parts = new ArrayList<>();
    required.forEach(column -> parts.add(Docs.parameter(column)));
    parts.add("@return the draft, with default values for all other columns");
    if (required.stream().anyMatch(column -> !column.primitive())) {
      parts.add("@throws NullPointerException if a value is null");
    }
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("of")
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
            .addJavadoc(
                Docs.of(
                    "Creates a draft with the values that every "
                        + Docs.model(table)
                        + " requires.",
                    parts))
            .returns(types.draft(table));
    required.forEach(column -> method.addParameter(values.required(column)));
    return method
        .addStatement(
            "return new $T(\n$L)",
            types.draft(table),
            SourceFile.lines(table.draftColumns().stream().map(this::initial)))
        .build();
  }

  private CodeBlock initial(ColumnModel column) {
    if (column.required()) {
      return CodeBlock.of("$L", column.property());
    }
    return column.defaultValue().isPresent() ? values.defaultValue(column) : CodeBlock.of("null");
  }

  private MethodSpec copy(TableModel table, ColumnModel column) {
    return MethodSpec.methodBuilder(column.property())
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc(
            Docs.of(
                "Returns a copy with another {@code " + column.property() + "}.",
                parameter(column),
                "@return the copy"))
        .addParameter(component(column))
        .returns(types.draft(table))
        .addStatement(
            "return new $T(\n$L)",
            types.draft(table),
            SourceFile.lines(
                table.draftColumns().stream().map(each -> CodeBlock.of("$L", each.property()))))
        .build();
  }
}

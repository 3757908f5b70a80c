package dev.taskstore.codegen.writer;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import dev.taskstore.codegen.schema.ColumnModel;
import dev.taskstore.codegen.schema.TableModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** Writes the partial update of a table. */
final class ChangesWriter {

  private static final TypeName ANY = WildcardTypeName.subtypeOf(Object.class);
  private static final TypeName VALUES =
      ParameterizedTypeName.get(
          ClassName.get(Map.class),
          ParameterizedTypeName.get(RuntimeTypes.TABLE_FIELD, ANY, ANY),
          GeneratedTypes.nullable(ClassName.get(Object.class)));

  private final GeneratedTypes types;
  private final Values values;

  ChangesWriter(GeneratedTypes types) {
    this.types = types;
    this.values = new Values(types);
  }

  JavaFile write(TableModel table) {
    ClassName name = types.changes(table);
    SourceFile source = new SourceFile(types, name);
    TypeSpec.Builder type =
        TypeSpec.classBuilder(name)
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addAnnotation(RuntimeTypes.NULL_MARKED)
            .addJavadoc(
                Docs.of(
                    "A partial update of "
                        + Docs.article(Docs.model(table))
                        + ": the columns to write and their new values.",
                    "Immutable and thread-safe."))
            .superclass(ParameterizedTypeName.get(RuntimeTypes.CHANGES, name))
            .addMethod(constructor())
            .addMethod(none(name));
    table.changeableColumns().forEach(column -> type.addMethod(change(source, table, column)));
    return source.file(type.build());
  }

  private static MethodSpec constructor() {
    return MethodSpec.constructorBuilder()
        .addModifiers(Modifier.PRIVATE)
        .addParameter(VALUES, "values")
        .addStatement("super(values)")
        .build();
  }

  private static MethodSpec none(ClassName name) {
    return MethodSpec.methodBuilder("none")
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .addJavadoc(
            Docs.of("Returns an empty update, to which values are added.", "@return the update"))
        .returns(name)
        .addStatement("return new $T($T.of())", name, Map.class)
        .build();
  }

  private MethodSpec change(SourceFile source, TableModel table, ColumnModel column) {
    boolean reference = !column.nullable() && !column.primitive();
    List<String> parts = new ArrayList<>();
    parts.add(Docs.parameter(column));
    parts.add("@return a copy of these changes with this value");
    if (reference) {
      parts.add("@throws NullPointerException if the value is null");
    }
    CodeBlock.Builder code = CodeBlock.builder();
    if (reference) {
      code.add(Values.requireNonNull(column));
    }
    if (column.validated()) {
      code.addStatement(
          "$T.$L($L)", types.mapping(table), CodecWriter.methodName(column), column.property());
    }
    CodeBlock value =
        column.normalized() ? Values.normalized(column) : CodeBlock.of("$L", column.property());
    code.addStatement(
        "return new $T(with($L, $L))", types.changes(table), source.column(table, column), value);
    return MethodSpec.methodBuilder(column.property())
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc(Docs.of(summary(column), parts))
        .addParameter(values.parameter(column))
        .returns(types.changes(table))
        .addCode(code.build())
        .build();
  }

  private static String summary(ColumnModel column) {
    String summary = "Sets {@code " + column.property() + "}";
    return column.validated()
        ? summary + "; a value that no dialect can store is rejected."
        : summary + ".";
  }
}

package dev.taskstore.codegen.writer;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.taskstore.codegen.schema.ColumnModel;
import dev.taskstore.codegen.schema.TableModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/** Writes the model of a table: a record with a builder. */
final class ModelWriter {

  private final GeneratedTypes types;
  private final Values values;

  ModelWriter(GeneratedTypes types) {
    this.types = types;
    this.values = new Values(types);
  }

  JavaFile write(TableModel table) {
    TypeSpec.Builder record =
        TypeSpec.recordBuilder(types.model(table))
            .addModifiers(Modifier.PUBLIC)
            .addAnnotation(RuntimeTypes.NULL_MARKED)
            .addJavadoc(javadoc(table))
            .recordConstructor(constructor(table));
    table.interfaces().forEach(record::addSuperinterface);
    if (table.compositeKey()) {
      record.addMethod(key(table));
    }
    record.addMethod(with(table)).addMethod(builder(table));
    Redaction.add(record, types.model(table), table.columns());
    record.addType(builderType(table));
    return new SourceFile(types, types.model(table)).file(record.build());
  }

  private static CodeBlock javadoc(TableModel table) {
    List<String> parts = new ArrayList<>();
    parts.add("Immutable and thread-safe." + precision(table));
    table.columns().forEach(column -> parts.add(Docs.parameter(column)));
    return Docs.of(Docs.table(table), parts);
  }

  /** Returns how values with a higher precision than their columns are stored. */
  private static String precision(TableModel table) {
    boolean times =
        table.columns().stream()
            .anyMatch(column -> column.normalized() && column.storage().isTime());
    boolean decimals =
        table.columns().stream()
            .anyMatch(column -> column.normalized() && column.decimalSize().isPresent());
    boolean isShort =
        table.columns().stream().anyMatch(column -> column.fractionDigits().isPresent());
    return (times
            ? " Times are stored in microseconds"
                + (isShort ? ", or with the fractional digits of their column." : ".")
            : "")
        + (decimals ? " Decimals have the scale of their column." : "");
  }

  private MethodSpec constructor(TableModel table) {
    MethodSpec.Builder constructor =
        MethodSpec.compactConstructorBuilder().addModifiers(Modifier.PUBLIC);
    table.columns().forEach(column -> constructor.addParameter(values.parameter(column)));
    return constructor
        .addJavadoc(
            Docs.of(
                "Checks that all required values are present.",
                "@throws NullPointerException if a required value is null"))
        .addCode(values.normalize(table.columns()))
        .build();
  }

  private MethodSpec key(TableModel table) {
    return MethodSpec.methodBuilder("key")
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc(Docs.of("Returns the primary key.", "@return the values of the key columns"))
        .returns(types.keyRecord(table))
        .addStatement(
            "return new $T($L)", types.keyRecord(table), Values.properties(table.primaryKey()))
        .build();
  }

  private MethodSpec with(TableModel table) {
    CodeBlock.Builder chain = CodeBlock.builder().add("return new $T()", types.builder(table));
    for (ColumnModel column : table.columns()) {
      chain.add("\n.$1L($1L)", column.property());
    }
    return MethodSpec.methodBuilder("with")
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc(
            Docs.of(
                "Returns a builder for a changed copy.",
                "@return a builder with the values of this " + Docs.model(table)))
        .returns(types.builder(table))
        .addStatement(chain.build())
        .build();
  }

  private MethodSpec builder(TableModel table) {
    return MethodSpec.methodBuilder("builder")
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .addJavadoc(
            Docs.of(
                "Returns an empty builder of " + Docs.article(Docs.model(table)) + ".",
                "@return a builder without values"))
        .returns(types.builder(table))
        .addStatement("return new $T()", types.builder(table))
        .build();
  }

  private TypeSpec builderType(TableModel table) {
    TypeSpec.Builder builder =
        TypeSpec.classBuilder(types.builder(table))
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
            .addJavadoc(Docs.of("Builds " + Docs.article(Docs.model(table)) + ". Not thread-safe."))
            .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    for (ColumnModel column : table.columns()) {
      builder
          .addField(
              GeneratedTypes.nullable(types.boxed(column)), column.property(), Modifier.PRIVATE)
          .addMethod(setter(table, column));
    }
    return builder.addMethod(build(table)).build();
  }

  private MethodSpec setter(TableModel table, ColumnModel column) {
    return MethodSpec.methodBuilder(column.property())
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc(
            Docs.of(
                "Sets {@code " + column.property() + "}.",
                Docs.parameter(column),
                "@return this builder"))
        .addParameter(values.parameter(column))
        .returns(types.builder(table))
        .addStatement("this.$1L = $1L", column.property())
        .addStatement("return this")
        .build();
  }

  private MethodSpec build(TableModel table) {
    CodeBlock arguments =
        SourceFile.lines(
            table.columns().stream()
                .map(
                    column ->
                        column.nullable()
                            ? CodeBlock.of("$L", column.property())
                            : CodeBlock.of(
                                "$1T.requireNonNull($2L, $2S)", Objects.class, column.property())));
    return MethodSpec.methodBuilder("build")
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc(
            Docs.of(
                "Builds the " + Docs.model(table) + ".",
                "@return the " + Docs.model(table),
                "@throws NullPointerException if a required value is missing; the message contains"
                    + " its name"))
        .returns(types.model(table))
        .addStatement("return new $T(\n$L)", types.model(table), arguments)
        .build();
  }
}

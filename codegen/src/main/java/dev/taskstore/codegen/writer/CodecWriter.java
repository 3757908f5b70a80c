package dev.taskstore.codegen.writer;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import dev.taskstore.codegen.schema.ColumnModel;
import dev.taskstore.codegen.schema.TableModel;
import dev.taskstore.codegen.schema.TextLimit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Writes the constant of each column of a mapping, and the code that uses it. */
final class CodecWriter {

  private final GeneratedTypes types;

  CodecWriter(GeneratedTypes types) {
    this.types = types;
  }

  /** Returns the codec of a column's type without its converter, such as {@code Codecs.TEXT}. */
  static CodeBlock plainCodec(ColumnModel column) {
    return column
        .decimalSize()
        .map(
            size ->
                CodeBlock.of(
                    "$T.decimal($L, $L)", RuntimeTypes.CODECS, size.precision(), size.scale()))
        .orElseGet(() -> sizeless(column));
  }

  private static CodeBlock sizeless(ColumnModel column) {
    String codec = column.storage().codec();
    return column.fractionDigits().isPresent()
        ? CodeBlock.of(
            "$T.$L($L)",
            RuntimeTypes.CODECS,
            codec.toLowerCase(Locale.ROOT),
            column.fractionDigits().getAsInt())
        : CodeBlock.of(
            "$T.$L", RuntimeTypes.CODECS, column.collated() ? "COLLATED_" + codec : codec);
  }

  /** Returns the binding of a column's type with its converter. */
  CodeBlock convertedBinding(ColumnModel column) {
    return CodeBlock.of(
        "$L.binding(new $T())", plainCodec(column), converter(column).orElseThrow());
  }

  private CodeBlock codec(ColumnModel column) {
    return converter(column)
        .map(name -> CodeBlock.of("$L.converted(new $T())", plainCodec(column), name))
        .orElseGet(() -> plainCodec(column));
  }

  private Optional<ClassName> converter(ColumnModel column) {
    return column
        .customType()
        .map(custom -> custom.converter())
        .or(() -> column.enumeration().map(types::enumConverter));
  }

  FieldSpec field(SourceFile source, TableModel table, ColumnModel column) {
    CodeBlock.Builder value =
        CodeBlock.builder()
            .add(
                "$T.of($L, $L)",
                RuntimeTypes.MAPPED_COLUMN,
                source.column(table, column),
                codec(column));
    if (column.validated()) {
      column.limits().stream()
          .filter(limit -> !limit.equals(TextLimit.NONE))
          .forEach(limit -> value.add(limit(limit)));
    }
    return FieldSpec.builder(
            ParameterizedTypeName.get(RuntimeTypes.MAPPED_COLUMN, types.boxed(column)),
            constant(column),
            Modifier.PRIVATE,
            Modifier.STATIC,
            Modifier.FINAL)
        .initializer(value.build())
        .build();
  }

  private static CodeBlock limit(TextLimit limit) {
    return CodeBlock.of(
        "\n.withLength($L, $L, $L)",
        limit.minimum(),
        limit.maximum() == Integer.MAX_VALUE
            ? CodeBlock.of("$T.MAX_VALUE", Integer.class)
            : CodeBlock.of("$L", limit.maximum()),
        limit.constraint().map(name -> CodeBlock.of("$S", name)).orElse(CodeBlock.of("null")));
  }

  private static String constant(ColumnModel column) {
    return column.field() + "_COLUMN";
  }

  static CodeBlock read(ColumnModel column, int index) {
    return CodeBlock.of(
        "$L.$L(row, $L)", constant(column), column.nullable() ? "read" : "require", index);
  }

  /** Writes properties of a validated object. */
  static CodeBlock write(String object, List<ColumnModel> columns) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (ColumnModel column : columns) {
      code.addStatement("$L.write(row, $L.$L())", constant(column), object, column.property());
    }
    return code.build();
  }

  /** Writes a key of a condition, which is not validated yet. */
  static CodeBlock writeKey(List<ColumnModel> columns) {
    if (columns.size() == 1) {
      return writeParameter(columns.get(0), CodeBlock.of("key"));
    }
    CodeBlock.Builder code = CodeBlock.builder();
    for (ColumnModel column : columns) {
      code.add(writeParameter(column, CodeBlock.of("key.$L()", column.property())));
    }
    return code.build();
  }

  private static CodeBlock writeParameter(ColumnModel column, CodeBlock value) {
    return CodeBlock.builder()
        .addStatement("$L.writeParameter(row, $L)", constant(column), value)
        .build();
  }

  MethodSpec validateEntity(TableModel table) {
    MethodSpec.Builder method =
        MappingWriter.override("validate").addParameter(types.model(table), "entity");
    table.columns().stream()
        .filter(ColumnModel::validated)
        .forEach(
            column ->
                method.addStatement(
                    "$L.validate(entity.$L())", constant(column), column.property()));
    return method.build();
  }

  MethodSpec validate(ColumnModel column) {
    return MethodSpec.methodBuilder(methodName(column))
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .addJavadoc(
            Docs.of(
                "Validates {@code "
                    + column.property()
                    + "}: throws an {@code InvalidArgumentException} if no dialect stores the"
                    + " value.",
                Docs.parameter(column)))
        .addParameter(ParameterSpec.builder(types.declared(column), column.property()).build())
        .addStatement("$L.validate($L)", constant(column), column.property())
        .build();
  }

  static String methodName(ColumnModel column) {
    // Named after the record component, whose name is unique.
    return "validate"
        + column.property().substring(0, 1).toUpperCase(Locale.ROOT)
        + column.property().substring(1);
  }
}

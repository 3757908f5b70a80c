package dev.taskstore.codegen.writer;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterSpec;
import dev.taskstore.codegen.schema.ColumnModel;
import dev.taskstore.codegen.schema.EnumModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Code for single values, shared by several writers. */
final class Values {

  private final GeneratedTypes types;

  Values(GeneratedTypes types) {
    this.types = types;
  }

  /** Returns a parameter with the type of the column, nullable if the column is. */
  ParameterSpec parameter(ColumnModel column) {
    return ParameterSpec.builder(types.declared(column), column.property()).build();
  }

  /** Returns a parameter that is never null. */
  ParameterSpec required(ColumnModel column) {
    return ParameterSpec.builder(types.value(column), column.property()).build();
  }

  /**
   * Returns statements of a compact constructor: null checks of required values, and the
   * normalization of values that have several equal forms.
   */
  CodeBlock normalize(List<ColumnModel> columns) {
    List<CodeBlock> nullChecks = new ArrayList<>();
    List<CodeBlock> normalizations = new ArrayList<>();
    for (ColumnModel column : columns) {
      if (!column.nullable() && !column.primitive()) {
        nullChecks.add(requireNonNull(column));
      }
      if (column.normalized()) {
        normalizations.add(CodeBlock.of("$L = $L;\n", column.property(), normalized(column)));
      }
    }
    return CodeBlock.builder()
        .add(nullChecks.stream().collect(CodeBlock.joining("")))
        .add(normalizations.stream().collect(CodeBlock.joining("")))
        .build();
  }

  /** Returns statements that check the arguments for columns of a key. */
  static CodeBlock requireAll(List<ColumnModel> columns) {
    return columns.stream()
        .filter(column -> !column.primitive())
        .map(Values::requireNonNull)
        .collect(CodeBlock.joining(""));
  }

  static CodeBlock requireNonNull(ColumnModel column) {
    return CodeBlock.of(
        "$T.requireNonNull($L, $S);\n", Objects.class, column.property(), column.property());
  }

  /** Returns the value in the precision of its column. */
  static CodeBlock normalized(ColumnModel column) {
    String name = column.property();
    CodeBlock value = CodeBlock.of("$L.normalize($L)", CodecWriter.plainCodec(column), name);
    return column.nullable() ? CodeBlock.of("$1L == null ? null : $2L", name, value) : value;
  }

  /** Returns the DEFAULT of a column as Java. */
  CodeBlock defaultValue(ColumnModel column) {
    Object value = column.defaultValue().orElseThrow();
    if (column.enumeration().isPresent()) {
      EnumModel enumeration = column.enumeration().get();
      return CodeBlock.of(
          "$T.$L", types.enumeration(enumeration), enumeration.constantOf((String) value).name());
    }
    CodeBlock literal = column.storage().literal(value);
    return column
        .customType()
        .map(custom -> CodeBlock.of("new $T().from($L)", custom.converter(), literal))
        .orElse(literal);
  }

  static CodeBlock properties(List<ColumnModel> columns) {
    return columns.stream()
        .map(column -> CodeBlock.of("$L", column.property()))
        .collect(CodeBlock.joining(", "));
  }
}

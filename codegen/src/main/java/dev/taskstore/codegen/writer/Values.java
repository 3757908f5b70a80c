package dev.taskstore.codegen.writer;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterSpec;
import dev.taskstore.codegen.schema.ColumnModel;
import dev.taskstore.codegen.schema.EnumModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Code about single values that several writers share. */
final class Values {

  private final GeneratedTypes types;

  Values(GeneratedTypes types) {
    this.types = types;
  }

  /** A parameter with the type of the column, null where the column is NULL. */
  ParameterSpec parameter(ColumnModel column) {
    return ParameterSpec.builder(types.declared(column), column.property()).build();
  }

  /** A parameter that is never null. */
  ParameterSpec required(ColumnModel column) {
    return ParameterSpec.builder(types.value(column), column.property()).build();
  }

  /**
   * Statements of a compact constructor: nothing null that must not be, and the one form of values
   * that can be written in several.
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

  static CodeBlock requireNonNull(ColumnModel column) {
    return CodeBlock.of(
        "$T.requireNonNull($L, $S);\n", Objects.class, column.property(), column.property());
  }

  /** The value in the precision of its column. */
  static CodeBlock normalized(ColumnModel column) {
    String name = column.property();
    CodeBlock value = CodeBlock.of("$L.normalize($L)", CodecWriter.plainCodec(column), name);
    return column.nullable() ? CodeBlock.of("$1L == null ? null : $2L", name, value) : value;
  }

  /** The DEFAULT of a column as Java. */
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

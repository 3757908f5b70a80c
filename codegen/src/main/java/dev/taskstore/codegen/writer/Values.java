package dev.taskstore.codegen.writer;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterSpec;
import dev.taskstore.codegen.schema.ColumnModel;
import dev.taskstore.codegen.schema.EnumModel;
import dev.taskstore.codegen.schema.StorageType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

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
   * Statements of a compact constructor: nothing null that must not be, instants in microseconds.
   */
  CodeBlock normalize(List<ColumnModel> columns) {
    List<CodeBlock> nullChecks = new ArrayList<>();
    List<CodeBlock> truncations = new ArrayList<>();
    for (ColumnModel column : columns) {
      if (!column.nullable() && !column.primitive()) {
        nullChecks.add(requireNonNull(column));
      }
      if (column.storage() == StorageType.INSTANT && !column.converted()) {
        truncations.add(
            CodeBlock.of("$L = $L;\n", column.property(), truncated(column, column.nullable())));
      }
    }
    return CodeBlock.builder()
        .add(nullChecks.stream().collect(CodeBlock.joining("")))
        .add(truncations.stream().collect(CodeBlock.joining("")))
        .build();
  }

  static CodeBlock requireNonNull(ColumnModel column) {
    return CodeBlock.of(
        "$T.requireNonNull($L, $S);\n", Objects.class, column.property(), column.property());
  }

  /** The value in microseconds. */
  static CodeBlock truncated(ColumnModel column, boolean nullable) {
    String name = column.property();
    return nullable
        ? CodeBlock.of("$1L == null ? null : $1L.truncatedTo($2T.MICROS)", name, ChronoUnit.class)
        : CodeBlock.of("$L.truncatedTo($T.MICROS)", name, ChronoUnit.class);
  }

  /** The DEFAULT of a column as Java. */
  CodeBlock defaultValue(ColumnModel column) {
    Object value = column.defaultValue().orElseThrow();
    if (column.enumeration().isPresent()) {
      EnumModel enumeration = column.enumeration().get();
      return CodeBlock.of(
          "$T.$L", types.enumeration(enumeration), enumeration.constantOf((String) value).name());
    }
    CodeBlock literal = literal(column.storage(), value);
    return column
        .customType()
        .map(custom -> CodeBlock.of("new $T().from($L)", custom.converter(), literal))
        .orElse(literal);
  }

  private static CodeBlock literal(StorageType storage, Object value) {
    return switch (storage) {
      case TEXT -> CodeBlock.of("$S", value);
      case UUID_VALUE -> CodeBlock.of("$T.fromString($S)", UUID.class, value);
      case INSTANT -> CodeBlock.of("$T.parse($S)", Instant.class, value);
      case BIGINT -> CodeBlock.of("$LL", value);
      case INTEGER, BOOLEAN -> CodeBlock.of("$L", value);
      case SMALLINT -> CodeBlock.of("(short) $L", value);
    };
  }

  static CodeBlock properties(List<ColumnModel> columns) {
    return columns.stream()
        .map(column -> CodeBlock.of("$L", column.property()))
        .collect(CodeBlock.joining(", "));
  }
}

package dev.taskstore.codegen.writer;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterSpec;
import dev.taskstore.codegen.schema.ColumnModel;
import dev.taskstore.codegen.schema.EnumModel;
import dev.taskstore.codegen.schema.StorageType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.JSON;

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

  /** The value in microseconds, or with the scale of its column. */
  static CodeBlock normalized(ColumnModel column) {
    String name = column.property();
    CodeBlock value =
        column
            .decimalSize()
            .map(
                size ->
                    CodeBlock.of("$T.atScale($L, $L)", RuntimeTypes.DECIMALS, name, size.scale()))
            .orElseGet(() -> CodeBlock.of("$L.truncatedTo($T.MICROS)", name, ChronoUnit.class));
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
      case DECIMAL -> CodeBlock.of("new $T($S)", BigDecimal.class, value);
      case DATE -> CodeBlock.of("$T.parse($S)", LocalDate.class, value);
      case TIME -> CodeBlock.of("$T.parse($S)", LocalTime.class, value);
      case BYTES -> CodeBlock.of("$T.ofHex($S)", storage.boxedType(), value);
      case JSON_TEXT -> CodeBlock.of("$T.json($S)", JSON.class, value);
    };
  }

  static CodeBlock properties(List<ColumnModel> columns) {
    return columns.stream()
        .map(column -> CodeBlock.of("$L", column.property()))
        .collect(CodeBlock.joining(", "));
  }
}

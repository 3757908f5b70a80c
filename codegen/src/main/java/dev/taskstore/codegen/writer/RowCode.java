package dev.taskstore.codegen.writer;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import dev.taskstore.codegen.schema.ColumnModel;
import dev.taskstore.codegen.schema.CustomType;
import dev.taskstore.codegen.schema.Names;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Code that reads values from a row reader and writes them to a row writer. */
final class RowCode {

  private final GeneratedTypes types;

  RowCode(GeneratedTypes types) {
    this.types = types;
  }

  /** A constant for the converter of a column with a type of the application's own. */
  FieldSpec converterField(ColumnModel column) {
    CustomType custom = column.customType().orElseThrow();
    return FieldSpec.builder(
            custom.converter(),
            converter(column),
            Modifier.PRIVATE,
            Modifier.STATIC,
            Modifier.FINAL)
        .initializer("new $T()", custom.converter())
        .build();
  }

  static String converter(ColumnModel column) {
    return Names.constant(column.name()) + "_CONVERTER";
  }

  /** Reads the literal of an enum that can be NULL into a variable, as it is looked at twice. */
  CodeBlock prepare(ColumnModel column, int index) {
    return column.enumeration().isPresent() && column.customType().isEmpty() && column.nullable()
        ? CodeBlock.of(
            "$T $L = row.text($L);\n",
            GeneratedTypes.nullable(ClassName.get(String.class)),
            literal(column),
            index)
        : CodeBlock.of("");
  }

  CodeBlock read(ColumnModel column, int index) {
    CodeBlock plain =
        column
            .decimalSize()
            .map(size -> CodeBlock.of("row.decimal($L, $L)", index, size.scale()))
            .orElseGet(() -> CodeBlock.of("row.$L($L)", column.storage().accessor(), index));
    if (column.customType().isPresent()) {
      return CodeBlock.of("$L.from($L)", converter(column), plain);
    }
    if (column.enumeration().isEmpty()) {
      return plain;
    }
    return column.nullable()
        ? CodeBlock.of(
            "$1L == null ? null : $2T.of($1L)",
            literal(column),
            types.enumeration(column.enumeration().get()))
        : CodeBlock.of("$T.of($L)", types.enumeration(column.enumeration().get()), plain);
  }

  /** Writes properties of an object, one call after the other. */
  CodeBlock write(String object, List<ColumnModel> columns) {
    if (columns.isEmpty()) {
      return CodeBlock.of("");
    }
    CodeBlock.Builder chain = CodeBlock.builder().add("row");
    String separator = columns.size() == 1 ? "." : "\n.";
    for (ColumnModel column : columns) {
      CodeBlock value = CodeBlock.of("$L.$L()", object, column.property());
      chain.add(separator).add(call(stored(value, column), column));
    }
    return CodeBlock.builder().addStatement(chain.build()).build();
  }

  CodeBlock writeSingle(String variable, ColumnModel column) {
    return CodeBlock.builder()
        .addStatement("row.$L", call(stored(CodeBlock.of("$L", variable), column), column))
        .build();
  }

  private static CodeBlock call(CodeBlock value, ColumnModel column) {
    return column
        .decimalSize()
        .map(size -> CodeBlock.of("decimal($L, $L, $L)", value, size.precision(), size.scale()))
        .orElseGet(() -> CodeBlock.of("$L($L)", column.storage().accessor(), value));
  }

  /** The plain value that is stored. */
  static CodeBlock stored(CodeBlock value, ColumnModel column) {
    if (column.customType().isPresent()) {
      return CodeBlock.of("$L.to($L)", converter(column), value);
    }
    if (column.enumeration().isEmpty()) {
      return value;
    }
    return column.nullable()
        ? CodeBlock.of("$1L == null ? null : $1L.literal()", value)
        : CodeBlock.of("$L.literal()", value);
  }

  private static String literal(ColumnModel column) {
    return column.property() + "Literal";
  }
}

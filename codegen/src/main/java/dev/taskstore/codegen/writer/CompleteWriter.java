package dev.taskstore.codegen.writer;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.taskstore.codegen.schema.ColumnModel;
import dev.taskstore.codegen.schema.ColumnRole;
import dev.taskstore.codegen.schema.StorageType;
import dev.taskstore.codegen.schema.TableModel;
import java.util.Optional;

/** Writes the method that creates an entity from a draft. */
final class CompleteWriter {

  private final GeneratedTypes types;

  CompleteWriter(GeneratedTypes types) {
    this.types = types;
  }

  MethodSpec write(TableModel table) {
    CodeBlock arguments = SourceFile.lines(table.columns().stream().map(CompleteWriter::argument));
    return MappingWriter.override("complete")
        .addParameter(types.draft(table), "draft")
        .addParameter(RuntimeTypes.ROW_CONTEXT, "context")
        .returns(types.model(table))
        .addCode(locals(table))
        .addStatement("return new $T(\n$L)", types.model(table), arguments)
        .build();
  }

  private static CodeBlock argument(ColumnModel column) {
    return switch (column.role()) {
      case GENERATED_KEY, CREATED_AT, UPDATED_AT -> CodeBlock.of("$L", column.property());
      case VERSION, IDENTITY ->
          CodeBlock.of(column.storage() == StorageType.SMALLINT ? "(short) 0" : "0");
      case KEY, VALUE -> CodeBlock.of("draft.$L()", column.property());
    };
  }

  private CodeBlock locals(TableModel table) {
    Optional<ColumnModel> createdAt = table.column(ColumnRole.CREATED_AT);
    CodeBlock now = CodeBlock.of("context.now()");
    CodeBlock.Builder code = CodeBlock.builder();
    table.column(ColumnRole.GENERATED_KEY).ifPresent(key -> code.add(local(key, newId(createdAt))));
    createdAt.ifPresent(column -> code.add(local(column, now)));
    table
        .column(ColumnRole.UPDATED_AT)
        .ifPresent(
            column ->
                code.add(
                    local(
                        column,
                        createdAt
                            .map(created -> CodeBlock.of("$L", created.property()))
                            .orElse(now))));
    return code.build();
  }

  private static CodeBlock newId(Optional<ColumnModel> createdAt) {
    return createdAt
        .map(
            column ->
                CodeBlock.of(
                    "draft.$1L() != null\n    ? context.newId(draft.$1L())\n    : context.newId()",
                    column.property()))
        .orElse(CodeBlock.of("context.newId()"));
  }

  private CodeBlock local(ColumnModel column, CodeBlock otherwise) {
    String lineBreak = column.role() == ColumnRole.GENERATED_KEY ? "\n" : " ";
    return CodeBlock.builder()
        .addStatement(
            "$1T $2L = draft.$2L() != null$4L? draft.$2L()$4L: $3L",
            types.value(column),
            column.property(),
            otherwise,
            lineBreak)
        .build();
  }
}

package dev.taskstore.codegen.writer;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.taskstore.codegen.schema.ColumnModel;
import dev.taskstore.codegen.schema.TableModel;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A source file under construction, with the jOOQ tables to import. */
final class SourceFile {

  private static final int ONE_LINE = 2;

  // A table is not imported if a generated class may have a constant of the same name.
  private static final Pattern SHADOWED =
      Pattern.compile(
          "INSTANCE|MAP|(KEY_|MUTABLE_|INSERT_)?COLUMNS|.*_COLUMN|BY_.*|WITHOUT_.*|.*_BY_.*");

  private final GeneratedTypes types;
  private final ClassName name;
  private final Set<String> tables = new TreeSet<>();

  SourceFile(GeneratedTypes types, ClassName name) {
    this.types = types;
    this.name = name;
  }

  /** Returns the jOOQ table, such as {@code TASKS}. */
  CodeBlock table(TableModel table) {
    if (SHADOWED.matcher(table.field()).matches()) {
      return CodeBlock.of("$T.$L", types.jooqTables(), table.field());
    }
    tables.add(table.field());
    return CodeBlock.of("$L", table.field());
  }

  /** Returns a column of the jOOQ table, such as {@code TASKS.TITLE}. */
  CodeBlock column(TableModel table, ColumnModel column) {
    return CodeBlock.of("$L.$L", table(table), column.field());
  }

  /** Returns columns separated by commas. */
  CodeBlock columns(TableModel table, List<ColumnModel> columns) {
    return columns.stream().map(column -> column(table, column)).collect(CodeBlock.joining(", "));
  }

  /** Returns columns as arguments: a few on one line, otherwise one on each line. */
  CodeBlock columnList(TableModel table, List<ColumnModel> columns) {
    if (columns.size() <= ONE_LINE) {
      return CodeBlock.of("($L)", columns(table, columns));
    }
    return columns.stream()
        .map(column -> column(table, column))
        .collect(CodeBlock.joining(",\n    ", "(\n    ", ")"));
  }

  JavaFile file(TypeSpec type) {
    JavaFile.Builder file =
        JavaFile.builder(name.packageName(), type)
            .indent("  ")
            .skipJavaLangImports(true)
            .addFileComment("Generated from $L; changes are lost.", types.changelog());
    if (!tables.isEmpty()) {
      file.addStaticImport(types.jooqTables(), tables.toArray(String[]::new));
    }
    return file.build();
  }

  static CodeBlock lines(Stream<CodeBlock> arguments) {
    return arguments.collect(CodeBlock.joining(",\n"));
  }
}

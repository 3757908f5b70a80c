package dev.taskstore.codegen.writer;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import dev.taskstore.codegen.schema.ColumnModel;
import dev.taskstore.codegen.schema.ColumnRole;
import dev.taskstore.codegen.schema.ForeignKeyModel;
import dev.taskstore.codegen.schema.Names;
import dev.taskstore.codegen.schema.TableModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Writes the methods of a repository that find rows by a foreign key. */
final class ForeignKeyMethods {

  private final GeneratedTypes types;
  private final SourceFile source;
  private final RepositoryMembers members;

  ForeignKeyMethods(GeneratedTypes types, SourceFile source, RepositoryMembers members) {
    this.types = types;
    this.source = source;
    this.members = members;
  }

  void write(TableModel table) {
    if (table.orderKey().isEmpty()) {
      // Pages require an order without ties, which only a key provides.
      return;
    }
    Set<List<ColumnModel>> seen = new HashSet<>();
    for (ForeignKeyModel key : table.foreignKeys()) {
      if (seen.add(key.columns())) {
        write(table, key);
      }
    }
  }

  private void write(TableModel table, ForeignKeyModel key) {
    List<String> references =
        key.columns().stream().map(column -> Names.reference(column.name())).toList();
    String name =
        members.claim(
            RepositoryMembers.pascal(references),
            RepositoryMembers.pascal(key.columns().stream().map(ColumnModel::name).toList()));
    String constant = "BY_" + Names.constant(name);
    CodeBlock condition =
        key.columns().stream()
            .map(
                column ->
                    CodeBlock.of(
                        "$1L.eq($2T.of($1L))",
                        source.column(table, column),
                        RuntimeTypes.PARAMETER))
            .reduce((first, second) -> CodeBlock.of("$L\n        .and($L)", first, second))
            .orElseThrow();
    members.constant(RuntimeTypes.KEYSET_QUERY, constant, query(table, condition));
    String phrase = Names.phrase(name);
    finder(table, key.columns(), name, constant, "of this " + phrase);
    counter(table, key.columns(), name, constant, "of this " + phrase);
    List<ColumnModel> nullable = key.columns().stream().filter(ColumnModel::nullable).toList();
    if (!nullable.isEmpty()) {
      without(table, name, nullable);
    }
  }

  private void without(TableModel table, String name, List<ColumnModel> nullable) {
    String constant = "WITHOUT_" + Names.constant(name);
    CodeBlock condition =
        nullable.stream()
            .map(column -> CodeBlock.of("$L.isNull()", source.column(table, column)))
            .reduce((first, second) -> CodeBlock.of("$L.or($L)", first, second))
            .orElseThrow();
    members.constant(RuntimeTypes.KEYSET_QUERY, constant, query(table, condition));
    members.add(
        UniqueKeyMethods.method("findWithout" + name)
            .addJavadoc(
                Docs.of(
                    "Finds the "
                        + Docs.plural(table)
                        + " without "
                        + Docs.article(Names.phrase(name))
                        + ", "
                        + order(table)
                        + ".",
                    "@param request the position and size of the page",
                    "@return the page"))
            .addParameter(RuntimeTypes.PAGE_REQUEST, "request")
            .returns(ParameterizedTypeName.get(RuntimeTypes.PAGE, types.model(table)))
            .addStatement("return page($L, request)", constant)
            .build());
  }

  private CodeBlock query(TableModel table, CodeBlock condition) {
    CodeBlock.Builder order = CodeBlock.builder();
    List<ColumnModel> columns = new ArrayList<>();
    table.column(ColumnRole.CREATED_AT).ifPresent(columns::add);
    String direction = columns.isEmpty() ? "ascending" : "descending";
    table.orderKey().stream().filter(column -> !columns.contains(column)).forEach(columns::add);
    order.add("$T.$L($L)", RuntimeTypes.KEYSET_ORDER, direction, source.columns(table, columns));
    return CodeBlock.of(
        "$T.from($L)\n    .where($L)\n    .orderBy($L)",
        RuntimeTypes.KEYSET_QUERY,
        source.table(table),
        condition,
        order.build());
  }

  private static String order(TableModel table) {
    return table.column(ColumnRole.CREATED_AT).isPresent() ? "newest first" : "by key";
  }

  private void finder(
      TableModel table, List<ColumnModel> key, String name, String constant, String whose) {
    String request = RepositoryMembers.unused("request", key);
    List<String> parts = new ArrayList<>();
    key.forEach(column -> parts.add(Docs.parameter(column)));
    parts.add("@param " + request + " the position and size of the page");
    parts.add("@return the page");
    members.add(
        UniqueKeyMethods.method("findBy" + name)
            .addJavadoc(
                Docs.of(
                    "Finds the " + Docs.plural(table) + " " + whose + ", " + order(table) + ".",
                    parts))
            .addParameters(RepositoryMembers.parameters(types, key))
            .addParameter(RuntimeTypes.PAGE_REQUEST, request)
            .returns(ParameterizedTypeName.get(RuntimeTypes.PAGE, types.model(table)))
            .addCode(Values.requireAll(key))
            .addStatement("return page($L, $L, $L)", constant, request, Values.properties(key))
            .build());
  }

  private void counter(
      TableModel table, List<ColumnModel> key, String name, String constant, String whose) {
    List<String> parts = new ArrayList<>();
    key.forEach(column -> parts.add(Docs.parameter(column)));
    parts.add("@return the number of " + Docs.plural(table));
    members.add(
        UniqueKeyMethods.method("countBy" + name)
            .addJavadoc(Docs.of("Counts the " + Docs.plural(table) + " " + whose + ".", parts))
            .addParameters(RepositoryMembers.parameters(types, key))
            .returns(long.class)
            .addCode(Values.requireAll(key))
            .addStatement("return count($L, $L)", constant, Values.properties(key))
            .build());
  }
}

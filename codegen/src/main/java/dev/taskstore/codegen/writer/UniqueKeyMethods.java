package dev.taskstore.codegen.writer;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.taskstore.codegen.schema.ColumnModel;
import dev.taskstore.codegen.schema.ColumnRole;
import dev.taskstore.codegen.schema.Names;
import dev.taskstore.codegen.schema.TableModel;
import dev.taskstore.codegen.schema.UniqueKeyModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Writes the methods of a repository that find or upsert rows by a unique key. */
final class UniqueKeyMethods {

  private final GeneratedTypes types;
  private final SourceFile source;
  private final RepositoryMembers members;

  UniqueKeyMethods(GeneratedTypes types, SourceFile source, RepositoryMembers members) {
    this.types = types;
    this.source = source;
    this.members = members;
  }

  void write(TableModel table) {
    for (UniqueKeyModel key : table.uniqueKeys()) {
      CodeBlock columns =
          CodeBlock.of("$T.of($L)", List.class, source.columns(table, key.columns()));
      members.add(find(table, key.columns(), columns));
      if (table.keyed() && key.columns().size() == 1) {
        members.add(findAll(table, key.columns().get(0)));
      }
      if (table.keyed() && key.complete()) {
        upserts(table, key.columns(), name(key.columns()), columns);
      }
    }
    if (table.keyed() && table.primaryKey().get(0).role() == ColumnRole.KEY) {
      CodeBlock columns =
          CodeBlock.of("$T.of($L)", List.class, source.columns(table, table.primaryKey()));
      upserts(table, table.primaryKey(), rawName(table.primaryKey()), columns);
    }
  }

  private MethodSpec find(TableModel table, List<ColumnModel> key, CodeBlock columns) {
    List<String> parts = new ArrayList<>();
    key.forEach(column -> parts.add(Docs.parameter(column)));
    parts.add("@return the " + Docs.model(table) + ", or empty if it does not exist");
    return method("findBy" + name(key))
        .addJavadoc(Docs.of("Finds the " + Docs.model(table) + " with " + phrase(key) + ".", parts))
        .addParameters(RepositoryMembers.parameters(types, key))
        .returns(ParameterizedTypeName.get(ClassName.get(Optional.class), types.model(table)))
        .addStatement("return findUnique($L, $L)", columns, Values.properties(key))
        .build();
  }

  private MethodSpec findAll(TableModel table, ColumnModel column) {
    String plural = Names.camel(Names.plural(column.name()));
    TypeName values =
        ParameterizedTypeName.get(ClassName.get(Collection.class), types.boxed(column));
    return method("findAllBy" + name(List.of(column)))
        .addJavadoc(
            Docs.of(
                "Finds the "
                    + Docs.plural(table)
                    + " with the given "
                    + Names.phrase(Names.plural(column.name()))
                    + ".",
                "@param " + plural + " the values",
                "@return the "
                    + Docs.plural(table)
                    + " in the order of the values; values without a row are omitted"))
        .addParameter(values, plural)
        .returns(list(types.model(table)))
        .addStatement("return findAllBy($L, $L)", source.column(table, column), plural)
        .build();
  }

  private void upserts(TableModel table, List<ColumnModel> key, String name, CodeBlock columns) {
    String model = Docs.model(table);
    String what = ", or updates the row with the same " + words(key) + ".";
    members.add(
        method("upsertBy" + name)
            .addJavadoc(
                Docs.of(
                    "Inserts " + Docs.article(model) + what,
                    "@param draft the values",
                    "@return the stored " + model))
            .addParameter(types.draft(table), "draft")
            .returns(types.model(table))
            .addStatement("return upsert($L, draft)", columns)
            .build());
    members.add(
        method("upsertAllBy" + name)
            .addJavadoc(
                Docs.of(
                    "Inserts each " + model + what,
                    "@param drafts the values",
                    "@return the stored " + Docs.plural(table) + ", in the order of the drafts"))
            .addParameter(
                ParameterizedTypeName.get(ClassName.get(Collection.class), types.draft(table)),
                "drafts")
            .returns(list(types.model(table)))
            .addStatement("return upsertAll($L, drafts)", columns)
            .build());
  }

  static MethodSpec.Builder method(String name) {
    return MethodSpec.methodBuilder(name).addModifiers(Modifier.PUBLIC);
  }

  static TypeName list(TypeName element) {
    return ParameterizedTypeName.get(ClassName.get(List.class), element);
  }

  private static String name(List<ColumnModel> key) {
    String name = rawName(key);
    // Methods that end with "ById" use the primary key.
    return name.equals("Id") ? "UniqueId" : name;
  }

  private static String rawName(List<ColumnModel> key) {
    return RepositoryMembers.pascal(key.stream().map(ColumnModel::name).toList());
  }

  private static String words(List<ColumnModel> key) {
    return String.join(" and ", key.stream().map(column -> Names.phrase(column.name())).toList());
  }

  private static String phrase(List<ColumnModel> key) {
    return (key.size() == 1 ? "this " : "these values of ") + words(key);
  }
}

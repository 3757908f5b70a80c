package dev.taskstore.codegen.writer;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import dev.taskstore.codegen.schema.ColumnModel;
import dev.taskstore.codegen.schema.JoinSide;
import dev.taskstore.codegen.schema.Names;
import dev.taskstore.codegen.schema.SchemaModel;
import dev.taskstore.codegen.schema.StorageType;
import dev.taskstore.codegen.schema.TableModel;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Writes the methods of a repository that use a join table. */
final class JoinTableMethods {

  /** One side of a join table with the names that are derived from it. */
  private record Side(
      TableModel table,
      TableModel joinTable,
      ColumnModel own,
      ColumnModel other,
      String name,
      String plural,
      String toOther,
      String fromOther) {}

  private final GeneratedTypes types;
  private final SourceFile source;
  private final RepositoryMembers members;
  private final SchemaModel schema;

  JoinTableMethods(
      GeneratedTypes types, SourceFile source, RepositoryMembers members, SchemaModel schema) {
    this.types = types;
    this.source = source;
    this.members = members;
    this.schema = schema;
  }

  void write(TableModel table) {
    for (JoinSide joined : schema.joinSides(table)) {
      Side side = side(table, joined);
      constants(side);
      finders(side);
      attach(side);
      detach(side);
    }
  }

  private Side side(TableModel table, JoinSide joined) {
    String reference = Names.reference(joined.other().name());
    String through = "Through" + Names.pascal(joined.joinTable().name());
    String simple = Names.pascal(reference);
    String name = members.claim(simple, simple + through);
    String suffix = name.equals(simple) ? "" : through;
    String own = Names.reference(joined.own().name());
    String constantSuffix = suffix.isEmpty() ? "" : "_" + Names.constant(suffix);
    return new Side(
        table,
        joined.joinTable(),
        joined.own(),
        joined.other(),
        name,
        Names.pascal(Names.plural(reference)) + suffix,
        Names.constant(Names.plural(reference)) + "_BY_" + Names.constant(own) + constantSuffix,
        Names.constant(Names.plural(own)) + "_BY_" + Names.constant(reference) + constantSuffix);
  }

  private void constants(Side side) {
    CodeBlock own = source.column(side.joinTable(), side.own());
    CodeBlock other = source.column(side.joinTable(), side.other());
    joinTable(side.toOther(), side.own(), side.other(), own, other);
    joinTable(side.fromOther(), side.other(), side.own(), other, own);
    members.constant(
        RuntimeTypes.KEYSET_QUERY,
        "BY_" + Names.constant(side.name()),
        CodeBlock.of(
            "$T.linked(\n    $L, $L)",
            RuntimeTypes.KEYSET_QUERY,
            source.column(side.table(), side.table().primaryKey().get(0)),
            side.fromOther()));
  }

  private void joinTable(
      String name, ColumnModel owner, ColumnModel other, CodeBlock from, CodeBlock to) {
    members.constant(
        ParameterizedTypeName.get(RuntimeTypes.JOIN_TABLE, types.boxed(owner), types.boxed(other)),
        name,
        CodeBlock.of("$T.of(\n    $L, $L)", RuntimeTypes.JOIN_TABLE, from, to));
  }

  private void finders(Side side) {
    String constant = "BY_" + Names.constant(side.name());
    String other = side.other().property();
    String others = Names.camel(Names.plural(side.other().name()));
    String phrase = Names.phrase(Names.reference(side.other().name()));
    String models = Docs.plural(side.table());
    members.add(
        UniqueKeyMethods.method("findBy" + side.name())
            .addJavadoc(
                Docs.of(
                    "Finds the "
                        + models
                        + " linked to this "
                        + phrase
                        + ", in descending order of their keys.",
                    "@param " + other + " the key of the " + phrase,
                    "@param request the position and size of the page",
                    "@return the page"))
            .addParameter(types.value(side.other()), other)
            .addParameter(RuntimeTypes.PAGE_REQUEST, "request")
            .returns(ParameterizedTypeName.get(RuntimeTypes.PAGE, types.model(side.table())))
            .addCode(Values.requireAll(List.of(side.other())))
            .addStatement("return page($L, request, $L)", constant, other)
            .build());
    members.add(
        UniqueKeyMethods.method("countBy" + side.name())
            .addJavadoc(
                Docs.of(
                    "Counts the " + models + " linked to this " + phrase + ".",
                    "@param " + other + " the key of the " + phrase,
                    "@return the number of " + models))
            .addParameter(types.value(side.other()), other)
            .returns(long.class)
            .addCode(Values.requireAll(List.of(side.other())))
            .addStatement("return count($L, $L)", constant, other)
            .build());
    members.add(
        UniqueKeyMethods.method("findBy" + side.plural())
            .addJavadoc(
                Docs.of(
                    "Finds the "
                        + models
                        + " linked to each "
                        + phrase
                        + ", with one query for all.",
                    "@param " + others + " the keys",
                    "@return the " + models + " by key, ordered by " + orderPhrase(side)))
            .addParameter(collection(side.other()), others)
            .returns(
                ParameterizedTypeName.get(
                    ClassName.get(Map.class),
                    types.boxed(side.other()),
                    UniqueKeyMethods.list(types.model(side.table()))))
            .addStatement(
                "return findAllLinked($L, $L, $L)",
                side.fromOther(),
                others,
                source.columns(side.table(), order(side.table())))
            .build());
  }

  private static String orderPhrase(Side side) {
    return Names.phrase(order(side.table()).get(0).name());
  }

  /** Returns the order for display: the only unique text of the table, or else its key. */
  private static List<ColumnModel> order(TableModel table) {
    List<ColumnModel> texts =
        table.uniqueKeys().stream()
            .filter(key -> key.columns().size() == 1 && key.complete())
            .map(key -> key.columns().get(0))
            .filter(column -> column.storage() == StorageType.TEXT)
            .toList();
    return texts.size() == 1 ? texts : table.primaryKey();
  }

  private void attach(Side side) {
    String own = side.own().property();
    String others = Names.camel(Names.plural(side.other().name()));
    String byOwn = others + "By" + Names.pascal(Names.reference(side.own().name()));
    String model = Docs.model(side.table());
    String phrase = Names.phrase(Names.plural(Names.reference(side.other().name())));
    members.add(
        UniqueKeyMethods.method("attach" + side.plural())
            .addJavadoc(
                Docs.of(
                    "Links " + Docs.article(model) + " to " + phrase + " and keeps existing links.",
                    "@param " + own + " the key of the " + model,
                    "@param " + others + " the keys of the " + phrase,
                    "@return the number of new links"))
            .addParameter(types.value(side.own()), own)
            .addParameter(collection(side.other()), others)
            .returns(int.class)
            .addStatement(
                "return attach($L, $T.of($L, $L))", side.toOther(), Map.class, own, others)
            .build());
    TypeName links =
        ParameterizedTypeName.get(
            ClassName.get(Map.class),
            types.boxed(side.own()),
            WildcardTypeName.subtypeOf(collection(side.other())));
    members.add(
        UniqueKeyMethods.method("attach" + side.plural())
            .addJavadoc(
                Docs.of(
                    "Links many "
                        + Docs.plural(side.table())
                        + " to "
                        + phrase
                        + " and keeps existing links.",
                    "@param "
                        + byOwn
                        + " the keys of the "
                        + phrase
                        + " for each key of "
                        + Docs.article(model),
                    "@return the number of new links"))
            .addParameter(links, byOwn)
            .returns(int.class)
            .addStatement("return attach($L, $L)", side.toOther(), byOwn)
            .build());
  }

  private void detach(Side side) {
    String own = side.own().property();
    String others = Names.camel(Names.plural(side.other().name()));
    String model = Docs.model(side.table());
    String phrase = Names.phrase(Names.plural(Names.reference(side.other().name())));
    members.add(
        UniqueKeyMethods.method("detach" + side.plural())
            .addJavadoc(
                Docs.of(
                    "Removes the links of " + Docs.article(model) + " to " + phrase + ".",
                    "@param " + own + " the key of the " + model,
                    "@param " + others + " the keys of the " + phrase,
                    "@return the number of removed links"))
            .addParameter(types.value(side.own()), own)
            .addParameter(collection(side.other()), others)
            .returns(int.class)
            .addStatement("return detach($L, $L, $L)", side.toOther(), own, others)
            .build());
  }

  private TypeName collection(ColumnModel column) {
    return ParameterizedTypeName.get(ClassName.get(Collection.class), types.boxed(column));
  }
}

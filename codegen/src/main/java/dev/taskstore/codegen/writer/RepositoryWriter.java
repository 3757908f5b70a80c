package dev.taskstore.codegen.writer;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.taskstore.codegen.schema.SchemaModel;
import dev.taskstore.codegen.schema.TableModel;
import javax.lang.model.element.Modifier;

/** Writes the repository of a table. */
final class RepositoryWriter {

  private final GeneratedTypes types;
  private final SchemaModel schema;

  RepositoryWriter(GeneratedTypes types, SchemaModel schema) {
    this.types = types;
    this.schema = schema;
  }

  JavaFile write(TableModel table) {
    ClassName name = types.repository(table);
    SourceFile source = new SourceFile(types, name);
    RepositoryMembers members = new RepositoryMembers();
    new UniqueKeyMethods(types, source, members).write(table);
    new ForeignKeyMethods(types, source, members).write(table);
    new JoinTableMethods(types, source, members, schema).write(table);
    TypeSpec type =
        TypeSpec.classBuilder(name)
            .addModifiers(Modifier.PUBLIC)
            .addAnnotation(RuntimeTypes.NULL_MARKED)
            .addJavadoc(
                Docs.of(
                    "Finds and changes rows of {@code " + table.name() + "}.",
                    "As thread-safe as its session. A subclass can add queries of the application."))
            .superclass(superclass(table))
            .addFields(members.fields())
            .addMethod(constructor(table))
            .addMethods(members.methods())
            .build();
    return source.file(type);
  }

  private TypeName superclass(TableModel table) {
    return table.keyed()
        ? ParameterizedTypeName.get(
            RuntimeTypes.KEYED_REPOSITORY,
            types.model(table),
            types.draft(table),
            types.changes(table),
            types.key(table))
        : ParameterizedTypeName.get(
            RuntimeTypes.TABLE_REPOSITORY, types.model(table), types.draft(table));
  }

  private MethodSpec constructor(TableModel table) {
    return MethodSpec.constructorBuilder()
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc(
            Docs.of(
                "Creates the repository.",
                "@param session the database or transaction on which it runs"))
        .addParameter(RuntimeTypes.SESSION, "session")
        .addStatement("super(session, $T.INSTANCE)", types.mapping(table))
        .build();
  }
}

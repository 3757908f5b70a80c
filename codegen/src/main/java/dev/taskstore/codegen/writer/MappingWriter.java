package dev.taskstore.codegen.writer;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import dev.taskstore.codegen.schema.ColumnModel;
import dev.taskstore.codegen.schema.ColumnRole;
import dev.taskstore.codegen.schema.StorageType;
import dev.taskstore.codegen.schema.TableModel;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the mapping between the rows of a table and its model. */
final class MappingWriter {

  private static final TypeName ANY = WildcardTypeName.subtypeOf(Object.class);
  private static final TypeName FIELDS =
      ParameterizedTypeName.get(
          ClassName.get(List.class), ParameterizedTypeName.get(RuntimeTypes.TABLE_FIELD, ANY, ANY));

  private final GeneratedTypes types;
  private final CodecWriter codecs;
  private final CompleteWriter complete;

  MappingWriter(GeneratedTypes types) {
    this.types = types;
    this.codecs = new CodecWriter(types);
    this.complete = new CompleteWriter(types);
  }

  JavaFile write(TableModel table) {
    ClassName name = types.mapping(table);
    SourceFile source = new SourceFile(types, name);
    TypeSpec.Builder type =
        TypeSpec.classBuilder(name)
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addAnnotation(RuntimeTypes.NULL_MARKED)
            .addJavadoc(
                Docs.of(
                    "Maps rows of {@code " + table.name() + "} to models and back.",
                    "Stateless and thread-safe."))
            .addSuperinterface(mappingType(table))
            .addField(
                FieldSpec.builder(
                        name, "INSTANCE", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                    .addJavadoc("The mapping of this table.\n")
                    .initializer("new $T()", name)
                    .build())
            .addField(fields("COLUMNS", source.columnList(table, table.columns())));
    if (table.column(ColumnRole.IDENTITY).isPresent()) {
      type.addField(fields("INSERT_COLUMNS", source.columnList(table, table.insertColumns())));
    }
    if (table.keyed()) {
      type.addField(fields("KEY_COLUMNS", source.columnList(table, table.primaryKey())))
          .addField(fields("MUTABLE_COLUMNS", source.columnList(table, table.mutableColumns())));
    }
    table.columns().forEach(column -> type.addField(codecs.field(source, table, column)));
    type.addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build())
        .addMethod(
            getter(
                "table", ParameterizedTypeName.get(RuntimeTypes.TABLE, ANY), source.table(table)))
        .addMethod(getter("columns", FIELDS, CodeBlock.of("COLUMNS")))
        .addMethod(read(table))
        .addMethod(write("write", table, table.columns()))
        .addMethod(complete.write(table))
        .addMethod(codecs.validateEntity(table));
    table
        .column(ColumnRole.IDENTITY)
        .ifPresent(identity -> numbered(type, source, table, identity));
    if (table.keyed()) {
      keyed(type, source, table);
    }
    table.columns().stream()
        .filter(ColumnModel::validated)
        .forEach(column -> type.addMethod(codecs.validate(column)));
    return source.file(type.build());
  }

  /** Writes the methods for the identity column, whose values the database generates. */
  private void numbered(
      TypeSpec.Builder type, SourceFile source, TableModel table, ColumnModel identity) {
    type.addMethod(getter("insertColumns", FIELDS, CodeBlock.of("INSERT_COLUMNS")))
        .addMethod(write("writeInsert", table, table.insertColumns()))
        .addMethod(managed("identityColumn", source, table, ColumnRole.IDENTITY, Long.class))
        .addMethod(
            override("withIdentity")
                .addParameter(types.model(table), "entity")
                .addParameter(long.class, "identity")
                .returns(types.model(table))
                .addStatement(
                    "return entity.with().$L($L).build()",
                    identity.property(),
                    narrowed(identity, CodeBlock.of("identity")))
                .build());
  }

  private void keyed(TypeSpec.Builder type, SourceFile source, TableModel table) {
    type.addMethod(getter("keyColumns", FIELDS, CodeBlock.of("KEY_COLUMNS")))
        .addMethod(key(table))
        .addMethod(writeKey(table))
        .addMethod(getter("mutableColumns", FIELDS, CodeBlock.of("MUTABLE_COLUMNS")))
        .addMethod(write("writeMutable", table, table.mutableColumns()))
        .addMethod(touch(table))
        .addMethod(managed("versionColumn", source, table, ColumnRole.VERSION, Long.class))
        .addMethod(version(table))
        .addMethod(managed("updatedAtColumn", source, table, ColumnRole.UPDATED_AT, Instant.class));
  }

  private TypeName mappingType(TableModel table) {
    return table.keyed()
        ? ParameterizedTypeName.get(
            RuntimeTypes.KEYED_TABLE_MAPPING,
            types.model(table),
            types.draft(table),
            types.changes(table),
            types.key(table))
        : ParameterizedTypeName.get(
            RuntimeTypes.TABLE_MAPPING, types.model(table), types.draft(table));
  }

  private static FieldSpec fields(String name, CodeBlock columns) {
    return FieldSpec.builder(FIELDS, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer("$T.of$L", List.class, columns)
        .build();
  }

  private MethodSpec read(TableModel table) {
    MethodSpec.Builder method =
        override("read")
            .addParameter(RuntimeTypes.ROW_READER, "row")
            .addException(SQLException.class)
            .returns(types.model(table));
    List<ColumnModel> columns = table.columns();
    CodeBlock.Builder arguments = CodeBlock.builder();
    for (int i = 0; i < columns.size(); i++) {
      arguments.add(i == 0 ? "\n" : ",\n").add(CodecWriter.read(columns.get(i), i + 1));
    }
    return method.addStatement("return new $T($L)", types.model(table), arguments.build()).build();
  }

  private MethodSpec write(String name, TableModel table, List<ColumnModel> columns) {
    return override(name)
        .addParameter(types.model(table), "entity")
        .addParameter(RuntimeTypes.ROW_WRITER, "row")
        .addException(SQLException.class)
        .addCode(CodecWriter.write("entity", columns))
        .build();
  }

  private MethodSpec key(TableModel table) {
    String accessor = table.compositeKey() ? "key" : table.primaryKey().get(0).property();
    return override("key")
        .addParameter(types.model(table), "entity")
        .returns(types.key(table))
        .addStatement("return entity.$L()", accessor)
        .build();
  }

  private MethodSpec writeKey(TableModel table) {
    return override("writeKey")
        .addParameter(types.key(table), "key")
        .addParameter(RuntimeTypes.ROW_WRITER, "row")
        .addException(SQLException.class)
        .addCode(CodecWriter.writeKey(table.primaryKey()))
        .build();
  }

  private MethodSpec touch(TableModel table) {
    CodeBlock.Builder changes = CodeBlock.builder();
    table
        .column(ColumnRole.UPDATED_AT)
        .ifPresent(column -> changes.add(".$L(now)", column.property()));
    table
        .column(ColumnRole.VERSION)
        .ifPresent(column -> changes.add(".$L($L)", column.property(), nextVersion(column)));
    return override("touch")
        .addParameter(types.model(table), "entity")
        .addParameter(Instant.class, "now")
        .returns(types.model(table))
        .addStatement(
            changes.isEmpty()
                ? CodeBlock.of("return entity")
                : CodeBlock.of("return entity.with()$L.build()", changes.build()))
        .build();
  }

  private static MethodSpec managed(
      String method, SourceFile source, TableModel table, ColumnRole role, Class<?> type) {
    CodeBlock column =
        table.column(role).map(found -> source.column(table, found)).orElse(CodeBlock.of("null"));
    TypeName value =
        table.column(role).map(found -> found.storage().boxedType()).orElse(ClassName.get(type));
    TypeName field = ParameterizedTypeName.get(RuntimeTypes.TABLE_FIELD, ANY, value);
    return getter(method, GeneratedTypes.nullable(field), column);
  }

  private MethodSpec version(TableModel table) {
    CodeBlock version =
        table
            .column(ColumnRole.VERSION)
            .map(column -> CodeBlock.of("entity.$L()", column.property()))
            .orElse(CodeBlock.of("0"));
    return override("version")
        .addParameter(types.model(table), "entity")
        .returns(long.class)
        .addStatement("return $L", version)
        .build();
  }

  /** Version columns have no converter: see {@code ColumnModelReader}. */
  private static CodeBlock nextVersion(ColumnModel column) {
    CodeBlock next = CodeBlock.of("entity.$L() + 1", column.property());
    return column.storage() == StorageType.SMALLINT ? CodeBlock.of("(short) ($L)", next) : next;
  }

  /** Returns a number of 64 bits in the type of a column. */
  private static CodeBlock narrowed(ColumnModel column, CodeBlock value) {
    return switch (column.storage()) {
      case INTEGER -> CodeBlock.of("$T.toIntExact($L)", Math.class, value);
      case SMALLINT -> CodeBlock.of("(short) $T.toIntExact($L)", Math.class, value);
      default -> value;
    };
  }

  private static MethodSpec getter(String name, TypeName type, CodeBlock value) {
    return override(name).returns(type).addStatement("return $L", value).build();
  }

  static MethodSpec.Builder override(String name) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC);
  }
}

package dev.taskstore.codegen.writer;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.taskstore.codegen.GeneratorConfiguration;
import dev.taskstore.codegen.schema.ColumnModel;
import dev.taskstore.codegen.schema.EnumModel;
import dev.taskstore.codegen.schema.TableModel;

/** The names of the types that are generated, and the Java types of columns. Immutable. */
public final class GeneratedTypes {

  private final GeneratorConfiguration configuration;

  /**
   * Creates the names.
   *
   * @param configuration the packages of the generated types
   */
  public GeneratedTypes(GeneratorConfiguration configuration) {
    this.configuration = configuration;
  }

  ClassName model(TableModel table) {
    return inModelPackage(table.modelName());
  }

  ClassName builder(TableModel table) {
    return model(table).nestedClass("Builder");
  }

  ClassName draft(TableModel table) {
    return inModelPackage("New" + table.modelName());
  }

  ClassName changes(TableModel table) {
    return inModelPackage(table.modelName() + "Changes");
  }

  ClassName keyRecord(TableModel table) {
    return inModelPackage(table.modelName() + "Key");
  }

  ClassName enumeration(EnumModel enumeration) {
    return enumeration.existing().orElseGet(() -> inModelPackage(enumeration.name()));
  }

  ClassName enumConverter(EnumModel enumeration) {
    return inSchemaPackage(enumeration.name() + "Converter");
  }

  ClassName mapping(TableModel table) {
    return inSchemaPackage(table.modelName() + "Mapping");
  }

  ClassName repository(TableModel table) {
    return inSchemaPackage(table.modelName() + configuration.repositorySuffix());
  }

  ClassName personalData() {
    return inSchemaPackage("PersonalData");
  }

  ClassName jooqTables() {
    return inSchemaPackage("Tables");
  }

  String changelog() {
    return configuration.changelog();
  }

  /** Returns the type of the primary key as a type argument. */
  TypeName key(TableModel table) {
    return table.compositeKey() ? keyRecord(table) : boxed(table.primaryKey().get(0));
  }

  /** Returns the type of a value that is not null. */
  TypeName value(ColumnModel column) {
    return column.primitive() ? column.storage().javaType() : boxed(column);
  }

  /** Returns the type of a value, which is nullable if the column is. */
  TypeName declared(ColumnModel column) {
    return column.nullable() ? nullable(boxed(column)) : value(column);
  }

  /** Returns the type of a value as a type argument. */
  TypeName boxed(ColumnModel column) {
    return column
        .enumeration()
        .<TypeName>map(this::enumeration)
        .or(() -> column.customType().map(custom -> custom.javaType()))
        .orElseGet(() -> column.storage().boxedType());
  }

  static TypeName nullable(TypeName type) {
    return type.box().annotated(AnnotationSpec.builder(RuntimeTypes.NULLABLE).build());
  }

  private ClassName inModelPackage(String name) {
    return ClassName.get(configuration.modelPackage(), name);
  }

  private ClassName inSchemaPackage(String name) {
    return ClassName.get(configuration.schemaPackage(), name);
  }
}

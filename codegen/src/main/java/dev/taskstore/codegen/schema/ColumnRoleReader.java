package dev.taskstore.codegen.schema;

import dev.taskstore.codegen.GenerationException;
import dev.taskstore.codegen.GeneratorConfiguration;
import dev.taskstore.codegen.ManagedColumns;
import dev.taskstore.codegen.catalog.CatalogColumn;
import dev.taskstore.codegen.problem.Advice;
import dev.taskstore.codegen.problem.ColumnAdvice;
import dev.taskstore.codegen.problem.ProblemKind;
import java.util.Set;

/** Determines who sets the values of the columns of one table. */
final class ColumnRoleReader {

  private final GeneratorConfiguration configuration;
  private final ColumnProblems rejections;
  private final String table;
  private final Set<String> primaryKey;
  private final Set<String> referring;

  ColumnRoleReader(
      GeneratorConfiguration configuration,
      ColumnProblems rejections,
      String table,
      Set<String> primaryKey,
      Set<String> referring) {
    this.configuration = configuration;
    this.rejections = rejections;
    this.table = table;
    this.primaryKey = primaryKey;
    this.referring = referring;
  }

  /**
   * Returns the role of a column.
   *
   * @param customType whether the column has a Java type of the application
   * @throws GenerationException if the column cannot have its role with this type
   */
  ColumnRole read(CatalogColumn column, StorageType storage, boolean customType) {
    String name = column.name();
    if (primaryKey.contains(name)) {
      return column.identity()
          ? identity(column, storage, customType)
          : key(column, storage, customType);
    }
    if (column.identity()) {
      throw rejections.rejected(
          column,
          ProblemKind.IDENTITY,
          "is an identity column outside the primary key",
          ColumnAdvice.PLAIN_BIGINT);
    }
    ManagedColumns managed = configuration.managedColumns();
    if (storage == StorageType.INSTANT && !column.nullable()) {
      if (name.equals(managed.createdAt())) {
        return ColumnRole.CREATED_AT;
      }
      if (name.equals(managed.updatedAt())) {
        return ColumnRole.UPDATED_AT;
      }
    }
    if (name.equals(managed.version())) {
      return version(column, storage);
    }
    return ColumnRole.VALUE;
  }

  private ColumnRole key(CatalogColumn column, StorageType storage, boolean customType) {
    if (storage == StorageType.JSONB) {
      throw rejections.rejected(
          column,
          ProblemKind.TYPE,
          "is a key of type jsonb, which has no common order",
          Advice.type("text", "${type.text}"));
    }
    boolean generated =
        primaryKey.size() == 1
            && storage == StorageType.UUID
            && !referring.contains(column.name())
            && !customType
            && !configuration.models().keyIsGiven(table);
    return generated ? ColumnRole.GENERATED_KEY : ColumnRole.KEY;
  }

  private ColumnRole identity(CatalogColumn column, StorageType storage, boolean customType) {
    boolean isInteger =
        storage == StorageType.BIGINT
            || storage == StorageType.INTEGER
            || storage == StorageType.SMALLINT;
    if (customType) {
      throw rejections.rejected(
          column,
          ProblemKind.IDENTITY,
          "is an identity column with a type in columnTypes",
          Advice.of("remove it from columnTypes"));
    }
    if (!isInteger) {
      throw rejections.rejected(
          column,
          ProblemKind.IDENTITY,
          "is an identity column, but not an integer",
          ColumnAdvice.IDENTITY);
    }
    if (primaryKey.size() > 1) {
      throw rejections.rejected(
          column,
          ProblemKind.IDENTITY,
          "is an identity column in a composite key",
          ColumnAdvice.PLAIN_BIGINT);
    }
    return ColumnRole.IDENTITY;
  }

  private ColumnRole version(CatalogColumn column, StorageType storage) {
    return switch (storage) {
      case BIGINT, INTEGER, SMALLINT -> {
        if (primaryKey.isEmpty()) {
          throw rejections.rejected(
              column,
              ProblemKind.VERSION,
              "is the version, but its table has no primary key",
              Advice.of("add one, or rename the column"));
        }
        if (column.nullable()) {
          throw rejections.rejected(
              column,
              ProblemKind.VERSION,
              "is the version, but accepts NULL",
              ColumnAdvice.VERSION);
        }
        yield ColumnRole.VERSION;
      }
      default -> ColumnRole.VALUE;
    };
  }
}

package dev.taskstore.codegen.schema;

import com.palantir.javapoet.ClassName;
import dev.taskstore.codegen.GenerationException;
import dev.taskstore.codegen.GeneratorConfiguration;
import dev.taskstore.codegen.ManagedColumns;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jooq.meta.ColumnDefinition;
import org.jooq.meta.DataTypeDefinition;
import org.jooq.meta.TableDefinition;

/** Reads the columns of one table. */
final class ColumnReader {

  private static final int MICROSECONDS = 6;
  private static final int UNLIMITED = 1_000_000_000;

  private final GeneratorConfiguration configuration;
  private final TableDefinition table;
  private final String modelName;
  private final TableChecks checks;
  private final Set<String> primaryKey;
  private final Set<String> referring;
  private final Set<String> properties = new HashSet<>();

  ColumnReader(
      GeneratorConfiguration configuration,
      TableDefinition table,
      String modelName,
      TableChecks checks,
      Set<String> primaryKey,
      Set<String> referring) {
    this.configuration = configuration;
    this.table = table;
    this.modelName = modelName;
    this.checks = checks;
    this.primaryKey = primaryKey;
    this.referring = referring;
  }

  ColumnModel read(ColumnDefinition column, String field) {
    DataTypeDefinition type = column.getDefinedType();
    StorageType storage = storage(column, type);
    Optional<CustomType> customType = customType(column);
    Optional<EnumModel> enumeration =
        customType.isPresent() || storage != StorageType.TEXT
            ? Optional.empty()
            : enumeration(column);
    boolean nullable = type.isNullable();
    ColumnRole role = role(column, storage, nullable);
    boolean filledIn = role != ColumnRole.KEY && role != ColumnRole.VALUE;
    Optional<Object> defaultValue =
        filledIn || type.getDefaultValue() == null
            ? Optional.empty()
            : new DefaultReader(place(column)).read(type.getDefaultValue(), storage);
    if (enumeration.isPresent() && defaultValue.isPresent()) {
      requireLiteral(column, enumeration.get(), defaultValue.get());
    }
    return new ColumnModel(
        column.getName(),
        Remarks.of(column),
        property(column),
        field,
        storage,
        enumeration,
        customType,
        nullable,
        role,
        limits(column, type, storage),
        defaultValue);
  }

  private StorageType storage(ColumnDefinition column, DataTypeDefinition type) {
    if (column.isIdentity()) {
      throw refused(
          column,
          "is an identity column",
          "a uuid that the client makes, or a bigint that it gives");
    }
    if (type.isComputed()) {
      throw refused(column, "is computed", "the expression in the queries that need it");
    }
    String name =
        type.getType()
            .toUpperCase(Locale.ROOT)
            .replaceAll("\\(.*?\\)", "")
            .replaceAll("\\s+", " ")
            .strip();
    return switch (name) {
      case "UUID" -> StorageType.UUID_VALUE;
      case "TIMESTAMP WITH TIME ZONE" -> {
        if (type.getPrecision() < MICROSECONDS) {
          throw refused(column, "keeps less than microseconds", "timestamp(6) with time zone");
        }
        yield StorageType.INSTANT;
      }
      case "CHARACTER VARYING", "VARCHAR", "CHARACTER LARGE OBJECT", "CLOB", "TEXT" ->
          StorageType.TEXT;
      case "BIGINT" -> StorageType.BIGINT;
      case "INTEGER", "INT" -> StorageType.INTEGER;
      case "SMALLINT" -> StorageType.SMALLINT;
      case "BOOLEAN" -> StorageType.BOOLEAN;
      default ->
          throw refused(
              column,
              "has the type " + name.toLowerCase(Locale.ROOT),
              UnsupportedTypes.insteadOf(name));
    };
  }

  private Optional<CustomType> customType(ColumnDefinition column) {
    return configuration.columnTypes().stream()
        .filter(type -> type.matches(table.getName(), column.getName()))
        .findFirst()
        .map(
            type ->
                new CustomType(
                    ClassName.bestGuess(type.javaType()), ClassName.bestGuess(type.converter())));
  }

  private Optional<EnumModel> enumeration(ColumnDefinition column) {
    List<String> literals = checks.literals().get(column.getName());
    if (literals == null) {
      return Optional.empty();
    }
    Set<String> names = new HashSet<>();
    List<EnumModel.Constant> constants = new ArrayList<>();
    for (String literal : literals) {
      constants.add(new EnumModel.Constant(unused(Names.constant(literal), names), literal));
    }
    String name = modelName + Names.pascal(column.getName());
    return Optional.of(new EnumModel(name, table.getName(), column.getName(), constants));
  }

  private ColumnRole role(ColumnDefinition column, StorageType storage, boolean nullable) {
    String name = column.getName();
    if (primaryKey.contains(name)) {
      boolean generated =
          primaryKey.size() == 1 && storage == StorageType.UUID_VALUE && !referring.contains(name);
      return generated && customType(column).isEmpty() ? ColumnRole.GENERATED_KEY : ColumnRole.KEY;
    }
    ManagedColumns managed = configuration.managedColumns();
    if (storage == StorageType.INSTANT && !nullable) {
      if (name.equals(managed.createdAt())) {
        return ColumnRole.CREATED_AT;
      }
      if (name.equals(managed.updatedAt())) {
        return ColumnRole.UPDATED_AT;
      }
    }
    if (name.equals(managed.version())) {
      return version(column, storage, nullable);
    }
    return ColumnRole.VALUE;
  }

  /** A number that is nearly a version is refused, as it would silently not be compared. */
  private ColumnRole version(ColumnDefinition column, StorageType storage, boolean nullable) {
    return switch (storage) {
      case BIGINT -> {
        if (nullable) {
          throw refused(column, "is the version and takes NULL", "bigint NOT NULL");
        }
        yield ColumnRole.VERSION;
      }
      case INTEGER, SMALLINT ->
          throw refused(column, "is the version and no bigint", "bigint NOT NULL");
      case TEXT, UUID_VALUE, INSTANT, BOOLEAN -> ColumnRole.VALUE;
    };
  }

  private List<TextLimit> limits(
      ColumnDefinition column, DataTypeDefinition type, StorageType storage) {
    if (storage != StorageType.TEXT) {
      return List.of();
    }
    List<TextLimit> limits =
        new ArrayList<>(checks.limits().getOrDefault(column.getName(), List.of()));
    if (type.getLength() > 0 && type.getLength() < UNLIMITED) {
      limits.add(new TextLimit(0, type.getLength(), Optional.empty()));
    }
    return limits.isEmpty() ? List.of(TextLimit.NONE) : limits;
  }

  private String property(ColumnDefinition column) {
    return unused(Names.camel(column.getName()), properties);
  }

  private static String unused(String name, Set<String> used) {
    String candidate = name;
    while (!used.add(candidate)) {
      candidate += "_";
    }
    return candidate;
  }

  private void requireLiteral(ColumnDefinition column, EnumModel enumeration, Object value) {
    boolean known =
        enumeration.constants().stream().anyMatch(constant -> constant.literal().equals(value));
    if (!known) {
      throw refused(
          column, "has a DEFAULT that its CHECK forbids", "one of the texts of the CHECK");
    }
  }

  private GenerationException refused(ColumnDefinition column, String reason, String instead) {
    return new GenerationException(
        place(column) + " " + reason + "; write " + instead + " instead.");
  }

  private String place(ColumnDefinition column) {
    return "Column "
        + table.getName()
        + "."
        + column.getName()
        + " of changelog "
        + configuration.changelog();
  }
}

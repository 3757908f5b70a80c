package dev.taskstore.codegen.schema;

import com.palantir.javapoet.ClassName;
import dev.taskstore.codegen.GenerationException;
import dev.taskstore.codegen.GeneratorConfiguration;
import dev.taskstore.codegen.ManagedColumns;
import dev.taskstore.codegen.ModelOptions;
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
  private final Places places;
  private final TableDefinition table;
  private final String modelName;
  private final TableChecks checks;
  private final Set<String> primaryKey;
  private final Set<String> referring;
  private final Set<String> properties = new HashSet<>();

  ColumnReader(
      GeneratorConfiguration configuration,
      Places places,
      TableDefinition table,
      String modelName,
      TableChecks checks,
      Set<String> primaryKey,
      Set<String> referring) {
    this.configuration = configuration;
    this.places = places;
    this.table = table;
    this.modelName = modelName;
    this.checks = checks;
    this.primaryKey = primaryKey;
    this.referring = referring;
  }

  ColumnModel read(ColumnDefinition column, String field) {
    Names.requireWords(column.getName(), place(column));
    DataTypeDefinition type = column.getDefinedType();
    StorageType storage = storage(column, type);
    Optional<DecimalSize> decimalSize =
        storage == StorageType.DECIMAL ? Optional.of(decimalSize(column, type)) : Optional.empty();
    Optional<CustomType> customType = customType(column);
    Optional<EnumModel> enumeration =
        customType.isPresent() || storage != StorageType.TEXT
            ? Optional.empty()
            : enumeration(column);
    boolean nullable = type.isNullable();
    ColumnRole role = role(column, storage, nullable);
    boolean filledIn = role != ColumnRole.KEY && role != ColumnRole.VALUE;
    if (enumeration.flatMap(EnumModel::existing).isPresent()) {
      customType = Optional.of(ownEnum(enumeration.get()));
    }
    Optional<Object> defaultValue =
        filledIn || type.getDefaultValue() == null
            ? Optional.empty()
            : new DefaultReader(place(column)).read(type.getDefaultValue(), storage, decimalSize);
    if (enumeration.isPresent() && defaultValue.isPresent()) {
      requireLiteral(column, enumeration.get(), defaultValue.get());
    }
    return new ColumnModel(
        column.getName(),
        Remarks.of(column),
        property(column),
        field,
        storage,
        decimalSize,
        enumeration,
        customType,
        nullable,
        role,
        limits(column, type, storage),
        defaultValue);
  }

  private StorageType storage(ColumnDefinition column, DataTypeDefinition type) {
    if (type.isComputed()) {
      throw refused(column, "is computed", "the expression in the queries that need it");
    }
    String name =
        type.getType()
            .toUpperCase(Locale.ROOT)
            .replaceAll("\\(.*?\\)", "")
            .replaceAll("\\s+", " ")
            .strip();
    StorageType storage =
        StorageType.named(name)
            // jOOQ has one name for all intervals without months.
            .filter(found -> found != StorageType.DURATION || type.getPrecision() == MICROSECONDS)
            .orElseThrow(
                () ->
                    refused(
                        column,
                        "has the type " + name.toLowerCase(Locale.ROOT),
                        UnsupportedTypes.insteadOf(name)));
    if (storage == StorageType.INSTANT) {
      requireMicroseconds(column, type, "timestamp(6) with time zone");
    } else if (storage == StorageType.TIME) {
      requireMicroseconds(column, type, "time(6)");
    }
    return storage;
  }

  private void requireMicroseconds(
      ColumnDefinition column, DataTypeDefinition type, String instead) {
    if (type.getPrecision() < MICROSECONDS) {
      throw refused(column, "keeps less than microseconds", instead);
    }
  }

  private DecimalSize decimalSize(ColumnDefinition column, DataTypeDefinition type) {
    if (type.getPrecision() > DecimalSize.MAX_PRECISION) {
      throw refused(
          column,
          "can have more than " + DecimalSize.MAX_PRECISION + " digits",
          "numeric(" + DecimalSize.MAX_PRECISION + ", 2) or smaller");
    }
    return new DecimalSize(type.getPrecision(), type.getScale());
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

  private CustomType ownEnum(EnumModel enumeration) {
    return new CustomType(
        enumeration.existing().orElseThrow(),
        ClassName.get(configuration.schemaPackage(), enumeration.name() + "Converter"));
  }

  private Optional<EnumModel> enumeration(ColumnDefinition column) {
    List<String> literals = checks.literals().get(column.getName());
    ModelOptions options = configuration.models();
    Optional<ClassName> existing =
        options.enumOf(table.getName(), column.getName()).map(ClassName::bestGuess);
    if (literals == null) {
      if (existing.isPresent()) {
        throw refused(
            column,
            "has an enum in enumTypes, but no CHECK that lists its texts",
            "CHECK (" + column.getName() + " IN (...))");
      }
      return Optional.empty();
    }
    if (existing.isEmpty() && options.staysText(table.getName(), column.getName())) {
      return Optional.empty();
    }
    Set<String> names = new HashSet<>();
    List<EnumModel.Constant> constants = new ArrayList<>();
    for (String literal : literals) {
      constants.add(new EnumModel.Constant(unused(Names.constant(literal), names), literal));
    }
    String name = modelName + Names.pascal(column.getName());
    return Optional.of(new EnumModel(name, table.getName(), column.getName(), constants, existing));
  }

  private ColumnRole role(ColumnDefinition column, StorageType storage, boolean nullable) {
    String name = column.getName();
    if (primaryKey.contains(name)) {
      return column.isIdentity() ? identity(column, storage) : key(column, storage);
    }
    if (column.isIdentity()) {
      throw refused(column, "is an identity column beside the primary key", "a plain bigint");
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

  private ColumnRole key(ColumnDefinition column, StorageType storage) {
    boolean generated =
        primaryKey.size() == 1
            && storage == StorageType.UUID
            && !referring.contains(column.getName())
            && customType(column).isEmpty()
            && !configuration.models().keyIsGiven(table.getName());
    return generated ? ColumnRole.GENERATED_KEY : ColumnRole.KEY;
  }

  private ColumnRole identity(ColumnDefinition column, StorageType storage) {
    if (storage != StorageType.BIGINT || customType(column).isPresent()) {
      throw refused(
          column,
          "is an identity column and no plain bigint",
          "bigint GENERATED BY DEFAULT AS IDENTITY");
    }
    if (primaryKey.size() > 1) {
      throw refused(column, "is an identity column in a composite key", "a plain bigint");
    }
    return ColumnRole.IDENTITY;
  }

  /** A number that is nearly a version is refused, as it would silently not be compared. */
  private ColumnRole version(ColumnDefinition column, StorageType storage, boolean nullable) {
    return switch (storage) {
      case BIGINT -> {
        if (primaryKey.isEmpty()) {
          throw new GenerationException(
              place(column)
                  + " is the version, but its table has no primary key to find a row by; give the"
                  + " table one, or name the version otherwise.");
        }
        if (nullable) {
          throw refused(column, "is the version and takes NULL", "bigint NOT NULL");
        }
        yield ColumnRole.VERSION;
      }
      case INTEGER, SMALLINT ->
          throw refused(column, "is the version and no bigint", "bigint NOT NULL");
      default -> ColumnRole.VALUE;
    };
  }

  private List<TextLimit> limits(
      ColumnDefinition column, DataTypeDefinition type, StorageType storage) {
    List<TextLimit> limits = new ArrayList<>();
    switch (storage) {
      case TEXT, JSON -> limits.addAll(checks.limits().getOrDefault(column.getName(), List.of()));
      case BYTES -> {
        limits.addAll(checks.limits().getOrDefault(column.getName(), List.of()));
        limits.addAll(checks.octetLimits().getOrDefault(column.getName(), List.of()));
      }
      default -> {
        return List.of();
      }
    }
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
    return places.column(table.getName(), column.getName());
  }
}

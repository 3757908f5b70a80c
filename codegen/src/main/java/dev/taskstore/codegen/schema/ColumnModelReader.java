package dev.taskstore.codegen.schema;

import com.palantir.javapoet.ClassName;
import dev.taskstore.codegen.GenerationException;
import dev.taskstore.codegen.GeneratorConfiguration;
import dev.taskstore.codegen.ManagedColumns;
import dev.taskstore.codegen.ModelOptions;
import dev.taskstore.codegen.catalog.CatalogColumn;
import dev.taskstore.codegen.catalog.CatalogTable;
import dev.taskstore.codegen.catalog.CatalogType;
import dev.taskstore.codegen.problem.Advice;
import dev.taskstore.codegen.problem.LeftOut;
import dev.taskstore.codegen.problem.Location;
import dev.taskstore.codegen.problem.Problem;
import dev.taskstore.codegen.problem.ProblemCollector;
import dev.taskstore.codegen.problem.ProblemKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Builds the models of the columns of one table. A column without a model is an exception with its
 * problem; a default that cannot be applied is left out.
 */
final class ColumnModelReader {

  private static final int MICROSECONDS = 6;

  private final GeneratorConfiguration configuration;
  private final ProblemCollector problems;
  private final Places places;
  private final CatalogTable table;
  private final String modelName;
  private final TableChecks checks;
  private final Set<String> primaryKey;
  private final Set<String> referring;
  private final Set<String> properties = new HashSet<>();

  ColumnModelReader(
      GeneratorConfiguration configuration,
      ProblemCollector problems,
      Places places,
      CatalogTable table,
      String modelName,
      TableChecks checks,
      Set<String> primaryKey,
      Set<String> referring) {
    this.configuration = configuration;
    this.problems = problems;
    this.places = places;
    this.table = table;
    this.modelName = modelName;
    this.checks = checks;
    this.primaryKey = primaryKey;
    this.referring = referring;
  }

  ColumnModel read(CatalogColumn column, String field) {
    requireWords(column);
    CatalogType type = column.type();
    StorageType storage = storage(column, type);
    Optional<DecimalSize> decimalSize =
        storage == StorageType.DECIMAL ? Optional.of(decimalSize(column, type)) : Optional.empty();
    Optional<CustomType> customType = customType(column);
    Optional<EnumModel> enumeration =
        customType.isPresent() || !(storage == StorageType.TEXT || storage == StorageType.ENUM)
            ? Optional.empty()
            : enumeration(column);
    boolean nullable = column.nullable();
    ColumnRole role = role(column, storage, nullable);
    boolean filledIn = role != ColumnRole.KEY && role != ColumnRole.VALUE;
    if (enumeration.flatMap(EnumModel::existing).isPresent()) {
      customType = Optional.of(ownEnum(enumeration.get()));
    }
    Optional<Object> defaultValue =
        filledIn ? Optional.empty() : defaultValue(column, storage, decimalSize, enumeration);
    return new ColumnModel(
        column.name(),
        column.remark(),
        column.category(),
        property(column),
        field,
        storage,
        column.collated() && storage.isText(),
        decimalSize,
        fractionDigits(type, storage),
        enumeration,
        customType,
        nullable,
        role,
        limits(column, type, storage),
        defaultValue);
  }

  private void requireWords(CatalogColumn column) {
    if (Names.words(column.name()).isEmpty()) {
      throw rejected(
          column,
          ProblemKind.NAME,
          "has a name without a letter or digit, which has no Java name",
          Advice.of("rename it"));
    }
  }

  private Optional<Object> defaultValue(
      CatalogColumn column,
      StorageType storage,
      Optional<DecimalSize> decimalSize,
      Optional<EnumModel> enumeration) {
    try {
      Optional<Object> value =
          column
              .defaultExpression()
              .flatMap(
                  expression ->
                      new DefaultReader(place(column)).read(expression, storage, decimalSize));
      if (enumeration.isPresent() && value.isPresent()) {
        requireLiteral(column, enumeration.get(), value.get());
      }
      return value;
    } catch (GenerationException e) {
      e.problems()
          .forEach(
              problem ->
                  problems.leaveOut(problem, LeftOut.Part.DEFAULT, table.name(), column.name()));
      return Optional.empty();
    }
  }

  private StorageType storage(CatalogColumn column, CatalogType type) {
    if (column.computed()) {
      throw rejected(
          column,
          ProblemKind.COMPUTED,
          "is computed",
          Advice.of("write the expression in the queries that need it instead"));
    }
    String name = type.name();
    StorageType storage =
        StorageType.named(name)
            // An interval of seconds may have another number of fractional digits.
            .filter(found -> found != StorageType.DURATION || type.precision() == MICROSECONDS)
            .orElseThrow(
                () ->
                    rejected(
                        column,
                        ProblemKind.TYPE,
                        "has the type " + name.toLowerCase(Locale.ROOT),
                        UnsupportedTypes.insteadOf(column)));
    return storage;
  }

  /** Microseconds are the most that every dialect stores. */
  private static OptionalInt fractionDigits(CatalogType type, StorageType storage) {
    return storage.hasFraction() && type.precision() < MICROSECONDS
        ? OptionalInt.of(type.precision())
        : OptionalInt.empty();
  }

  private DecimalSize decimalSize(CatalogColumn column, CatalogType type) {
    DecimalSize size = new DecimalSize(type.precision(), type.scale());
    if (!size.isSupported()) {
      throw rejected(
          column,
          ProblemKind.TYPE,
          "has " + size.precision() + " digits, " + size.scale() + " after the decimal point",
          Advice.of(
              "write numeric(p, s) with p up to "
                  + DecimalSize.MAX_PRECISION
                  + " and s from 0 to p"));
    }
    return size;
  }

  private Optional<CustomType> customType(CatalogColumn column) {
    return configuration.columnTypes().stream()
        .filter(type -> type.matches(table.name(), column.name()))
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

  private Optional<EnumModel> enumeration(CatalogColumn column) {
    List<String> literals = checks.literals().get(column.name());
    ModelOptions options = configuration.models();
    Optional<ClassName> existing =
        options.enumOf(table.name(), column.name()).map(ClassName::bestGuess);
    if (literals == null) {
      if (column.type().name().equals("ENUM")) {
        throw rejected(
            column,
            ProblemKind.TYPE,
            "has an enumerated type, but no CHECK that lists its constants for other databases",
            UnsupportedTypes.insteadOf(column));
      }
      if (existing.isPresent()) {
        throw rejected(
            column,
            ProblemKind.OPTION,
            "has an enum in enumTypes, but no CHECK that lists the texts",
            Advice.of("write CHECK (" + column.name() + " IN (...)) instead"));
      }
      return Optional.empty();
    }
    if (existing.isEmpty() && options.staysText(table.name(), column.name())) {
      return Optional.empty();
    }
    Set<String> names = new HashSet<>();
    List<EnumModel.Constant> constants = new ArrayList<>();
    for (String literal : literals) {
      constants.add(new EnumModel.Constant(unused(Names.constant(literal), names), literal));
    }
    String name = modelName + Names.pascal(column.name());
    return Optional.of(new EnumModel(name, table.name(), column.name(), constants, existing));
  }

  private ColumnRole role(CatalogColumn column, StorageType storage, boolean nullable) {
    String name = column.name();
    if (primaryKey.contains(name)) {
      return column.identity() ? identity(column, storage) : key(column, storage);
    }
    if (column.identity()) {
      throw rejected(
          column,
          ProblemKind.IDENTITY,
          "is an identity column outside the primary key",
          ColumnAdvice.PLAIN_BIGINT);
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

  private ColumnRole key(CatalogColumn column, StorageType storage) {
    if (storage == StorageType.JSONB) {
      throw rejected(
          column,
          ProblemKind.TYPE,
          "is a key of type jsonb, which has no common order",
          Advice.type("text", "${type.text}"));
    }
    boolean generated =
        primaryKey.size() == 1
            && storage == StorageType.UUID
            && !referring.contains(column.name())
            && customType(column).isEmpty()
            && !configuration.models().keyIsGiven(table.name());
    return generated ? ColumnRole.GENERATED_KEY : ColumnRole.KEY;
  }

  private ColumnRole identity(CatalogColumn column, StorageType storage) {
    boolean isInteger =
        storage == StorageType.BIGINT
            || storage == StorageType.INTEGER
            || storage == StorageType.SMALLINT;
    if (!isInteger || customType(column).isPresent()) {
      throw rejected(
          column,
          ProblemKind.IDENTITY,
          "is an identity column, but not a plain integer",
          ColumnAdvice.IDENTITY);
    }
    if (primaryKey.size() > 1) {
      throw rejected(
          column,
          ProblemKind.IDENTITY,
          "is an identity column in a composite key",
          ColumnAdvice.PLAIN_BIGINT);
    }
    return ColumnRole.IDENTITY;
  }

  private ColumnRole version(CatalogColumn column, StorageType storage, boolean nullable) {
    return switch (storage) {
      case BIGINT, INTEGER, SMALLINT -> {
        if (primaryKey.isEmpty()) {
          throw rejected(
              column,
              ProblemKind.VERSION,
              "is the version, but its table has no primary key",
              Advice.of("add one, or rename the column"));
        }
        if (nullable) {
          throw rejected(
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

  private List<TextLimit> limits(CatalogColumn column, CatalogType type, StorageType storage) {
    List<TextLimit> limits = new ArrayList<>();
    switch (storage) {
      case TEXT, CHARACTER, JSON, JSONB ->
          limits.addAll(checks.limits().getOrDefault(column.name(), List.of()));
      case BYTES -> {
        limits.addAll(checks.limits().getOrDefault(column.name(), List.of()));
        limits.addAll(checks.octetLimits().getOrDefault(column.name(), List.of()));
      }
      default -> {
        return List.of();
      }
    }
    type.length().ifPresent(length -> limits.add(new TextLimit(0, length, Optional.empty())));
    return limits.isEmpty() ? List.of(TextLimit.NONE) : limits;
  }

  private String property(CatalogColumn column) {
    return unused(Names.camel(column.name()), properties);
  }

  private static String unused(String name, Set<String> used) {
    String candidate = name;
    while (!used.add(candidate)) {
      candidate += "_";
    }
    return candidate;
  }

  private void requireLiteral(CatalogColumn column, EnumModel enumeration, Object value) {
    boolean known =
        enumeration.constants().stream().anyMatch(constant -> constant.literal().equals(value));
    if (!known) {
      throw rejected(
          column,
          ProblemKind.DEFAULT,
          "has a DEFAULT that its CHECK rejects",
          Advice.of(
              "write one of its texts instead: "
                  + enumeration.constants().stream()
                      .map(constant -> "'" + constant.literal().replace("'", "''") + "'")
                      .collect(Collectors.joining(", "))));
    }
  }

  private GenerationException rejected(
      CatalogColumn column, ProblemKind kind, String reason, Advice advice) {
    return new GenerationException(new Problem(kind, place(column), reason, advice));
  }

  private Location place(CatalogColumn column) {
    return places.column(table.name(), column.name());
  }
}

package dev.taskstore.codegen.schema;

import com.palantir.javapoet.ClassName;
import dev.taskstore.codegen.GenerationException;
import dev.taskstore.codegen.GeneratorConfiguration;
import dev.taskstore.codegen.catalog.CatalogColumn;
import dev.taskstore.codegen.catalog.CatalogTable;
import dev.taskstore.codegen.catalog.CatalogType;
import dev.taskstore.codegen.problem.Advice;
import dev.taskstore.codegen.problem.LeftOut;
import dev.taskstore.codegen.problem.ProblemCollector;
import dev.taskstore.codegen.problem.ProblemKind;
import dev.taskstore.codegen.problem.UnsupportedTypes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Builds the models of the columns of one table. A column without a model is an exception with its
 * problem; a default that cannot be applied is left out.
 */
final class ColumnModelReader {

  private static final int MICROSECONDS = 6;

  private final GeneratorConfiguration configuration;
  private final ProblemCollector problems;
  private final ColumnProblems rejections;
  private final CatalogTable table;
  private final TableChecks checks;
  private final EnumModelReader enumerations;
  private final ColumnRoleReader roles;
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
    this.rejections = new ColumnProblems(places, table.name());
    this.table = table;
    this.checks = checks;
    this.enumerations =
        new EnumModelReader(configuration, rejections, table.name(), modelName, checks);
    this.roles =
        new ColumnRoleReader(configuration, rejections, table.name(), primaryKey, referring);
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
            : enumerations.read(column);
    boolean nullable = column.nullable();
    ColumnRole role = roles.read(column, storage, customType.isPresent());
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
      throw rejections.rejected(
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
                      new DefaultReader(rejections.place(column))
                          .read(expression, storage, decimalSize));
      if (enumeration.isPresent() && value.isPresent()) {
        enumerations.requireLiteral(column, enumeration.get(), value.get());
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
      throw rejections.rejected(
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
                    rejections.rejected(
                        column,
                        ProblemKind.TYPE,
                        "has the type " + name.toLowerCase(Locale.ROOT),
                        UnsupportedTypes.insteadOf(name, column.name())));
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
      throw rejections.rejected(
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
    return Names.unused(Names.camel(column.name()), properties);
  }
}

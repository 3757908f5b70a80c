package dev.taskstore.codegen.writer;

import dev.taskstore.codegen.GenerationException;
import dev.taskstore.codegen.GeneratorConfiguration;
import dev.taskstore.codegen.catalog.Catalog;
import dev.taskstore.codegen.catalog.CatalogColumn;
import dev.taskstore.codegen.catalog.CatalogTable;
import dev.taskstore.codegen.catalog.CatalogType;
import dev.taskstore.codegen.schema.ColumnModel;
import dev.taskstore.codegen.schema.SchemaModel;
import dev.taskstore.codegen.schema.TableModel;
import dev.taskstore.codegen.schema.TextLimit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.ForcedTypeObjectType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Property;
import org.jooq.meta.jaxb.Strategy;
import org.jooq.meta.jaxb.Target;

/** Lets jOOQ write its tables, records, keys and indexes. */
public final class JooqWriter {

  private static final Pattern JAVADOC_LINE = Pattern.compile("(?m)^ *\\* .*$");

  /** The type of columns that have no model, which are objects in jOOQ. */
  private static final String LEFT_OUT = "left_out";

  private final GeneratorConfiguration configuration;
  private final GeneratedTypes types;
  private final CodecWriter codecs;

  /**
   * Creates a writer.
   *
   * @param configuration the package of the generated types
   */
  public JooqWriter(GeneratorConfiguration configuration) {
    this.configuration = configuration;
    this.types = new GeneratedTypes(configuration);
    this.codecs = new CodecWriter(types);
  }

  /**
   * Generates the classes.
   *
   * @param schema the tables to generate
   * @param catalog the tables as the databases have them
   * @return the content of each file by its path with slashes
   * @throws GenerationException when jOOQ fails
   */
  public SortedMap<String, String> write(SchemaModel schema, Catalog catalog) {
    try {
      Path directory = Files.createTempDirectory("taskstore-codegen");
      try {
        Map<ForcedType, String> names = forcedTypes(schema);
        CatalogDatabase.with(
            named(catalog, schema, names),
            key -> new GenerationTool().run(jooqConfiguration(schema, names, key, directory)));
        return read(directory);
      } finally {
        delete(directory);
      }
    } catch (Exception e) {
      throw new GenerationException(
          "jOOQ could not generate the tables of changelog "
              + configuration.changelog()
              + ": "
              + e.getMessage(),
          e);
    }
  }

  private Configuration jooqConfiguration(
      SchemaModel schema, Map<ForcedType, String> names, String catalog, Path directory) {
    return new Configuration()
        .withLogging(Logging.WARN)
        .withGenerator(
            new Generator()
                .withName(RedactedJavaGenerator.class.getName())
                .withStrategy(new Strategy().withName(ImportedNames.class.getName()))
                .withDatabase(
                    new Database()
                        .withName(CatalogDatabase.class.getName())
                        .withInputSchema(CatalogDatabase.SCHEMA)
                        .withOutputSchemaToDefault(true)
                        .withIncludes(includes(schema))
                        .withIncludeSequences(false)
                        .withProperties(
                            personal(schema),
                            imported(schema),
                            new Property().withKey(CatalogDatabase.CATALOG).withValue(catalog))
                        // A decimal without a fraction also has the binding of a decimal.
                        .withForceIntegerTypesOnZeroScaleDecimals(false)
                        .withForcedTypes(
                            names.entrySet().stream().map(JooqWriter::forColumnsOfType).toList()))
                .withGenerate(
                    new Generate()
                        .withRecords(true)
                        .withPojos(false)
                        .withDaos(false)
                        .withSequences(false)
                        .withIndexes(true)
                        .withComments(true)
                        .withGeneratedAnnotation(false)
                        .withGlobalCatalogReferences(false)
                        // The columns without a model are objects; keys and indexes refer to them.
                        .withDeprecationOnUnknownTypes(false)
                        // Paths to many rows take their names from constraints, and these can
                        // clash.
                        .withImplicitJoinPathsToMany(false)
                        // The classes of imported tables may have no paths.
                        .withImplicitJoinPathsToOne(schema.imported().isEmpty()))
                .withTarget(
                    new Target()
                        .withPackageName(configuration.schemaPackage())
                        .withDirectory(directory.toString())
                        .withEncoding("UTF-8")
                        // The case of names must not depend on the default locale.
                        .withLocale("en")));
  }

  private static Property personal(SchemaModel schema) {
    return new Property()
        .withKey(RedactedJavaGenerator.COLUMNS)
        .withValue(
            schema.tables().stream()
                .flatMap(
                    table ->
                        table.columns().stream()
                            .filter(column -> column.category().isPresent())
                            .map(column -> table.name() + "." + column.name()))
                .collect(Collectors.joining(" ")));
  }

  private Property imported(SchemaModel schema) {
    return new Property()
        .withKey(ImportedNames.TABLES)
        .withValue(
            schema.imported().stream()
                .map(
                    table ->
                        table.name() + "=" + configuration.importOf(table.name()).orElseThrow())
                .collect(Collectors.joining(" ")));
  }

  private static String includes(SchemaModel schema) {
    return schema.all().stream()
        .map(table -> Pattern.quote(table.name()))
        .collect(Collectors.joining("|"));
  }

  /**
   * The types of the columns, each once. jOOQ compares every column with every forced type; by the
   * names of columns, this would take quadratic time.
   */
  private Map<ForcedType, String> forcedTypes(SchemaModel schema) {
    Map<ForcedType, String> names = new LinkedHashMap<>();
    names.put(new ForcedType().withName("OTHER"), LEFT_OUT);
    for (TableModel table : schema.all()) {
      for (ColumnModel column : table.columns()) {
        names.putIfAbsent(forcedType(column), "forced" + names.size());
      }
    }
    return names;
  }

  /** Gives columns the names of their forced types instead of types of their own. */
  private Catalog named(Catalog catalog, SchemaModel schema, Map<ForcedType, String> names) {
    Map<String, TableModel> tables = new HashMap<>();
    schema.all().forEach(table -> tables.put(table.name(), table));
    return new Catalog(
        catalog.tables().stream()
            .filter(table -> tables.containsKey(table.name()))
            .map(table -> named(table, tables.get(table.name()), names))
            .toList());
  }

  private CatalogTable named(CatalogTable table, TableModel model, Map<ForcedType, String> names) {
    Map<String, ColumnModel> models = new HashMap<>();
    model.columns().forEach(column -> models.put(column.name(), column));
    List<CatalogColumn> columns = new ArrayList<>();
    for (CatalogColumn column : table.columns()) {
      ColumnModel known = models.get(column.name());
      String name = known == null ? LEFT_OUT : Objects.requireNonNull(names.get(forcedType(known)));
      columns.add(column.withType(new CatalogType(name, OptionalInt.empty(), 0, 0)));
    }
    return table.withColumns(columns);
  }

  private static ForcedType forColumnsOfType(Map.Entry<ForcedType, String> type) {
    ForcedType forced = type.getKey();
    return new ForcedType()
        .withName(forced.getName())
        .withUserType(forced.getUserType())
        .withConverter(forced.getConverter())
        .withBinding(forced.getBinding())
        .withObjectType(ForcedTypeObjectType.COLUMN)
        .withIncludeTypes(type.getValue());
  }

  private ForcedType forcedType(ColumnModel column) {
    ForcedType plain = plainType(column);
    if (column.collated() && column.converted()) {
      // A binding with a converter beside it hides the codec from the runtime.
      return plain
          .withUserType(types.boxed(column).toString())
          .withBinding(codecs.convertedBinding(column).toString());
    }
    return column
        .enumeration()
        .map(
            enumeration ->
                converted(
                    plain,
                    types.enumeration(enumeration).canonicalName(),
                    types.enumConverter(enumeration).canonicalName()))
        .or(
            () ->
                column
                    .customType()
                    .map(
                        custom ->
                            converted(
                                plain,
                                custom.javaType().canonicalName(),
                                custom.converter().canonicalName())))
        .orElse(plain);
  }

  /** Returns the type without the converter of an enum or of the application. */
  private static ForcedType plainType(ColumnModel column) {
    String size =
        column
            .decimalSize()
            .map(digits -> "(" + digits.precision() + ", " + digits.scale() + ")")
            .orElseGet(() -> length(column));
    ForcedType type = new ForcedType().withName(column.storage().jooqType() + size);
    return column.storage().bound() || column.collated()
        ? type.withUserType(column.storage().boxedType().toString())
            .withBinding(CodecWriter.plainCodec(column) + ".binding()")
        : type;
  }

  /** The length that the type itself limits, without those of checks. */
  private static String length(ColumnModel column) {
    return column.limits().stream()
        .filter(limit -> column.storage().isText())
        .filter(limit -> limit.constraint().isEmpty() && !limit.equals(TextLimit.NONE))
        .map(limit -> "(" + limit.maximum() + ")")
        .findFirst()
        .orElse("");
  }

  private static ForcedType converted(ForcedType plain, String userType, String converter) {
    return plain.withUserType(userType).withConverter(converter);
  }

  private static SortedMap<String, String> read(Path directory) throws IOException {
    SortedMap<String, String> sources = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(directory)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        String name = directory.relativize(file).toString().replace('\\', '/');
        sources.put(
            name,
            SourceFormatter.format(
                withoutBackslashes(Files.readString(file).replace("\r\n", "\n"))));
      }
    }
    return sources;
  }

  /**
   * Escapes backslashes of remarks: in Javadoc, one could begin a Unicode escape, and jOOQ does not
   * escape it.
   */
  private static String withoutBackslashes(String source) {
    return JAVADOC_LINE
        .matcher(source)
        .replaceAll(line -> Matcher.quoteReplacement(line.group().replace("\\", "&#92;")));
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> walk = Files.walk(directory)) {
      for (Path file : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}

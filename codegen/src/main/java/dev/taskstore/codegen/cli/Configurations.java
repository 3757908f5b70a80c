package dev.taskstore.codegen.cli;

import dev.taskstore.codegen.ColumnTypeMapping;
import dev.taskstore.codegen.EnumMapping;
import dev.taskstore.codegen.GenerationException;
import dev.taskstore.codegen.GeneratorConfiguration;
import dev.taskstore.codegen.GeneratorConfigurationBuilder;
import dev.taskstore.codegen.InterfaceMapping;
import dev.taskstore.codegen.ManagedColumns;
import dev.taskstore.codegen.ModelOptions;
import dev.taskstore.codegen.SchemaDatabase;
import dev.taskstore.codegen.SchemaOptions;
import dev.taskstore.codegen.SchemaOptions.PostgresServer;
import dev.taskstore.codegen.UnsupportedMode;
import dev.taskstore.codegen.specification.SpecificationConfiguration;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Converts arguments into configurations. */
final class Configurations {

  /** The environment variable with the password of the PostgreSQL server. */
  static final String PASSWORD = "TASKSTORE_GENERATOR_POSTGRES_PASSWORD";

  private final Arguments arguments;
  private final String password;

  Configurations(Arguments arguments, String password) {
    this.arguments = arguments;
    this.password = password;
  }

  List<Path> resources() {
    List<String> written = arguments.list(Option.RESOURCES);
    return (written.isEmpty() ? List.of("src/main/resources") : written)
        .stream().map(Path::of).toList();
  }

  SchemaOptions schema() {
    List<String> databases = arguments.list(Option.DATABASES);
    return new SchemaOptions(
        databases.isEmpty()
            ? List.of(SchemaDatabase.values())
            : databases.stream().map(SchemaDatabase::named).toList(),
        snapshot(),
        arguments.flag(Option.FROZEN),
        new PostgresServer(
            arguments.value(Option.POSTGRES_URL, ""),
            arguments.value(Option.POSTGRES_USER, ""),
            password));
  }

  private boolean snapshot() {
    String written = arguments.value(Option.SNAPSHOT, "true");
    if (!written.equals("true") && !written.equals("false")) {
      throw new GenerationException("--snapshot is \"" + written + "\"; write true or false.");
    }
    return written.equals("true");
  }

  GeneratorConfigurationBuilder check() {
    return GeneratorConfiguration.forChangelog(arguments.required(Option.CHANGELOG))
        .resources(resources())
        .classPath(arguments.list(Option.CLASS_PATH).stream().map(Path::of).toList())
        .contexts(arguments.list(Option.CONTEXTS))
        .includes(arguments.list(Option.INCLUDES))
        .excludes(arguments.list(Option.EXCLUDES))
        .schema(schema());
  }

  GeneratorConfiguration generate() {
    ManagedColumns managed = ManagedColumns.DEFAULT;
    GeneratorConfigurationBuilder builder =
        check()
            .output(Path.of(arguments.required(Option.OUTPUT)))
            .schemaPackage(arguments.required(Option.SCHEMA_PACKAGE))
            .modelPackage(arguments.required(Option.MODEL_PACKAGE))
            .repositorySuffix(arguments.value(Option.REPOSITORY_SUFFIX, "Repository"))
            .unsupported(UnsupportedMode.named(arguments.value(Option.UNSUPPORTED, "fail")))
            .modelNames(arguments.pairs(Option.MODEL_NAMES))
            .managedColumns(
                new ManagedColumns(
                    arguments.value(Option.CREATED_AT, managed.createdAt()),
                    arguments.value(Option.UPDATED_AT, managed.updatedAt()),
                    arguments.value(Option.VERSION, managed.version())))
            .models(models());
    arguments
        .pairs(Option.COLUMN_TYPES)
        .forEach((column, types) -> builder.columnType(columnType(column, types)));
    return builder.build();
  }

  private static ColumnTypeMapping columnType(String column, String types) {
    int colon = types.indexOf(':');
    if (colon < 1) {
      throw new GenerationException(
          "--column-types has the value \""
              + column
              + "="
              + types
              + "\"; write column=javaType:converter.");
    }
    return new ColumnTypeMapping(
        Pattern.compile(column), types.substring(0, colon), types.substring(colon + 1));
  }

  private ModelOptions models() {
    return new ModelOptions(
        arguments.value(Option.MODEL_PREFIX, ""),
        arguments.value(Option.MODEL_SUFFIX, ""),
        patterns(Option.TABLES_ONLY),
        patterns(Option.GIVEN_KEYS),
        patterns(Option.TEXT_COLUMNS),
        arguments.pairs(Option.ENUM_TYPES).entrySet().stream()
            .map(type -> new EnumMapping(Pattern.compile(type.getKey()), type.getValue()))
            .toList(),
        arguments.pairs(Option.INTERFACES).entrySet().stream()
            .map(type -> new InterfaceMapping(Pattern.compile(type.getKey()), type.getValue()))
            .toList());
  }

  private List<Pattern> patterns(Option option) {
    return arguments.list(option).stream().map(Pattern::compile).toList();
  }

  SpecificationConfiguration specification() {
    SchemaOptions schema = schema();
    return new SpecificationConfiguration(
        arguments.required(Option.TITLE),
        arguments.required(Option.CHANGELOG),
        resources(),
        Path.of(arguments.value(Option.FRAGMENTS, "src/main/specification")),
        schema.databases().stream().map(SchemaDatabase::shortName).toList(),
        arguments.list(Option.CONTEXTS),
        arguments.value(Option.SAMPLE_CONTEXT, "sample"),
        new TreeMap<>(arguments.pairs(Option.VERSIONS)),
        List.of(),
        schema);
  }
}

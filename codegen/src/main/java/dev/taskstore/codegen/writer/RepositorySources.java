package dev.taskstore.codegen.writer;

import com.palantir.javapoet.JavaFile;
import dev.taskstore.codegen.GeneratorConfiguration;
import dev.taskstore.codegen.schema.ColumnModel;
import dev.taskstore.codegen.schema.SchemaModel;
import dev.taskstore.codegen.schema.TableModel;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Writes models, drafts, changes, keys, enums, mappings, repositories and the map of personal data.
 */
public final class RepositorySources {

  private final GeneratedTypes types;

  /**
   * Creates a writer.
   *
   * @param configuration the packages of the generated types
   */
  public RepositorySources(GeneratorConfiguration configuration) {
    this.types = new GeneratedTypes(configuration);
  }

  /**
   * Writes all sources except jOOQ's.
   *
   * @param schema the tables
   * @return the content of each file by its path with slashes
   */
  public SortedMap<String, String> write(SchemaModel schema) {
    RepositoryWriter repositories = new RepositoryWriter(types, schema);
    SortedMap<String, String> sources = new TreeMap<>();
    for (TableModel table : schema.entities()) {
      List<JavaFile> files = new ArrayList<>();
      files.add(new ModelWriter(types).write(table));
      files.add(new DraftWriter(types).write(table));
      files.add(new MappingWriter(types).write(table));
      files.add(repositories.write(table));
      if (table.keyed()) {
        files.add(new ChangesWriter(types).write(table));
      }
      if (table.compositeKey()) {
        files.add(new KeyWriter(types).write(table));
      }
      table.columns().forEach(column -> files.addAll(enums(column)));
      files.forEach(file -> sources.put(path(file), SourceFormatter.format(file.toString())));
    }
    JavaFile personalData = new PersonalDataWriter(types, schema).write();
    sources.put(path(personalData), SourceFormatter.format(personalData.toString()));
    return sources;
  }

  private List<JavaFile> enums(ColumnModel column) {
    EnumWriter writer = new EnumWriter(types);
    return column.enumeration().stream()
        .flatMap(
            enumeration ->
                enumeration.existing().isPresent()
                    ? Stream.of(writer.writeOwnConverter(enumeration))
                    : Stream.of(
                        writer.writeEnum(column, enumeration), writer.writeConverter(enumeration)))
        .toList();
  }

  private static String path(JavaFile file) {
    return file.packageName().replace('.', '/') + "/" + file.typeSpec().name() + ".java";
  }
}

package dev.taskstore.codegen.snapshot;

import dev.taskstore.codegen.GeneratorConfiguration;
import dev.taskstore.codegen.SchemaDatabase;
import dev.taskstore.codegen.changelog.ChangelogContent;
import dev.taskstore.codegen.changelog.ReadFiles;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a schema depends on. Immutable.
 *
 * @param databases the names of the databases
 * @param contexts the Liquibase contexts, sorted
 * @param files the digests of the files of the changelog, by path
 * @param folders the digests of the names in the folders that the changelog lists, by path
 */
public record SnapshotInputs(
    List<String> databases,
    List<String> contexts,
    SortedMap<String, String> files,
    SortedMap<String, String> folders) {

  /** Copies the collections. */
  public SnapshotInputs {
    databases = List.copyOf(databases);
    contexts = List.copyOf(contexts);
    files = new TreeMap<>(files);
    folders = new TreeMap<>(folders);
  }

  /**
   * Returns the inputs of a run.
   *
   * @param configuration the configuration of the run
   * @param readFiles the files that the run has read
   * @return the inputs with their digests
   */
  public static SnapshotInputs of(GeneratorConfiguration configuration, ReadFiles readFiles) {
    ChangelogContent content = content(configuration);
    SortedMap<String, String> files = new TreeMap<>();
    for (String file : readFiles.files()) {
      content.file(file).ifPresent(digest -> files.put(file, digest));
    }
    SortedMap<String, String> folders = new TreeMap<>();
    for (String folder : readFiles.folders()) {
      folders.put(folder, content.folder(folder));
    }
    return new SnapshotInputs(databases(configuration), contexts(configuration), files, folders);
  }

  /**
   * Returns whether a new run would have the same inputs.
   *
   * @param configuration the configuration of the new run
   * @return false if a file, a folder, a context or a database changed
   */
  public boolean areCurrent(GeneratorConfiguration configuration) {
    ChangelogContent content = content(configuration);
    return databases.equals(databases(configuration))
        && contexts.equals(contexts(configuration))
        && !files.isEmpty()
        && files.entrySet().stream()
            .allMatch(file -> content.file(file.getKey()).equals(Optional.of(file.getValue())))
        && folders.entrySet().stream()
            .allMatch(folder -> content.folder(folder.getKey()).equals(folder.getValue()));
  }

  private static ChangelogContent content(GeneratorConfiguration configuration) {
    return new ChangelogContent(configuration.resources(), configuration.classPath());
  }

  private static List<String> databases(GeneratorConfiguration configuration) {
    return configuration.schema().databases().stream().map(SchemaDatabase::shortName).toList();
  }

  private static List<String> contexts(GeneratorConfiguration configuration) {
    return configuration.contexts().stream().sorted().distinct().toList();
  }
}

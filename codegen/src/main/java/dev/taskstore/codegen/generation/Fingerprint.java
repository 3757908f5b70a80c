package dev.taskstore.codegen.generation;

import com.palantir.javapoet.JavaFile;
import dev.taskstore.changelog.ChangelogCheck;
import dev.taskstore.codegen.GenerationException;
import dev.taskstore.codegen.GeneratorConfiguration;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.codegen.JavaGenerator;
import org.jooq.meta.Definition;
import org.jspecify.annotations.Nullable;

/**
 * Computes a hash of everything that the generated code depends on: the resources, the
 * configuration, the generator and its libraries.
 */
public final class Fingerprint {

  // The jars are hashed because the compiler inlines version constants.
  private static final List<Class<?>> TOOLS =
      List.of(
          Fingerprint.class,
          DSLContext.class,
          ChangelogCheck.class,
          Definition.class,
          JavaGenerator.class,
          JavaFile.class,
          liquibase.Scope.class);

  /** Computed once: the jars of loaded classes do not change. */
  private static @Nullable String tools;

  private Fingerprint() {}

  /**
   * Computes the hash.
   *
   * @param configuration the configuration
   * @return the hash in hexadecimal
   * @throws GenerationException if a file cannot be read
   */
  public static String of(GeneratorConfiguration configuration) {
    InputDigest digest = new InputDigest();
    settings(configuration, digest);
    try {
      for (Path directory : configuration.resources()) {
        files(directory, digest);
      }
      for (Path entry : configuration.classPath()) {
        attributes(entry, digest);
      }
      digest.add(tools());
    } catch (IOException e) {
      throw new GenerationException("The inputs of the generator cannot be read: " + e, e);
    }
    return digest.hex();
  }

  private static synchronized String tools() throws IOException {
    String known = tools;
    if (known == null) {
      InputDigest digest = new InputDigest();
      for (Class<?> tool : TOOLS) {
        files(location(tool), digest);
      }
      known = digest.hex();
      tools = known;
    }
    return known;
  }

  /** The paths of directories are not hashed, so that a moved checkout stays up to date. */
  private static void settings(GeneratorConfiguration configuration, InputDigest digest) {
    digest
        .add(configuration.changelog())
        .add(configuration.schemaPackage())
        .add(configuration.modelPackage())
        .add(configuration.repositorySuffix())
        .add(configuration.contexts().toString())
        .add(configuration.includes().toString())
        .add(configuration.excludes().toString())
        .add(configuration.imports().toString())
        .add(new TreeMap<>(configuration.modelNames()).toString())
        .add(configuration.columnTypes().toString())
        .add(configuration.managedColumns().toString())
        .add(configuration.models().toString())
        .add(configuration.schema().databases().toString())
        .add(configuration.unsupported().name());
  }

  private static void files(Path root, InputDigest digest) throws IOException {
    if (Files.isRegularFile(root)) {
      digest.add(Files.readAllBytes(root));
    } else if (Files.isDirectory(root)) {
      try (Stream<Path> walk = Files.walk(root)) {
        for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
          digest
              .add(root.relativize(file).toString().replace('\\', '/'))
              .add(Files.readAllBytes(file));
        }
      }
    }
  }

  /** The sizes and times of the files: class paths are too large to be read on every run. */
  private static void attributes(Path root, InputDigest digest) throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    try (Stream<Path> walk = Files.walk(root)) {
      for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
        digest
            .add(root.getParent().relativize(file).toString().replace('\\', '/'))
            .add(Files.size(file) + " " + Files.getLastModifiedTime(file).toMillis());
      }
    }
  }

  private static Path location(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    if (source == null) {
      throw new GenerationException("The jar of " + type.getName() + " cannot be found.");
    }
    try {
      return Path.of(source.getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new GenerationException("The jar of " + type.getName() + " cannot be found.", e);
    }
  }
}

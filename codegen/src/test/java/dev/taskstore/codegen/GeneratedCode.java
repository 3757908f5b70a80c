package dev.taskstore.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.codegen.generation.GenerationResult;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Generated code that can be read and compiled. */
record GeneratedCode(GenerationResult result, Path output) {

  private static final Path RUNTIME_API = Path.of("src/test/resources/runtime-api");
  // Off is what jars of other people are to blame for.
  private static final List<String> STRICT =
      List.of(
          "-Xlint:all,-classfile,-path",
          "-Werror",
          "-Xdoclint:all,-missing",
          "-Xdoclint/package:-scenario.schema,-scenario.schema.*");

  /** The source of a type, by its name behind the common package. */
  String source(String type) {
    return read(output.resolve(Scenario.PACKAGE).resolve(type.replace('.', '/') + ".java"));
  }

  /** The source without what is there for people only and with single blanks. */
  String code(String type) {
    return source(type)
        .replaceAll("(?s)/\\*\\*.*?\\*/", "")
        .replaceAll("\\s+", " ")
        .replace("( ", "(");
  }

  SortedMap<String, String> sources() {
    SortedMap<String, String> sources = new TreeMap<>();
    for (Path file : result.files()) {
      sources.put(file.toString(), read(output.resolve(file)));
    }
    return sources;
  }

  /** Compiles everything with all warnings as errors, beside sources of the application's own. */
  GeneratedCode compiles(Path... ownSources) {
    try {
      Path runtime = RuntimeApi.CLASSES;
      List<Path> own = List.of(ownSources);
      List<Path> sources = new ArrayList<>(own);
      result.files().forEach(file -> sources.add(output.resolve(file)));
      Path classes = Files.createTempDirectory(output.getParent(), "classes");
      compile(sources, classes, STRICT, List.of(runtime));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The signatures of the runtime, compiled once. */
  private static final class RuntimeApi {

    static final Path CLASSES = compileOnce();

    private static Path compileOnce() {
      try {
        Path classes = Files.createDirectories(Path.of("target/runtime-api-classes"));
        compile(javaFiles(RUNTIME_API), classes, List.of("-nowarn"), List.of());
        return classes;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static void compile(
      List<Path> sources, Path classes, List<String> options, List<Path> classPath)
      throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> arguments = new ArrayList<>(options);
    StringBuilder path = new StringBuilder(System.getProperty("java.class.path"));
    classPath.forEach(entry -> path.append(System.getProperty("path.separator")).append(entry));
    arguments.addAll(
        List.of(
            "-proc:none",
            "--release",
            "17",
            "-d",
            classes.toString(),
            "-classpath",
            path.toString()));
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      boolean compiled =
          compiler
              .getTask(
                  messages,
                  files,
                  null,
                  arguments,
                  null,
                  files.getJavaFileObjectsFromPaths(sources))
              .call();
      assertThat(compiled).as(messages.toString()).isTrue();
    }
  }

  private static List<Path> javaFiles(Path directory) throws IOException {
    try (Stream<Path> walk = Files.walk(directory)) {
      return walk.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

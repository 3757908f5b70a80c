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
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Generated code that can be read and compiled. */
record GeneratedCode(GenerationResult result, Path output) {

  // Turned off: warnings that other projects' jars cause.
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
        .replace("( ", "(")
        .replace(" .", ".");
  }

  SortedMap<String, String> sources() {
    SortedMap<String, String> sources = new TreeMap<>();
    for (Path file : result.files()) {
      sources.put(file.toString(), read(output.resolve(file)));
    }
    return sources;
  }

  /**
   * Compiles everything against the real runtime with all warnings as errors, together with sources
   * of the application.
   */
  GeneratedCode compiles(Path... ownSources) {
    try {
      List<Path> own = List.of(ownSources);
      List<Path> sources = new ArrayList<>(own);
      result.files().forEach(file -> sources.add(output.resolve(file)));
      Path classes = Files.createTempDirectory(output.getParent(), "classes");
      compile(sources, classes);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void compile(List<Path> sources, Path classes) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> arguments = new ArrayList<>(STRICT);
    arguments.addAll(
        List.of(
            "-proc:none",
            "--release",
            "17",
            "-d",
            classes.toString(),
            "-classpath",
            System.getProperty("java.class.path")));
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

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

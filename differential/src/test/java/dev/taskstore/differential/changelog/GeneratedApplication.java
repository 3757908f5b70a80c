package dev.taskstore.differential.changelog;

import dev.taskstore.codegen.GeneratorConfiguration;
import dev.taskstore.codegen.SchemaDatabase;
import dev.taskstore.codegen.SchemaOptions;
import dev.taskstore.codegen.UnsupportedMode;
import dev.taskstore.codegen.generation.GenerationResult;
import dev.taskstore.codegen.generation.RepositoryGenerator;
import dev.taskstore.db.TableRepository;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jooq.Schema;

/** The compiled repositories of an application, in a class loader of their own. */
final class GeneratedApplication implements AutoCloseable {

  private static final String PACKAGE = "trial";
  private static final String SCHEMA_PACKAGE = PACKAGE + ".schema";

  private final GenerationResult result;
  private final URLClassLoader classes;

  private GeneratedApplication(GenerationResult result, URLClassLoader classes) {
    this.result = result;
    this.classes = classes;
  }

  /** Generates and compiles; an exception names what failed. */
  static GeneratedApplication of(
      Application application, Path directory, SchemaOptions.PostgresServer server)
      throws IOException {
    Path sources = directory.resolve("sources");
    GenerationResult result =
        new RepositoryGenerator()
            .generate(
                GeneratorConfiguration.forChangelog(application.changelog())
                    .resources(List.of(application.resources()))
                    .contexts(application.contexts())
                    .unsupported(UnsupportedMode.REPORT)
                    .schema(
                        new SchemaOptions(List.of(SchemaDatabase.values()), false, false, server))
                    .output(sources)
                    .modelPackage(PACKAGE)
                    .schemaPackage(SCHEMA_PACKAGE)
                    .build());
    Path classes = Files.createDirectories(directory.resolve("classes"));
    compile(result.files().stream().map(sources::resolve).toList(), classes);
    return new GeneratedApplication(
        result,
        new URLClassLoader(
            new URL[] {classes.toUri().toURL(), application.resources().toUri().toURL()},
            GeneratedApplication.class.getClassLoader()));
  }

  private static void compile(List<Path> sources, Path classes) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      boolean compiled =
          compiler
              .getTask(
                  messages,
                  files,
                  null,
                  List.of(
                      "-proc:none",
                      "--release",
                      "17",
                      "-d",
                      classes.toString(),
                      "-classpath",
                      System.getProperty("java.class.path")),
                  null,
                  files.getJavaFileObjectsFromPaths(sources))
              .call();
      if (!compiled) {
        throw new IllegalStateException("The generated sources do not compile: " + messages);
      }
    }
  }

  GenerationResult result() {
    return result;
  }

  ClassLoader loader() {
    return classes;
  }

  Schema schema() throws ReflectiveOperationException {
    return (Schema)
        classes.loadClass(SCHEMA_PACKAGE + ".DefaultSchema").getField("DEFAULT_SCHEMA").get(null);
  }

  /** Returns the generated repositories in the order of their names. */
  List<Class<?>> repositories() throws ClassNotFoundException {
    List<Class<?>> repositories = new ArrayList<>();
    for (Path file : result.files()) {
      String name = file.toString().replace('/', '.').replaceAll("\\.java$", "");
      if (name.startsWith(SCHEMA_PACKAGE + ".")) {
        Class<?> type = classes.loadClass(name);
        if (TableRepository.class.isAssignableFrom(type)) {
          repositories.add(type);
        }
      }
    }
    return repositories;
  }

  @Override
  public void close() throws IOException {
    classes.close();
  }
}

package dev.taskstore.differential;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A copy of the library whose checks can be dropped with system properties. It compiles changed
 * sources and loads its own classes of the library, so that the library contains no hook for it.
 */
final class MutatedLibrary extends ClassLoader {

  private static final Path SOURCES = Path.of("../db/src/main/java/dev/taskstore/db");
  private static final String PACKAGE = "dev.taskstore.";

  private final Path classes;

  private MutatedLibrary(Path classes) {
    super(MutatedLibrary.class.getClassLoader());
    this.classes = classes;
  }

  /** Compiles the sources with all checks that can be dropped. */
  static MutatedLibrary compile(Path folder) throws IOException {
    Map<String, String> sources = new TreeMap<>();
    for (DroppedCheck check : DroppedCheck.values()) {
      for (DroppedCheck.Edit edit : check.edits()) {
        String source =
            sources.containsKey(edit.file())
                ? sources.get(edit.file())
                : Files.readString(SOURCES.resolve(edit.file() + ".java"));
        sources.put(edit.file(), edited(source, check, edit));
      }
    }
    List<Path> files = new ArrayList<>();
    for (Map.Entry<String, String> source : sources.entrySet()) {
      Path file = folder.resolve("sources").resolve(source.getKey() + ".java");
      Files.createDirectories(file.getParent());
      files.add(Files.writeString(file, source.getValue()));
    }
    Path classes = Files.createDirectories(folder.resolve("classes"));
    compile(files, classes);
    return new MutatedLibrary(classes);
  }

  private static String edited(String source, DroppedCheck check, DroppedCheck.Edit edit) {
    if (source.split(java.util.regex.Pattern.quote(edit.text()), -1).length != 2) {
      throw new IllegalStateException(
          "The sources of "
              + edit.file()
              + " do not contain the text of "
              + check
              + " once. Adapt it to the sources: "
              + edit.text());
    }
    String property = "Boolean.getBoolean(\"" + check.property() + "\")";
    return source.replace(edit.text(), edit.replacement().replace("OFF", property));
  }

  private static void compile(List<Path> files, Path classes) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      Iterable<? extends JavaFileObject> units = manager.getJavaFileObjectsFromPaths(files);
      List<String> options =
          List.of(
              "-proc:none",
              "-nowarn",
              "-cp",
              System.getProperty("java.class.path"),
              "-d",
              classes.toString());
      if (!compiler.getTask(null, manager, null, options, null, units).call()) {
        throw new IllegalStateException("The changed sources cannot be compiled");
      }
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(PACKAGE)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> known = findLoadedClass(name);
      return known != null ? known : define(name);
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    String file = name.replace('.', '/') + ".class";
    try (InputStream changed = open(file)) {
      if (changed == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] bytes = changed.readAllBytes();
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private InputStream open(String file) throws IOException {
    Path changed = classes.resolve(file);
    return Files.exists(changed)
        ? Files.newInputStream(changed)
        : getParent().getResourceAsStream(file);
  }
}

package dev.taskstore.faults;

import dev.taskstore.NewTask;
import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.TaskStore;
import dev.taskstore.User;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * The class path of the processes that tests start, with an archive of classes of the virtual
 * machine. To load classes takes most of the time of a short process; from the archive, half. The
 * archive is made once for each class path and is kept in the folder {@code target}. A virtual
 * machine that makes no archive uses the class path alone.
 */
final class ChildClasses {

  private static final Path FOLDER = Path.of("target", "child-classes").toAbsolutePath();
  private static final String ARCHIVE = "classes.jsa";

  private static final class Shared {
    static final List<String> OPTIONS = make();
  }

  private ChildClasses() {}

  /** Returns the options of the virtual machine that set the class path of this process. */
  static List<String> options() {
    return Shared.OPTIONS;
  }

  private static List<String> make() {
    try {
      Files.createDirectories(FOLDER);
      // The processes of a build run one after the other here.
      try (FileChannel channel =
              FileChannel.open(
                  FOLDER.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        List<Path> classPath =
            Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(Files::exists)
                .toList();
        Path own = FOLDER.resolve(keyOf(classPath));
        if (lock.isValid() && !Files.exists(own)) {
          removeOthers();
          archive(classPath, Files.createDirectory(own));
        }
        return optionsOf(classPath, own);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static List<String> optionsOf(List<Path> classPath, Path own) {
    List<String> options = new ArrayList<>();
    Path archive = own.resolve(ARCHIVE);
    if (Files.exists(archive)) {
      options.add("-XX:SharedArchiveFile=" + archive);
    }
    options.addAll(List.of("-cp", inJars(classPath, own)));
    return options;
  }

  /** Returns a text that differs if a file of the class path differs. */
  private static String keyOf(List<Path> classPath) throws IOException {
    StringBuilder key = new StringBuilder(System.getProperty("java.vm.version"));
    for (Path entry : classPath) {
      try (Stream<Path> files = Files.walk(entry)) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          key.append(file).append(Files.size(file)).append(Files.getLastModifiedTime(file));
        }
      }
    }
    byte[] bytes = key.toString().getBytes(StandardCharsets.UTF_8);
    return UUID.nameUUIDFromBytes(bytes).toString();
  }

  private static void removeOthers() throws IOException {
    try (Stream<Path> old = Files.walk(FOLDER)) {
      old.filter(path -> !path.equals(FOLDER) && !path.endsWith("lock"))
          .sorted(Comparator.reverseOrder())
          .map(Path::toFile)
          .forEach(File::delete);
    }
  }

  /** A virtual machine archives classes of jars only. */
  private static String inJars(List<Path> classPath, Path own) {
    List<String> jars = new ArrayList<>();
    for (Path entry : classPath) {
      Path jar = Files.isDirectory(entry) ? own.resolve(jars.size() + ".jar") : entry;
      jars.add(jar.toString());
    }
    return String.join(File.pathSeparator, jars);
  }

  private static void archive(List<Path> classPath, Path own)
      throws IOException, InterruptedException {
    for (int i = 0; i < classPath.size(); i++) {
      if (Files.isDirectory(classPath.get(i))) {
        pack(classPath.get(i), own.resolve(i + ".jar"));
      }
    }
    new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-XX:ArchiveClassesAtExit=" + own.resolve(ARCHIVE),
            "-cp",
            inJars(classPath, own),
            ChildClasses.class.getName(),
            "jdbc:sqlite:" + own.resolve("tasks.db"))
        .redirectErrorStream(true)
        .redirectOutput(own.resolve("output.txt").toFile())
        .start()
        .waitFor();
  }

  private static void pack(Path folder, Path jar) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file);
        Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted().toList()) {
        String name = folder.relativize(path).toString().replace(File.separatorChar, '/');
        if (Files.isDirectory(path)) {
          if (!name.isEmpty()) {
            out.putNextEntry(new JarEntry(name + "/"));
          }
        } else {
          out.putNextEntry(new JarEntry(name));
          Files.copy(path, out);
        }
      }
    }
  }

  /**
   * Loads the classes of the archive.
   *
   * @param arguments the URL of a new SQLite database
   */
  public static void main(String[] arguments) throws ReflectiveOperationException {
    Class.forName("org.postgresql.jdbc.PgConnection");
    Class.forName("org.postgresql.core.v3.QueryExecutorImpl");
    try (TaskStore store = TaskStore.open(arguments[0])) {
      User user = store.users().insert(NewUser.of("a", "a@example.com", PasswordHash.locked()));
      store.transaction(tx -> tx.tasks().insertAll(List.of(NewTask.of(user.id(), "task"))));
      store.users().load(Stream.of(NewUser.of("b", "b@example.com", PasswordHash.locked())));
      store.migrations().rollback(1);
      store.migrations().update();
    }
  }
}

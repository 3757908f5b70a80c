package dev.taskstore.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.TaskStore;
import dev.taskstore.db.exception.DatabaseOpenException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteDataSource;

/** Opening a database with a driver that contains an old SQLite. */
class SqliteEngineTest {

  private static final String SEPARATOR = "driver older: ";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"3.49.1, true", "3.52.9, true", "3.53.0, false", "3.100.0, false", "4.0.0, false"})
  void versionsAreComparedByNumber(String version, boolean older) {
    assertThat(SqliteEngine.isOlder(version)).isEqualTo(older);
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.49.1", "3.50.3"})
  void anOldDriverIsRefusedBeforeAnythingIsWritten(String version)
      throws IOException, InterruptedException {
    Path file = folder.resolve("tasks.db");

    String output = openWithDriver(version, "url", file);

    assertThat(output)
        .contains(SEPARATOR + DatabaseOpenException.class.getName())
        .contains("SQLite " + version + ",")
        .contains("org.xerial:sqlite-jdbc 3.53 or newer")
        .contains("sqlite-jdbc.version");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.49.1", "3.50.3"})
  void anOldDriverOfTheApplicationsDataSourceIsRefusedBeforeTheFirstChangeset(String version)
      throws IOException, InterruptedException {
    Path file = folder.resolve("tasks.db");
    Files.createFile(file);

    assertThat(openWithDriver(version, "data source", file))
        .contains(SEPARATOR + DatabaseOpenException.class.getName())
        .contains("org.xerial:sqlite-jdbc 3.53 or newer");
    assertThat(file).isEmptyFile();
  }

  /** Runs {@link #main} in a process whose class path contains another driver. */
  private static String openWithDriver(String version, String how, Path file)
      throws IOException, InterruptedException {
    String driver =
        Path.of("target", "old-drivers", "sqlite-jdbc-" + version + ".0.jar").toString();
    String classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.contains("sqlite-jdbc"))
            .collect(Collectors.joining(File.pathSeparator));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                driver + File.pathSeparator + classPath,
                SqliteEngineTest.class.getName(),
                how,
                file.toString())
            .redirectErrorStream(true)
            .start();
    try (InputStream output = process.getInputStream()) {
      String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(text).isZero();
      return text;
    } finally {
      process.destroyForcibly();
    }
  }

  /**
   * Opens a store, and prints the exception.
   *
   * @param arguments {@code url} or {@code data source}, and the file
   */
  public static void main(String[] arguments) {
    TaskStore.Builder builder = TaskStore.builder();
    String url = "jdbc:sqlite:" + arguments[1];
    if (arguments[0].equals("url")) {
      builder.url(url);
    } else {
      SQLiteDataSource dataSource = new SQLiteDataSource();
      dataSource.setUrl(url);
      dataSource.setEnforceForeignKeys(true);
      builder.dataSource(dataSource);
    }
    try (TaskStore store = builder.open()) {
      System.out.println("opened with " + store.users().count() + " users");
    } catch (DatabaseOpenException e) {
      System.out.println(SEPARATOR + e);
    }
  }
}

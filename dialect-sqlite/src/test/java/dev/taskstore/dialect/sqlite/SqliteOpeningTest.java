package dev.taskstore.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.TaskStore;
import dev.taskstore.db.exception.DatabaseOpenException;
import dev.taskstore.db.exception.ReadOnlyTransactionException;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each file or setting with which a database cannot be opened is named, with the reason. */
class SqliteOpeningTest {

  private static final NewUser ADA = NewUser.of("ada", "ada@example.com", PasswordHash.locked());

  @TempDir Path folder;

  private String url(String name) {
    return "jdbc:sqlite:" + folder.resolve(name);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "limit_sql_length=300, limit_sql_length",
    "limit_variable_number=10, limit_variable_number",
    "limit_sql_length=many, limit_sql_length",
    "busy_timeout=abc, busy_timeout",
    "open_mode=abc, open_mode",
    "journal_mode=bogus, journal_mode",
    "synchronous=bogus, synchronous",
    "encoding=UTF-16, encoding",
    "encoding=bogus, encoding",
    "foreign_keys=off, foreign_keys",
    "locking_mode=exclusive, locking_mode",
    "readOnly=true&readOnlyMode=always, readOnly",
    "no_such_setting=1, no_such_setting",
    "mode=ro, jdbc:sqlite:file:",
    "open_mode=1, does not exist",
  })
  void aWrongSettingIsNamedAndNothingIsCreated(String setting, String named) throws IOException {
    assertThatThrownBy(() -> TaskStore.open(url("tasks.db?" + setting)))
        .isInstanceOf(DatabaseOpenException.class)
        .hasMessageContaining(named)
        .hasMessageContaining(folder.resolve("tasks.db").toString());
    assertThat(files()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"mode=ro", "mode=rw", "immutable=1", "mode=bogus", "vfs=bogus"})
  void aFileThatTheParametersOfTheUriDoNotCreateIsNamed(String parameter) throws IOException {
    assertThatThrownBy(
            () -> TaskStore.open("jdbc:sqlite:file:" + folder.resolve("tasks.db?") + parameter))
        .isInstanceOf(DatabaseOpenException.class)
        .hasMessageContaining(folder.resolve("tasks.db").toString());
    assertThat(files()).isEmpty();
  }

  @Test
  void aFileIsCreatedAndOpenedAgainWithModeReadWriteCreate() {
    String url = "jdbc:sqlite:file:" + folder.resolve("my%20tasks.db?mode=rwc");
    for (int count = 0; count < 2; count++) {
      try (TaskStore store = TaskStore.open(url)) {
        assertThat(store.users().count()).isEqualTo(count);
        if (count == 0) {
          store.users().insert(ADA);
        }
      }
    }
    assertThat(folder.resolve("my tasks.db")).exists();
  }

  @ParameterizedTest
  @ValueSource(strings = {"mode=ro", "immutable=1", "open_mode=1"})
  void aFileUriCanMakeADatabaseReadOnly(String parameter) {
    try (TaskStore store = TaskStore.open(url("tasks.db"))) {
      store.users().insert(ADA);
    }
    String file = "jdbc:sqlite:file:" + folder.resolve("tasks.db?") + parameter;
    try (TaskStore store = TaskStore.open(file)) {
      assertThat(store.users().findByUsername("ada")).isPresent();
      assertThatThrownBy(() -> store.tags().findOrCreateAll(List.of("calm")))
          .isInstanceOf(ReadOnlyTransactionException.class);
    }
  }

  @Test
  void aSettingOfTheUrlOverridesTheDialects() {
    try (TaskStore store =
        TaskStore.builder()
            .url(url("tasks.db?synchronous=FULL&busy_timeout=77"))
            .driverProperty("busy_timeout", "78")
            .open()) {
      assertThat(store.dsl().fetchOne("PRAGMA synchronous").get(0, int.class)).isEqualTo(2);
      assertThat(store.dsl().fetchOne("PRAGMA busy_timeout").get(0, int.class)).isEqualTo(77);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {250, 300})
  void aNameThatIsTooLongIsNamedWithTheReason(int length) throws IOException {
    String name = "n".repeat(length);

    assertThatThrownBy(() -> TaskStore.open(url(name)))
        .isInstanceOf(DatabaseOpenException.class)
        .hasMessageContaining(name)
        .hasMessageContaining("Choose another name");
    assertThat(files()).isEmpty();
  }

  /** The superuser may write to all directories, but not to that of the kernel. */
  @Test
  void aFileInADirectoryThatIsNotWritableIsNamed() {
    assertThat(folder.toFile().setWritable(false)).isTrue();
    Path directory = Files.isWritable(folder) ? Path.of("/proc") : folder;
    Path file = directory.resolve("tasks.db");

    assertThatThrownBy(() -> TaskStore.open("jdbc:sqlite:" + file))
        .isInstanceOf(DatabaseOpenException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("Check its path and permissions");
    assertThat(folder.toFile().setWritable(true)).isTrue();
  }

  @Test
  void aSecretOfTheUrlIsNotShown() {
    Throwable refused =
        catchThrowable(() -> TaskStore.open(url("missing/tasks.db?password=s3cr3t")));

    assertThat(refused).isInstanceOf(DatabaseOpenException.class);
    assertThat(refused).hasMessageNotContaining("s3cr3t");
  }

  @Test
  void aMissingDirectoryForTheNativeLibraryIsReportedWithTheProperty() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djava.io.tmpdir=" + folder.resolve("missing"),
                "-cp",
                System.getProperty("java.class.path"),
                SqliteOpeningTest.class.getName(),
                url("tasks.db"))
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output)
        .contains("DatabaseOpenException")
        .contains(folder.resolve("tasks.db").toString())
        .contains("native library")
        .contains("-Djava.io.tmpdir");
  }

  /**
   * Opens a store and prints the exception.
   *
   * @param arguments the URL
   */
  public static void main(String[] arguments) {
    System.out.println(catchThrowable(() -> TaskStore.open(arguments[0])));
  }

  @Test
  void twoClassLoadersThatShareTheDriverTakeTurnsToMigrateANewFile() throws Exception {
    try (URLClassLoader driver = loader(true, ClassLoader.getPlatformClassLoader());
        URLClassLoader one = loader(false, driver);
        URLClassLoader two = loader(false, driver)) {
      for (int i = 0; i < 3; i++) {
        String url = url("tasks" + i + ".db");
        CyclicBarrier start = new CyclicBarrier(2);
        CompletableFuture<Void> other =
            CompletableFuture.runAsync(
                () -> meetAndOpenIn(one, url, start), task -> new Thread(task).start());
        meetAndOpenIn(two, url, start);
        other.join();
        try (TaskStore store = TaskStore.open(url)) {
          assertThat(store.migrations().status()).allMatch(status -> status.isApplied());
        }
      }
    }
    assertNoPropertyRemains();
  }

  /** Each copy of SQLite would release the file locks of the other. */
  @Test
  void twoCopiesOfTheDriverDoNotOpenTheSameFile() throws Exception {
    String url = url("tasks.db");
    try (URLClassLoader driver = loader(true, ClassLoader.getPlatformClassLoader());
        URLClassLoader library = loader(false, driver)) {
      try (TaskStore first = TaskStore.open(url);
          TaskStore second = TaskStore.open(url)) {
        assertThat(second.users().count()).isEqualTo(first.users().count());
        assertThat(catchThrowable(() -> openIn(library, url)))
            .rootCause()
            .hasMessageContaining(folder.resolve("tasks.db").toString())
            .hasMessageContaining("another class loader");
      }
      openIn(library, url);
    }
    assertNoPropertyRemains();
  }

  @Test
  void twoCopiesOfTheDriverDoNotOpenTheSameFileByAnotherPath() throws Exception {
    Path real = Files.createDirectory(folder.resolve("real"));
    Path alias = Files.createSymbolicLink(folder.resolve("alias"), real);
    try (URLClassLoader driver = loader(true, ClassLoader.getPlatformClassLoader());
        URLClassLoader library = loader(false, driver);
        TaskStore first = TaskStore.open("jdbc:sqlite:" + alias.resolve("tasks.db"))) {
      assertThat(first.users().count()).isZero();
      Path link = Files.createSymbolicLink(folder.resolve("link.db"), real.resolve("tasks.db"));
      for (Path path : List.of(real.resolve("tasks.db"), link)) {
        assertThat(catchThrowable(() -> openIn(library, "jdbc:sqlite:" + path)))
            .rootCause()
            .hasMessageContaining("another class loader");
      }
    }
    assertNoPropertyRemains();
  }

  @Test
  void utf8MayBeNamedAsTheEncoding() {
    try (TaskStore store = TaskStore.open(url("tasks.db?encoding=UTF-8"))) {
      assertThat(store.users().count()).isZero();
    }
  }

  /** SQLite compares the bytes of UTF-16, which are not in the order of code points. */
  @Test
  void aFileInUtf16IsRefused() throws SQLException {
    try (Connection connection = DriverManager.getConnection(url("tasks.db"));
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA encoding = 'UTF-16'");
      statement.execute("CREATE TABLE other (id integer)");
    }
    assertThatThrownBy(() -> TaskStore.open(url("tasks.db")))
        .isInstanceOf(DatabaseOpenException.class)
        .hasMessageContaining(folder.resolve("tasks.db").toString())
        .hasMessageContaining("UTF-16")
        .hasMessageContaining("UTF-8");
  }

  private static void assertNoPropertyRemains() {
    assertThat(System.getProperties().stringPropertyNames())
        .noneMatch(name -> name.startsWith("dev.taskstore."));
  }

  private static URLClassLoader loader(boolean ofDriver, ClassLoader parent)
      throws MalformedURLException {
    List<URL> path = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (!ofDriver || entry.contains("sqlite-jdbc") || entry.contains("slf4j")) {
        path.add(Path.of(entry).toUri().toURL());
      }
    }
    return new URLClassLoader(path.toArray(URL[]::new), parent);
  }

  private static void meetAndOpenIn(ClassLoader library, String url, CyclicBarrier start) {
    try {
      Class.forName("dev.taskstore.TaskStore", true, library);
      start.await();
      openIn(library, url);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void openIn(ClassLoader library, String url) throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(library);
    try {
      Class<?> type = Class.forName("dev.taskstore.TaskStore", true, library);
      assertThat(type).isNotSameAs(TaskStore.class);
      AutoCloseable store = (AutoCloseable) type.getMethod("open", String.class).invoke(null, url);
      store.close();
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}

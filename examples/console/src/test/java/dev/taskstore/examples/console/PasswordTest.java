package dev.taskstore.examples.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sources of a database password, on a server that checks it. */
class PasswordTest {

  private static final String SECRET = "correct horse s3cr3t";

  private static EmbeddedPostgres server;
  private static String url;

  @TempDir private Path folder;

  @BeforeAll
  static void start() throws IOException, SQLException {
    server = EmbeddedPostgres.start();
    url = "jdbc:postgresql://localhost:" + server.getPort() + "/tasks";
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE ROLE ada LOGIN PASSWORD '" + SECRET + "'");
      statement.execute("CREATE DATABASE tasks OWNER ada");
      statement.execute("CREATE DATABASE copied OWNER ada");
      try (ResultSet rules = statement.executeQuery("SHOW hba_file")) {
        rules.next();
        Files.writeString(
            Path.of(rules.getString(1)),
            "host all postgres all trust\nhost all all all scram-sha-256\n");
      }
      statement.execute("SELECT pg_reload_conf()");
    }
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  private static ConsoleRun run(Map<String, String> variables, String... arguments) {
    ConsoleRun run =
        ConsoleRun.of(
            new Environment(
                InputStream.nullInputStream(), variables, ConsoleRun.CLOCK, Terminal.NONE),
            List.of(arguments));
    assertThat(run.out() + run.err()).doesNotContain("s3cr3t");
    return run;
  }

  private static ConsoleRun list(Map<String, String> variables, String... options) {
    List<String> words = new ArrayList<>(List.of("--db", url, "--trace"));
    words.addAll(Arrays.asList(options));
    words.add("list");
    return run(variables, words.toArray(String[]::new));
  }

  private String file(String content) throws IOException {
    return Files.writeString(folder.resolve("password"), content).toString();
  }

  @Test
  void thePasswordIsReadFromTheEnvironmentOrAFile() throws IOException {
    String file = file(SECRET + "\n");

    for (ConsoleRun run :
        List.of(
            list(Map.of("TASKSTORE_DB_PASSWORD", SECRET), "--db-user", "ada"),
            list(Map.of("TASKSTORE_DB_PASSWORD_FILE", file), "--db-user", "ada"),
            list(Map.of(), "--db-user", "ada", "--db-password-file", file))) {
      assertThat(run.err()).isEmpty();
      assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    }
  }

  @Test
  void theOptionHasPrecedenceOverTheEnvironment() throws IOException {
    Map<String, String> wrong = Map.of("TASKSTORE_DB_PASSWORD", "wrong");

    assertThat(list(wrong, "--db-user", "ada").exitCode()).isEqualTo(ExitCode.DATABASE);
    assertThat(
            list(wrong, "--db-user", "ada", "--db-password-file", file(SECRET + "\r\n")).exitCode())
        .isEqualTo(ExitCode.OK);
  }

  @Test
  void aFileThatIsNotUsableIsNamed() throws IOException {
    assertRefused(list(Map.of(), "--db-user", "ada", "--db-password-file", "/no/file"), "/no/file");
    String empty = file("\n");
    assertRefused(
        list(Map.of("TASKSTORE_DB_PASSWORD_FILE", empty), "--db-user", "ada"),
        empty + " is empty. Write the secret to it.");
    assertRefused(
        list(
            Map.of("TASKSTORE_DB_PASSWORD_FILE", empty, "TASKSTORE_DB_PASSWORD", SECRET),
            "--db-user",
            "ada"),
        "TASKSTORE_DB_PASSWORD and TASKSTORE_DB_PASSWORD_FILE are both set. Remove one.");
  }

  @Test
  void aPasswordWithoutAUserIsRefused() throws IOException {
    assertRefused(list(Map.of(), "--db-password-file", file(SECRET)), "add --db-user");
  }

  private static void assertRefused(ConsoleRun run, String message) {
    assertThat(run.exitCode()).isEqualTo(ExitCode.REJECTED);
    assertThat(run.err()).contains(message);
  }

  @Test
  void aWrongPasswordIsNotShown() throws IOException {
    ConsoleRun run = list(Map.of(), "--db-user", "ada", "--db-password-file", file("wrong s3cr3t"));

    assertThat(run.exitCode()).isEqualTo(ExitCode.DATABASE);
    assertThat(run.err()).contains("password authentication failed", "Check user and password");
  }

  @Test
  void aPasswordInTheUrlIsAcceptedAndNotShown() {
    String encoded = SECRET.replace(" ", "%20");

    assertThat(run(Map.of(), "--db", url + "?user=ada&password=" + encoded, "list").exitCode())
        .isEqualTo(ExitCode.OK);
    assertThat(
            run(Map.of(), "--db", url + "?user=ada&password=" + encoded + "!", "--trace", "list")
                .exitCode())
        .isEqualTo(ExitCode.DATABASE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--dbb=", "--to", ""})
  void aUrlInAWrongPlaceIsReportedWithoutItsPassword(String option) {
    ConsoleRun run = run(Map.of(), "list", option + url + "?user=ada&password=s3cr3t");

    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("password=***");
  }

  @Test
  void copiesAndComparisonsReadThePasswordOfTheOtherDatabase() throws IOException {
    String file = file(SECRET);
    String other = url.replace("/tasks", "/copied");
    String source = TestDatabases.sqlite(folder);
    ConsoleRun.of(source, "users", "add", "ada", "ada@example.com");

    ConsoleRun copy =
        run(
            Map.of("TASKSTORE_DB_PASSWORD", "unused"),
            "--db",
            source,
            "copy",
            "--to",
            other,
            "--to-user",
            "ada",
            "--to-password-file",
            file);
    ConsoleRun verify =
        run(
            Map.of("TASKSTORE_TO_PASSWORD_FILE", file),
            "--db",
            source,
            "verify",
            other,
            "--with-user",
            "ada");
    ConsoleRun again =
        run(
            Map.of(),
            "--db",
            source,
            "verify",
            other,
            "--with-user",
            "ada",
            "--with-password-file",
            file);

    assertThat(List.of(copy.exitCode(), verify.exitCode(), again.exitCode()))
        .as("%s%s%s", copy.err(), verify.err(), again.err())
        .containsOnly(ExitCode.OK);
  }

  @Test
  void theCommandsOfTheSecurityPageSucceed() throws IOException {
    List<String> commands = SecurityPage.commands("Passwords of the database and other secrets");
    assertThat(commands).hasSizeGreaterThan(1);
    for (String command : commands) {
      String replaced =
          command
              .replace("jdbc:postgresql://db.example.com/tasks", url)
              .replace("/run/secrets/tasks", file(SECRET))
              .replace("--db-user tasks", "--db-user ada");
      Map<String, String> variables =
          Pattern.compile("(\\w+)=(\\S+) ")
              .matcher(replaced.substring(0, replaced.indexOf("./console")))
              .results()
              .collect(Collectors.toMap(r -> r.group(1), r -> r.group(2)));

      ConsoleRun run = run(variables, replaced.replaceFirst(".*[.]/console ", "").split(" "));

      assertThat(run.exitCode()).as("%s%n%s", replaced, run.err()).isZero();
    }
  }
}

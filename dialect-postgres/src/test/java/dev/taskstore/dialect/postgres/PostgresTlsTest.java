package dev.taskstore.dialect.postgres;

import static dev.taskstore.dialect.postgres.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.TaskStore;
import dev.taskstore.db.exception.DatabaseOpenException;
import dev.taskstore.db.exception.DatabaseTimeoutException;
import dev.taskstore.db.migration.MigrationMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which servers are verified, and how a failure of TLS is reported. */
class PostgresTlsTest {

  private static final String SECRET = "s3cr3t";
  private static final String HOST = "db.example.com";

  @TempDir private static Path folder;

  private static OwnServer server;
  private static Path authority;
  private static Path otherAuthority;
  private static Path certificate;
  private static Path expired;
  private static Path expiredKey;
  private static Path keyStore;

  @BeforeAll
  static void start()
      throws IOException, InterruptedException, GeneralSecurityException, SQLException {
    Certificates certificates = new Certificates(folder);
    authority = certificates.authority("authority");
    otherAuthority = certificates.authority("other");
    String san = "san=dns:" + HOST;
    certificate = certificates.signed("authority", "server", "server", "CN=server", "-ext", san);
    Path key = certificates.key("server", "server");
    expired =
        certificates.signed(
            "authority",
            "old",
            "old",
            "CN=old",
            "-ext",
            san,
            "-startdate",
            "-9d",
            "-validity",
            "5");
    expiredKey = certificates.key("old", "old");
    certificates.signed("authority", "client", "user", "CN=certified");
    keyStore = certificates.keyStore("authority", "client", "user");

    server = OwnServer.start();
    server.execute(
        "CREATE ROLE owner LOGIN PASSWORD '" + SECRET + "'",
        "CREATE ROLE certified LOGIN",
        "CREATE DATABASE tasks OWNER owner TEMPLATE template0 ENCODING 'UTF8'");
    server.allow(
        """
        hostssl all certified all cert
        host all owner all scram-sha-256
        """);
    server.setAll(
        "ssl_ca_file",
        authority.toString(),
        "ssl_cert_file",
        certificate.toString(),
        "ssl_key_file",
        key.toString(),
        "ssl",
        "on");
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  /** A URL with a host that resolves nowhere; the driver reaches the server all the same. */
  private static TaskStore.Builder to(String host, String parameters) {
    return TaskStore.builder()
        .url("jdbc:postgresql://" + host + "/tasks" + parameters)
        .driverProperty("socketFactory", RedirectedSockets.class.getName())
        .driverProperty("socketFactoryArg", String.valueOf(server.port()))
        .credentials("owner", SECRET);
  }

  private static String trusting(Path authorities) {
    return "?sslrootcert=" + authorities;
  }

  private static String user(TaskStore store) {
    return store.dsl().fetchSingle("select current_user").get(0, String.class);
  }

  private static boolean isEncrypted(TaskStore store) {
    return store
        .dsl()
        .fetchSingle("select ssl from pg_stat_ssl where pid = pg_backend_pid()")
        .get(0, Boolean.class);
  }

  @Test
  void aServerWithACertificateForItsNameIsAcceptedWithoutAWarning() {
    String authorities = authority.toString();
    String user = "owner";
    String password = SECRET;
    TaskStore.Builder builder = to(HOST, "");
    // tag::verified[]
    builder
        .url("jdbc:postgresql://db.example.com/tasks")
        .driverProperty("sslrootcert", authorities) // the path of the file
        .credentials(user, password);
    // end::verified[]
    try (LogRecorder log = LogRecorder.start();
        TaskStore store = builder.open()) {
      assertThat(isEncrypted(store)).isTrue();
      assertThat(log.warnings()).isEmpty();
      assertThat(log.text()).doesNotContain(SECRET);
    }
  }

  @Test
  void aSlowStatementIsCancelledOnAnEncryptedConnection() {
    try (TaskStore store =
        to(HOST, trusting(authority)).queryTimeout(Duration.ofSeconds(1)).open()) {
      assertThatThrownBy(() -> store.dsl().fetch("select pg_sleep(20)"))
          .isInstanceOf(DatabaseTimeoutException.class);
      assertThat(isEncrypted(store)).isTrue();
    }
  }

  @Test
  void aServerOfAnotherNameIsRefused() {
    assertThat(refused(to("other.example.com", trusting(authority)), SECRET))
        .isInstanceOf(DatabaseOpenException.class)
        .hasMessageContaining("other.example.com:5432/tasks")
        .hasMessageContaining("The certificate of the server is not for this name");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sslrootcert", "sslfactory"})
  void aServerWithTheCertificateOfAnUnknownAuthorityIsRefused(String trust) {
    String parameters =
        trust.equals("sslrootcert")
            ? trusting(otherAuthority)
            : "?sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory";

    assertThat(refused(to(HOST, parameters), SECRET))
        .isInstanceOf(DatabaseOpenException.class)
        .hasMessageContaining(HOST + ":5432/tasks")
        .hasMessageContaining("No trusted authority has signed the certificate")
        .hasMessageContaining("Set sslrootcert");
  }

  @Test
  void aServerWhoseCertificateHasExpiredIsRefused() throws SQLException, InterruptedException {
    String key = server.setting("ssl_key_file");
    server.setAll("ssl_cert_file", expired.toString(), "ssl_key_file", expiredKey.toString());
    try {
      assertThat(refused(to(HOST, trusting(authority)), SECRET))
          .isInstanceOf(DatabaseOpenException.class)
          .hasMessageContaining(HOST + ":5432/tasks")
          .hasMessageContaining("A certificate has expired");
    } finally {
      server.setAll("ssl_cert_file", certificate.toString(), "ssl_key_file", key);
    }
  }

  @Test
  void aServerWithoutTlsIsRefused() throws SQLException, InterruptedException {
    server.setAll("ssl", "off");
    try {
      assertThat(refused(to(HOST, trusting(authority)), SECRET))
          .isInstanceOf(DatabaseOpenException.class)
          .hasMessageContaining(HOST + ":5432/tasks")
          .hasMessageContaining("Turn on TLS in the server")
          .hasMessageContaining("sslmode=disable");
    } finally {
      server.setAll("ssl", "on");
    }
  }

  @Test
  void theSettingForTheAuthoritiesIsNamedIfTheyAreMissing() {
    String home = System.getProperty("user.home");
    System.setProperty("user.home", folder.toString());
    try {
      assertThat(refused(to(HOST, ""), SECRET))
          .isInstanceOf(DatabaseOpenException.class)
          .hasMessageContaining(HOST + ":5432/tasks")
          .hasMessageContaining(folder.resolve(".postgresql").resolve("root.crt").toString())
          .hasMessageContaining("sslmode=verify-full, the default for hosts other than loopback")
          .hasMessageContaining("Set sslrootcert")
          .hasMessageContaining("sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory");
    } finally {
      System.setProperty("user.home", home);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sslmode=verify-full", "sslmode=verify-ca", "ssl=true", "ssl"})
  void aMissingFileOfAuthoritiesIsNamedForAnyHost(String setting) {
    assertThat(refused(to("localhost", "?" + setting + "&sslrootcert=/nosuch/ca.crt"), SECRET))
        .isInstanceOf(DatabaseOpenException.class)
        .hasMessageContaining("/nosuch/ca.crt of trusted authorities does not exist");
  }

  @Test
  void aNameThatIsNoPathIsRefused() {
    assertThat(refused(to(HOST, "?sslrootcert=ca%00.crt"), SECRET))
        .isInstanceOf(DatabaseOpenException.class)
        .hasMessageContaining("of trusted authorities does not exist");
  }

  @Test
  void aFileThatContainsNoAuthorityIsNamed() throws IOException {
    Path file = folder.resolve("empty.crt");
    Files.writeString(file, "no certificate");

    assertThat(refused(to(HOST, trusting(file)), SECRET))
        .isInstanceOf(DatabaseOpenException.class)
        .hasMessageContaining(HOST + ":5432/tasks")
        .hasMessageContaining(file.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "sslmode=disable, false",
    "sslmode=allow, false",
    "sslmode=prefer, true",
    "sslmode=REQUIRE, true",
    "sslmode=verify-ca, true",
    "ssl=false, true",
    "sslfactory=org.postgresql.ssl.NonValidatingFactory, true",
  })
  void aWeakerSettingOfTheCallerIsUsedWithOneWarning(String setting, boolean encrypts) {
    String parameters = "?" + setting + "&sslrootcert=" + authority;
    try (LogRecorder log = LogRecorder.start();
        TaskStore store = to(HOST, parameters).open()) {
      assertThat(isEncrypted(store)).isEqualTo(encrypts);
      assertThat(log.warnings())
          .singleElement()
          .asString()
          .contains(HOST + ":5432/tasks", setting, "sslmode=verify-full")
          .doesNotContain(SECRET);
    }
  }

  @Test
  void aWeakerDriverPropertyCountsAsTheChoiceOfTheCaller() {
    try (LogRecorder log = LogRecorder.start();
        TaskStore store = to(HOST, "").driverProperty("sslmode", "disable").open()) {
      assertThat(isEncrypted(store)).isFalse();
      assertThat(log.warnings()).singleElement().asString().contains("sslmode=disable");
    }
  }

  @Test
  void aServerOnLoopbackIsUsedAsTheDriverDoes() {
    try (LogRecorder log = LogRecorder.start();
        TaskStore store = to("localhost", "").open();
        TaskStore plain = to("127.0.0.1", "?sslmode=disable").open()) {
      assertThat(isEncrypted(store)).isTrue();
      assertThat(isEncrypted(plain)).isFalse();
      assertThat(log.warnings()).isEmpty();
    }
  }

  @Test
  void oneHostThatIsNotLoopbackIsEnoughToVerifyAll() {
    assertThat(refused(to("localhost:1,other.example.com:2", trusting(authority)), SECRET))
        .isInstanceOf(DatabaseOpenException.class)
        .hasMessageContaining("localhost:1,other.example.com:2/tasks")
        .hasMessageContaining("The certificate of the server is not for this name");
  }

  @Test
  void aCertificateOfTheClientTakesThePlaceOfAPassword() {
    String client = "&user=certified&sslkey=" + keyStore + "&sslpassword=" + Certificates.PASSWORD;
    try (LogRecorder log = LogRecorder.start();
        TaskStore store =
            to(HOST, trusting(authority) + client).migrationMode(MigrationMode.NONE).open()) {
      assertThat(user(store)).isEqualTo("certified");
      assertThat(log.text()).doesNotContain(Certificates.PASSWORD);
    }
    assertThat(refused(to(HOST, trusting(authority) + "&user=certified"), SECRET))
        .isInstanceOf(DatabaseOpenException.class)
        .hasMessageContaining(HOST + ":5432/tasks")
        .hasMessageContaining("set sslcert and sslkey");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "LOCALHOST",
        "127.0.0.1",
        "127.255.3.4",
        "::1",
        "[::1]",
        "[0:0:0:0:0:0:0:1]",
        "[::ffff:127.0.0.1]",
        ""
      })
  void loopbackIsRecognizedByItsNameAndAddresses(String host) {
    assertThat(PostgresTls.isLoopback(host)).isTrue();
    assertThat(PostgresTls.defaultMode(settings(host))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "db.example.com",
        "localhost.example.com",
        "localhost.",
        "128.0.0.1",
        "127.0.0.256",
        "127.0.0.1.example.com",
        "127.1",
        "0.0.0.0",
        "[::]",
        "[fe80::1]",
        "localhost,db.example.com",
        "db.example.com,localhost"
      })
  void allOtherHostsAreVerified(String host) {
    assertThat(PostgresTls.defaultMode(settings(host))).hasValue("verify-full");
  }

  private static Properties settings(String hosts) {
    Properties settings = new Properties();
    settings.setProperty("PGHOST", hosts);
    return settings;
  }
}

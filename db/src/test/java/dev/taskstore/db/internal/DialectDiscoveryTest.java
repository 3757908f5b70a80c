package dev.taskstore.db.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.exception.DialectNotFoundException;
import dev.taskstore.db.spi.Classification;
import dev.taskstore.db.spi.Dialect;
import dev.taskstore.db.spi.DialectProvider;
import dev.taskstore.db.spi.FailureClassifier;
import dev.taskstore.db.spi.FailureKind;
import dev.taskstore.db.spi.JdbcUrls;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jooq.SQLDialect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists providers for a class loader of the test's own, so that no other test finds them. */
class DialectDiscoveryTest {

  private static final String URL_WITH_SECRET = "jdbc:foo://user:secret@host/db?password=secret";

  private final ClassLoader before = Thread.currentThread().getContextClassLoader();

  @TempDir Path directory;

  @AfterEach
  void restoreTheClassLoader() {
    Thread.currentThread().setContextClassLoader(before);
  }

  @Test
  void theOneDialectThatAcceptsTheUrlIsTaken() throws IOException {
    try (URLClassLoader loader = listing(Foo.class, Bar.class)) {
      assertThat(loader.getURLs()).hasSize(1);
      assertThat(DialectRegistry.forUrl("jdbc:foo://host/db").name()).isEqualTo("foo");
      assertThat(DialectRegistry.forUrl("jdbc:bar://host/db").name()).isEqualTo("bar");
    }
  }

  @Test
  void severalDialectsForOneUrlAreNamedAndNoneIsTaken() throws IOException {
    try (URLClassLoader loader = listing(Foo.class, Bar.class, OtherFoo.class)) {
      assertThat(loader.getURLs()).hasSize(1);
      assertThatThrownBy(() -> DialectRegistry.forUrl(URL_WITH_SECRET))
          .isInstanceOf(DialectNotFoundException.class)
          .hasMessageStartingWith("More than one dialect accepts")
          .hasMessageContaining("foo (" + Foo.class.getName() + ")")
          .hasMessageContaining("other-foo (" + OtherFoo.class.getName() + ")")
          .hasMessageNotContaining(Bar.class.getName())
          .hasMessageNotContaining("secret");
    }
  }

  @Test
  void theDialectsThatDoNotAcceptTheUrlAreNamed() throws IOException {
    try (URLClassLoader loader = listing(Bar.class)) {
      assertThat(loader.getURLs()).hasSize(1);
      assertThatThrownBy(() -> DialectRegistry.forUrl(URL_WITH_SECRET))
          .isInstanceOf(DialectNotFoundException.class)
          .hasMessageStartingWith("No dialect accepts")
          .hasMessageContaining("bar (" + Bar.class.getName() + ")")
          .hasMessageContaining("taskstore-dialect-")
          .hasMessageNotContaining("secret");
    }
  }

  @Test
  void withoutADialectTheArtifactToAddIsNamed() {
    for (ClassLoader loader : new ClassLoader[] {null, ClassLoader.getPlatformClassLoader()}) {
      Thread.currentThread().setContextClassLoader(loader);
      assertThatThrownBy(() -> DialectRegistry.forUrl("jdbc:foo://host/db"))
          .isInstanceOf(DialectNotFoundException.class)
          .hasMessageContaining("Dialects found: none")
          .hasMessageContaining("dev.taskstore:taskstore-dialect-");
    }
  }

  /** Another copy of the library, in another class loader, has providers of its own type. */
  @Test
  void aProviderThatCannotBeLoadedIsSkipped() throws IOException {
    try (URLClassLoader loader = listing(String.class, Foo.class)) {
      assertThat(loader.getURLs()).hasSize(1);
      assertThat(DialectRegistry.forUrl("jdbc:foo://host/db").name()).isEqualTo("foo");
    }
  }

  @Test
  void aDataSourceIsKnownByTheUrlOfItsConnection() throws IOException, SQLException {
    try (URLClassLoader loader = listing(Foo.class, Bar.class)) {
      assertThat(loader.getURLs()).hasSize(1);
      assertThat(DialectRegistry.forDatabase(metaData("jdbc:bar://host/db")).name())
          .isEqualTo("bar");
      for (String url : new String[] {null, "jdbc:baz://user:secret@host/db"}) {
        assertThatThrownBy(() -> DialectRegistry.forDatabase(metaData(url)))
            .isInstanceOf(DialectNotFoundException.class)
            .hasMessageContaining("a data source of Some Product")
            .hasMessageContaining("foo (" + Foo.class.getName() + ")")
            .hasMessageNotContaining("secret");
      }
    }
  }

  @Test
  void aPropertyRightBehindTheNameOfTheDatabaseIsNotShown() {
    assertThat(JdbcUrls.withoutSecrets("jdbc:foo://host/db:password=secret;user=a"))
        .isEqualTo("jdbc:foo://host/db:password");
  }

  private static DatabaseMetaData metaData(String url) {
    return (DatabaseMetaData)
        Proxy.newProxyInstance(
            DialectDiscoveryTest.class.getClassLoader(),
            new Class<?>[] {DatabaseMetaData.class},
            (proxy, method, arguments) -> method.getName().equals("getURL") ? url : "Some Product");
  }

  private URLClassLoader listing(Class<?>... providers) throws IOException {
    Path services =
        Files.createDirectories(directory.resolve("META-INF/services"))
            .resolve(DialectProvider.class.getName());
    Files.writeString(
        services, Arrays.stream(providers).map(Class::getName).collect(Collectors.joining("\n")));
    URLClassLoader loader =
        new URLClassLoader(new URL[] {directory.toUri().toURL()}, getClass().getClassLoader());
    Thread.currentThread().setContextClassLoader(loader);
    return loader;
  }

  private record NamedDialect(String name) implements Dialect {

    @Override
    public SQLDialect jooqDialect() {
      return SQLDialect.DEFAULT;
    }

    @Override
    public FailureClassifier failures() {
      return exception -> Classification.of(FailureKind.OTHER, null);
    }
  }

  private abstract static class Provider implements DialectProvider {

    private final String name;
    private final String prefix;

    Provider(String name, String prefix) {
      this.name = name;
      this.prefix = prefix;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public boolean accepts(String url) {
      return url.startsWith(prefix);
    }

    @Override
    public Dialect create() {
      return new NamedDialect(name);
    }
  }

  /** Found by its name. */
  public static final class Foo extends Provider {

    /** For the service loader. */
    public Foo() {
      super("foo", "jdbc:foo:");
    }
  }

  /** Accepts the same URLs. */
  public static final class OtherFoo extends Provider {

    /** For the service loader. */
    public OtherFoo() {
      super("other-foo", "jdbc:foo:");
    }
  }

  /** Accepts other URLs. */
  public static final class Bar extends Provider {

    /** For the service loader. */
    public Bar() {
      super("bar", "jdbc:bar:");
    }
  }
}

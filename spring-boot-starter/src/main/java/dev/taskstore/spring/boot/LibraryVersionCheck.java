package dev.taskstore.spring.boot;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.ClassUtils;

/**
 * Compares the versions of libraries, which Spring Boot manages, with those that TaskStore
 * supports, before any class of them is loaded.
 */
final class LibraryVersionCheck
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  /**
   * A library whose version Spring Boot manages.
   *
   * @param name the name
   * @param property the property of the build that sets the version
   * @param resource a class of the library
   * @param lowest the lowest supported version
   * @param java the first unsupported version on a Java older than 21, or null
   */
  private record Library(
      String name, String property, String resource, String lowest, @Nullable String java) {}

  private static final List<Library> LIBRARIES =
      List.of(
          new Library(
              "HikariCP", "hikaricp.version", "com/zaxxer/hikari/HikariConfig.class", "7.0", null),
          new Library("jOOQ", "jooq.version", "org/jooq/DSLContext.class", "3.19", "3.20"),
          new Library("Liquibase", "liquibase.version", "liquibase/Liquibase.class", "4.33", null),
          new Library("sqlite-jdbc", "sqlite-jdbc.version", "org/sqlite/JDBC.class", "3.53", null));

  private static final int JAVA_OF_NEWER_JOOQ = 21;

  private final int java;

  LibraryVersionCheck() {
    this(Runtime.version().feature());
  }

  /** Creates a check for a version of Java. */
  LibraryVersionCheck(int java) {
    this.java = java;
  }

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    ClassLoader loader = context.getClassLoader();
    check(loader == null ? ClassUtils.getDefaultClassLoader() : loader);
  }

  /** Throws an exception that lists the libraries with unsupported versions. */
  void check(@Nullable ClassLoader loader) {
    List<UnsupportedVersionsException.Unsupported> found = new ArrayList<>();
    for (Library library : LIBRARIES) {
      String version = version(loader, library.resource());
      if (version != null && !isSupported(library, version)) {
        found.add(
            new UnsupportedVersionsException.Unsupported(
                library.name(), version, library.property(), tested(library.property())));
      }
    }
    if (!found.isEmpty()) {
      throw new UnsupportedVersionsException(found);
    }
  }

  private boolean isSupported(Library library, String version) {
    boolean tooNew =
        library.java() != null
            && java < JAVA_OF_NEWER_JOOQ
            && compare(version, library.java()) >= 0;
    return !tooNew && compare(version, library.lowest()) >= 0;
  }

  /** Compares the first two numbers of versions. */
  static int compare(String left, String right) {
    int major = Integer.compare(number(left, 0), number(right, 0));
    return major != 0 ? major : Integer.compare(number(left, 1), number(right, 1));
  }

  private static int number(String version, int position) {
    String[] parts = version.split("[^0-9]+");
    return position < parts.length && !parts[position].isEmpty()
        ? Integer.parseInt(parts[position])
        : 0;
  }

  /** Returns the version in the manifest of a library's jar, or null if it has none. */
  private static @Nullable String version(@Nullable ClassLoader loader, String resource) {
    URL location = loader == null ? null : loader.getResource(resource);
    try {
      if (location != null && location.openConnection() instanceof JarURLConnection jar) {
        jar.setUseCaches(false);
        try (var file = jar.getJarFile()) {
          Manifest manifest = file.getManifest();
          return manifest == null ? null : manifest.getMainAttributes().getValue("Bundle-Version");
        }
      }
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String tested(String property) {
    Properties versions = new Properties();
    try (InputStream stream =
        LibraryVersionCheck.class.getResourceAsStream("tested-versions.properties")) {
      versions.load(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return versions.getProperty(property);
  }
}

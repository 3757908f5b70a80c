package dev.taskstore.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.diagnostics.FailureAnalysis;

class LibraryVersionCheckTest {

  @TempDir private Path folder;

  /** The versions that Spring Boot manages, without those that an application sets. */
  private URLClassLoader libraries(String jooq, String liquibase, String sqlite)
      throws IOException {
    Map<String, String> versions =
        Map.of(
            "org/jooq/DSLContext.class", jooq,
            "liquibase/Liquibase.class", liquibase,
            "org/sqlite/JDBC.class", sqlite);
    URL[] jars = new URL[versions.size()];
    int count = 0;
    for (Map.Entry<String, String> library : versions.entrySet()) {
      Path jar = folder.resolve(count + ".jar");
      Manifest manifest = new Manifest();
      manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
      manifest.getMainAttributes().putValue("Bundle-Version", library.getValue());
      try (OutputStream file = Files.newOutputStream(jar);
          JarOutputStream out = new JarOutputStream(file, manifest)) {
        out.putNextEntry(new JarEntry(library.getKey()));
      }
      jars[count++] = jar.toUri().toURL();
    }
    return new URLClassLoader(jars, null);
  }

  @Test
  void theLibrariesOfTheBuildAreSupported() {
    assertThatCode(() -> new LibraryVersionCheck(17).check(getClass().getClassLoader()))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "17, 3.19.35, 4.33.0, 3.54.1.0",
    "21, 3.21.9, 5.0.4, 3.53.4.0",
  })
  void supportedVersionsAreAccepted(int java, String jooq, String liquibase, String sqlite)
      throws IOException {
    try (URLClassLoader loader = libraries(jooq, liquibase, sqlite)) {
      assertThatCode(() -> new LibraryVersionCheck(java).check(loader)).doesNotThrowAnyException();
    }
  }

  @Test
  void theAnalysisNamesThePropertiesToSet() throws IOException {
    try (URLClassLoader loader = libraries("3.21.9", "4.31.1", "3.50.3.0")) {
      UnsupportedVersionsException failure =
          catchThrowableOfType(
              UnsupportedVersionsException.class, () -> new LibraryVersionCheck(17).check(loader));
      FailureAnalysis analysis = new UnsupportedVersionsFailureAnalyzer().analyze(failure, failure);

      assertThat(analysis.getDescription())
          .contains("jOOQ 3.21.9", "Liquibase 4.31.1", "sqlite-jdbc 3.50.3.0");
      assertThat(analysis.getAction())
          .containsPattern("<jooq.version>[0-9.]+</jooq.version>")
          .containsPattern("<liquibase.version>[0-9.]+</liquibase.version>")
          .containsPattern("<sqlite-jdbc.version>[0-9.]+</sqlite-jdbc.version>")
          .doesNotContain("hikaricp");
    }
  }
}

package dev.taskstore.db.internal.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.taskstore.db.exception.MigrationException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangelogResourcesTest {

  private static final String FILE = "app/types.xml";

  @TempDir private Path folder;

  @Test
  void aFileThatSeveralJarsContainAlikeIsOneResource() throws Exception {
    assertThat(resources("same", "same")).isEqualTo(1);
  }

  @Test
  void filesOfOnePathWithDifferentContentsAreAllReturned() throws Exception {
    assertThat(resources("one", "another")).isEqualTo(2);
  }

  @Test
  void aFileThatIsMissingIsNoResource() throws Exception {
    assertThat(resources()).isZero();
  }

  @Test
  void aMissingIncludeIsNamedWithTheIncludingFileAndThePath() throws Exception {
    Files.createDirectories(folder.resolve("app/parts"));
    Files.writeString(
        folder.resolve("app/master.xml"),
        """
        <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog">
          <include file="classpath:app/parts/there.xml"/>
          <include file="optional.xml" errorIfMissing="false"/>
          <include file="parts/gone.xml" relativeToChangelogFile="true"/>
        </databaseChangeLog>
        """);
    Files.writeString(folder.resolve("app/parts/there.xml"), "<databaseChangeLog/>");
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, null);
        ChangelogResources resources = new ChangelogResources(loader)) {
      assertThatExceptionOfType(MigrationException.class)
          .isThrownBy(() -> resources.getAll("classpath:app/master.xml"))
          .withMessageStartingWith(
              "The changelog file app/master.xml includes app/parts/gone.xml, which is not on the"
                  + " class path.");
    }
  }

  private int resources(String... contents) throws Exception {
    URL[] classPath = new URL[contents.length];
    for (int i = 0; i < contents.length; i++) {
      Path root = folder.resolve("jar" + i);
      Files.createDirectories(root.resolve("app"));
      Files.writeString(root.resolve(FILE), contents[i]);
      classPath[i] = root.toUri().toURL();
    }
    try (URLClassLoader loader = new URLClassLoader(classPath, null);
        ChangelogResources resources = new ChangelogResources(loader)) {
      var found = resources.getAll(FILE);
      return found == null ? 0 : found.size();
    }
  }
}

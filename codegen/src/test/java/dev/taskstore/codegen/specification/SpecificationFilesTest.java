package dev.taskstore.codegen.specification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.taskstore.codegen.GenerationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpecificationFilesTest {

  private static final Specification SPECIFICATION = new Specification("one\ntwo\n", "<svg/>\n");

  @TempDir Path directory;

  @Test
  void whatWasWrittenIsCurrent() {
    SpecificationFiles files = new SpecificationFiles(directory.resolve("docs"));

    assertThat(files.write(SPECIFICATION)).isTrue();

    assertThatCode(() -> files.requireCurrent(SPECIFICATION, "command")).doesNotThrowAnyException();
  }

  @Test
  void whatIsCurrentIsNotWrittenAgain() throws IOException {
    SpecificationFiles files = new SpecificationFiles(directory);
    files.write(SPECIFICATION);
    Path document = directory.resolve("DATABASE.md");
    Files.setLastModifiedTime(document, FileTime.fromMillis(0));

    assertThat(files.write(SPECIFICATION)).isFalse();

    assertThat(Files.getLastModifiedTime(document)).isEqualTo(FileTime.fromMillis(0));
  }

  @Test
  void aMissingFileIsNamedWithTheCommandThatWritesIt() {
    assertThatExceptionOfType(GenerationException.class)
        .isThrownBy(
            () -> new SpecificationFiles(directory).requireCurrent(SPECIFICATION, "mvn verify"))
        .withMessageEndingWith("DATABASE.md is missing.\nWrite it again and commit it: mvn verify");
  }

  @Test
  void theFirstLineThatDiffersIsShown() {
    SpecificationFiles files = new SpecificationFiles(directory);
    files.write(SPECIFICATION);

    assertThatExceptionOfType(GenerationException.class)
        .isThrownBy(
            () -> files.requireCurrent(new Specification("one\n2\nthree\n", "<svg/>\n"), "go"))
        .withMessageContaining(
            "DATABASE.md is out of date. Line 2 is:\n  two\nand should be:\n  2\n");
  }

  @Test
  void aFileThatEndsTooEarlyIsOutOfDate() {
    SpecificationFiles files = new SpecificationFiles(directory);
    files.write(new Specification("one", "<svg/>\n"));

    assertThatExceptionOfType(GenerationException.class)
        .isThrownBy(() -> files.requireCurrent(SPECIFICATION, "go"))
        .withMessageContaining("Line 2 is:\n  nothing\nand should be:\n  two\n");
  }

  @Test
  void otherLineEndsAreADifference() throws IOException {
    SpecificationFiles files = new SpecificationFiles(directory);
    files.write(SPECIFICATION);
    Files.writeString(directory.resolve("database.svg"), "<svg/>\r\n");

    assertThatExceptionOfType(GenerationException.class)
        .isThrownBy(() -> files.requireCurrent(SPECIFICATION, "go"))
        .withMessageContaining("database.svg is out of date. Line 1 is:");
  }
}

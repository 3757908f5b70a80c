package dev.taskstore.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.codegen.generation.GenerationResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpToDateTest {

  private static final String NOTES = "CREATE TABLE notes (id uuid PRIMARY KEY);";
  private static final Path NOTE = Path.of("scenario/Note.java");

  @TempDir Path directory;

  @Test
  void aSecondRunWithNothingChangedGeneratesNothing() {
    GenerationResult first = generate(NOTES).result();

    GenerationResult second = generate(NOTES).result();

    assertThat(first.upToDate()).isFalse();
    assertThat(first.written()).isEqualTo(first.files());
    assertThat(second.upToDate()).isTrue();
    assertThat(second.files()).isEqualTo(first.files());
    assertThat(second.written()).isEmpty();
  }

  @Test
  void aChangedChangelogIsGeneratedAgain() {
    generate(NOTES);

    GenerationResult second =
        generate("CREATE TABLE notes (id uuid PRIMARY KEY, text varchar);").result();

    assertThat(second.upToDate()).isFalse();
    assertThat(second.written()).contains(NOTE);
  }

  @Test
  void anIncludedFileCountsToo() throws IOException {
    Path included = directory.resolve("resources/elsewhere/part.sql");
    Files.createDirectories(included.getParent());
    Files.writeString(included, "one");
    generate(NOTES);
    Files.writeString(included, "two");

    assertThat(generate(NOTES).result().upToDate()).isFalse();
  }

  @Test
  void aFileWithTheSameContentIsNotWrittenAgain() throws IOException {
    GeneratedCode code = generate(NOTES);
    FileTime past = FileTime.fromMillis(0);
    Files.setLastModifiedTime(code.output().resolve(NOTE), past);

    GenerationResult second =
        generate(NOTES + " CREATE TABLE tags (id uuid PRIMARY KEY);").result();

    assertThat(second.written()).contains(Path.of("scenario/Tag.java")).doesNotContain(NOTE);
    assertThat(Files.getLastModifiedTime(code.output().resolve(NOTE))).isEqualTo(past);
  }

  @Test
  void anotherConfigurationIsGeneratedAgain() {
    Scenario scenario = Scenario.sql(directory, NOTES);
    scenario.generate();
    scenario.configuration().repositorySuffix("Store");

    GenerationResult second = scenario.generate().result();

    assertThat(second.files()).contains(Path.of("scenario/schema/NoteStore.java"));
    assertThat(second.removed()).containsExactly(Path.of("scenario/schema/NoteRepository.java"));
  }

  @Test
  void aDeletedFileIsGeneratedAgain() throws IOException {
    GeneratedCode code = generate(NOTES);
    Files.delete(code.output().resolve(NOTE));

    assertThat(generate(NOTES).result().written()).containsExactly(NOTE);
  }

  @Test
  void anEditedFileIsGeneratedAgain() throws IOException {
    GeneratedCode code = generate(NOTES);
    Files.writeString(code.output().resolve(NOTE), "class Note {}");

    assertThat(generate(NOTES).result().written()).containsExactly(NOTE);
  }

  @Test
  void filesOfATableThatIsGoneAreRemovedAndOthersStay() throws IOException {
    GeneratedCode code = generate(NOTES + " CREATE TABLE tags (id uuid PRIMARY KEY);");
    Path foreign = code.output().resolve("scenario/Foreign.java");
    Files.writeString(foreign, "class Foreign {}");

    GenerationResult second = generate(NOTES).result();

    assertThat(second.removed()).contains(Path.of("scenario/Tag.java")).doesNotContain(NOTE);
    assertThat(Files.exists(code.output().resolve("scenario/Tag.java"))).isFalse();
    assertThat(Files.exists(foreign)).isTrue();
  }

  @Test
  void aDamagedStampIsGeneratedAgain() throws IOException {
    GeneratedCode code = generate(NOTES);
    Files.writeString(
        code.output().resolveSibling(code.output().getFileName() + ".stamp"),
        "nonsense\n../../escape\n");

    assertThat(generate(NOTES).result().upToDate()).isFalse();
  }

  @Test
  void theDirectoryContainsSourcesOnly() throws IOException {
    try (Stream<Path> files = Files.walk(generate(NOTES).output())) {
      assertThat(files.filter(Files::isRegularFile))
          .isNotEmpty()
          .allMatch(file -> file.toString().endsWith(".java"));
    }
  }

  @Test
  void theSameInputGivesTheSameBytes() {
    for (String name : List.of("checks", "join-tables", "keywords")) {
      GeneratedCode first = Scenario.named(name, directory.resolve(name + "-1")).generate();
      GeneratedCode second = Scenario.named(name, directory.resolve(name + "-2")).generate();

      assertThat(second.sources()).isEqualTo(first.sources());
    }
  }

  private GeneratedCode generate(String sql) {
    return Scenario.sql(directory, sql).generate();
  }
}

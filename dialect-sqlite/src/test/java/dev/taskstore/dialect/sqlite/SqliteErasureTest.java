package dev.taskstore.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.NewTask;
import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.TaskStore;
import dev.taskstore.User;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the files of a database contain of a person after an erasure. */
class SqliteErasureTest {

  private static final String TEXT = "the-erased-text";

  @TempDir private Path folder;

  @Test
  void afterAVacuumAndACheckpointTheFilesContainNothingOfAnErasedUser() throws IOException {
    try (TaskStore store = TaskStore.open("jdbc:sqlite:" + folder.resolve("tasks.db"))) {
      User user =
          store.users().insert(NewUser.of("ada", TEXT + "@example.com", PasswordHash.locked()));
      store
          .tasks()
          .insertAll(
              IntStream.range(0, 100)
                  .mapToObj(i -> NewTask.of(user.id(), TEXT + i).description(TEXT.repeat(100)))
                  .toList());

      store.users().erase(user.id());
      assertThat(filesWithText()).isNotEmpty();

      store.dsl().execute("VACUUM");
      store.dsl().execute("PRAGMA wal_checkpoint(TRUNCATE)");
      assertThat(filesWithText()).isEmpty();
    }
    assertThat(filesWithText()).isEmpty();
  }

  private List<String> filesWithText() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(SqliteErasureTest::hasText).map(Path::toString).toList();
    }
  }

  private static boolean hasText(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(TEXT);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}

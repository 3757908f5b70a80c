package dev.taskstore.faults;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.TaskStore;
import dev.taskstore.db.exception.DatabaseOpenException;

/**
 * A process that reads a file on a file system which it cannot write. SQLite has to write beside a
 * file in WAL mode even to read it, unless it is told that nobody changes the file.
 */
final class SqliteReadingProcess {

  private SqliteReadingProcess() {}

  /**
   * Reads, and tries to write.
   *
   * @param arguments the file
   */
  public static void main(String[] arguments) {
    ProcessVoice.endWithParent();
    assertThatThrownBy(() -> TaskStore.open("jdbc:sqlite:" + arguments[0]))
        .isInstanceOf(DatabaseOpenException.class);
    SqliteReadOnlyTest.check("jdbc:sqlite:file:" + arguments[0] + "?immutable=1");
    ProcessVoice.say("read");
    Runtime.getRuntime().halt(0);
  }
}

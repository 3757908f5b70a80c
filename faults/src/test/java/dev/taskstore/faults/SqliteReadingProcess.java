package dev.taskstore.faults;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.TaskStore;
import dev.taskstore.db.exception.DatabaseOpenException;

/**
 * A process that reads a file on a read-only file system. To read a file in WAL mode, SQLite
 * creates files next to it, unless the file is opened as immutable.
 */
final class SqliteReadingProcess {

  private SqliteReadingProcess() {}

  /**
   * Reads from the file and tries to write to it.
   *
   * @param arguments the file
   */
  public static void main(String[] arguments) {
    ProcessMessages.endWithParent();
    assertThatThrownBy(() -> TaskStore.open("jdbc:sqlite:" + arguments[0]))
        .isInstanceOf(DatabaseOpenException.class);
    SqliteReadOnlyTest.check("jdbc:sqlite:file:" + arguments[0] + "?immutable=1");
    ProcessMessages.send("read");
    Runtime.getRuntime().halt(0);
  }
}

package dev.taskstore.faults;

import java.util.List;

/** Mounts file systems that only one process sees, and that are gone with it. */
final class SqliteMount {

  private SqliteMount() {}

  /** The beginning of a command that mounts, and then starts the command that follows. */
  static List<String> command(String mounts) {
    boolean isRoot = System.getProperty("user.name").equals("root");
    return List.of("unshare", isRoot ? "-m" : "-Urm", "sh", "-c", mounts + " && exec \"$@\"", "sh");
  }
}

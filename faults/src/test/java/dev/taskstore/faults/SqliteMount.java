package dev.taskstore.faults;

import java.util.List;

/** Mounts file systems in the mount namespace of one process. */
final class SqliteMount {

  private SqliteMount() {}

  /** Returns a launcher command that mounts and then runs the command that follows it. */
  static List<String> command(String mounts) {
    boolean isRoot = System.getProperty("user.name").equals("root");
    return List.of("unshare", isRoot ? "-m" : "-Urm", "sh", "-c", mounts + " && exec \"$@\"", "sh");
  }
}

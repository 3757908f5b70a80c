package dev.taskstore.bench.simulation;

import dev.taskstore.bench.DatabaseKind;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Threads that call without a pause, as in the measurements of concurrency.
 *
 * @param part the part of the measurement
 * @param database the database
 * @param work the repeated call
 * @param threads the number of threads of this work
 * @param readers the number of threads that read pages at the same time as one writer
 * @param connections the size of the pool
 */
record Load(
    String part, DatabaseKind database, String work, int threads, int readers, int connections) {

  private static final String INSERT = "insert";

  static Load threads(DatabaseKind database, String work, int threads) {
    return new Load("threads", database, work, threads, 0, 10);
  }

  static Load pool(DatabaseKind database, String work, int connections) {
    return new Load("pools", database, work, 32, 0, connections);
  }

  static Load writer(DatabaseKind database, int readers) {
    return new Load("readers", database, INSERT, 1, readers, 10);
  }

  static Load readers(DatabaseKind database, int readers) {
    return new Load("readers", database, "pageOfUser", readers, readers, 10);
  }

  /** Returns the members of the measurement in its file. */
  Map<String, String> names() {
    Map<String, String> names = new LinkedHashMap<>();
    names.put("part", part);
    names.put("database", database.id());
    names.put("library", "TaskStore");
    names.put("work", work);
    names.put("threads", Integer.toString(threads));
    names.put("readers", Integer.toString(readers));
    names.put("connections", Integer.toString(connections));
    return names;
  }

  /** Returns the text of tables. */
  String description() {
    return switch (part) {
      case "readers" ->
          work.equals(INSERT)
              ? "`insert`, 1 beside " + readers + " that read pages"
              : "`pageOfUser`, " + readers + " beside 1 that inserts";
      case "pools" -> "`" + work + "`, " + threads + ", pool of " + connections;
      default -> "`" + work + "`, " + threads;
    };
  }
}

package dev.taskstore.bench;

import dev.taskstore.bench.jdbc.HeldJdbc;
import dev.taskstore.bench.jdbc.PlainIndexJdbc;
import dev.taskstore.bench.jdbc.PooledJdbc;
import dev.taskstore.bench.jooq.JooqDao;
import dev.taskstore.bench.jooq.JooqDsl;
import dev.taskstore.bench.taskstore.TaskStoreLibrary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/** The libraries on the class path. */
final class Libraries {

  /** The library that ratios refer to. */
  static final String HELD = new HeldJdbc().name();

  static final String POOLED = new PooledJdbc().name();
  private static final String PLAIN_INDEXES = new PlainIndexJdbc().name();
  static final String TASK_STORE = new TaskStoreLibrary().name();

  private Libraries() {}

  /** Returns all libraries in the order of the tables. */
  static List<Library> all() {
    List<Library> libraries =
        new ArrayList<>(
            List.of(
                new TaskStoreLibrary(),
                new HeldJdbc(),
                new PooledJdbc(),
                new PlainIndexJdbc(),
                new JooqDsl(),
                new JooqDao()));
    ServiceLoader.load(Library.class).stream()
        .map(ServiceLoader.Provider::get)
        .sorted(Comparator.comparing(Library::name))
        .forEach(libraries::add);
    return List.copyOf(libraries);
  }

  static int position(String name) {
    return all().stream().map(Library::name).toList().indexOf(name);
  }

  /** Returns whether a library is neither TaskStore nor plain JDBC. */
  static boolean isPeer(String name) {
    return !List.of(TASK_STORE, HELD, POOLED, PLAIN_INDEXES).contains(name);
  }

  static Library named(String name) {
    return all().stream()
        .filter(library -> library.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Unknown library "
                        + name
                        + ": "
                        + all().stream().map(Library::name).toList()
                        + ". Activate the profile bench for the other libraries."));
  }
}

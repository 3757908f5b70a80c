package dev.taskstore.bench.simulation;

import dev.taskstore.bench.DatabaseKind;

/** The simulated systems. */
enum Topology {
  SQLITE("One SQLite file", "SQLite", DatabaseKind.SQLITE),
  POSTGRES("One PostgreSQL server", "PostgreSQL", DatabaseKind.POSTGRES),
  REPLICAS("A primary and replicas", "replicas", DatabaseKind.POSTGRES),
  CITUS("Citus", "Citus", DatabaseKind.POSTGRES);

  private final String title;
  private final String brief;
  private final DatabaseKind database;

  Topology(String title, String brief, DatabaseKind database) {
    this.title = title;
    this.brief = brief;
    this.database = database;
  }

  /** Returns the text of headings. */
  String title() {
    return title;
  }

  /** Returns the text in tables. */
  String brief() {
    return brief;
  }

  /** Returns the database whose costs apply. */
  DatabaseKind database() {
    return database;
  }

  /** Opens the system in simulated time. */
  Database open(
      Clock clock, Chance chance, Environment environment, Costs costs, Measured measured) {
    return switch (this) {
      case SQLITE -> new SqliteFileDatabase(clock, chance, environment, costs, measured);
      case POSTGRES ->
          PostgresDatabase.separate(
              clock, chance, environment, costs, Calibration.handOverNanos(measured));
      case REPLICAS -> new ReplicatedDatabase(clock, chance, environment, costs, measured);
      case CITUS ->
          new CitusDatabase(clock, chance, environment, costs, Calibration.handOverNanos(measured));
    };
  }
}

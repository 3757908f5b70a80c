package dev.taskstore.bench.simulation;

import dev.taskstore.bench.DatabaseKind;

/**
 * The work of one call.
 *
 * @param clientNanos processor time in the calling process
 * @param serverNanos processor time in the server
 * @param fileNanos waits for the file, without the processor
 * @param pages pages of the table and its indexes that are read from the disk if they are not in
 *     memory
 */
record Cost(double clientNanos, double serverNanos, double fileNanos, double pages) {

  /** Returns the cost with more processor time where the database runs. */
  Cost plus(DatabaseKind database, double nanos) {
    return database == DatabaseKind.SQLITE
        ? new Cost(clientNanos + nanos, serverNanos, fileNanos, pages)
        : new Cost(clientNanos, serverNanos + nanos, fileNanos, pages);
  }
}

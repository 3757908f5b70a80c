package dev.taskstore.bench.simulation;

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

  /** Returns the cost on a larger table. */
  Cost times(double factor) {
    return new Cost(clientNanos, serverNanos * factor, fileNanos, pages);
  }

  Cost withClientTimes(double factor) {
    return new Cost(clientNanos * factor, serverNanos, fileNanos, pages);
  }
}

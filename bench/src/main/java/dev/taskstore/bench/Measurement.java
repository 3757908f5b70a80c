package dev.taskstore.bench;

/**
 * The result of one round.
 *
 * @param nanos the time of one operation in nanoseconds
 * @param processorNanos the CPU time of one operation in the calling thread, in nanoseconds
 * @param bytes the bytes that one operation allocates in all threads
 */
record Measurement(
    DatabaseKind database,
    Workload workload,
    String library,
    int round,
    double nanos,
    double processorNanos,
    double bytes) {}

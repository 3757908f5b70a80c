package dev.taskstore.bench;

/**
 * What one round has shown.
 *
 * @param nanos the time of one operation
 * @param processorNanos what of it the processor has spent in the calling thread
 * @param bytes what one operation has allocated, in all threads
 */
record Measurement(
    DatabaseKind database,
    Workload workload,
    String library,
    int round,
    double nanos,
    double processorNanos,
    double bytes) {}

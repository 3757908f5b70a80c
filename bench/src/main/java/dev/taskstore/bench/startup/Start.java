package dev.taskstore.bench.startup;

/**
 * One start of a program.
 *
 * @param nanos the time from the start of the process to its first row, in nanoseconds
 * @param footprint the footprint at that time
 */
record Start(long nanos, Footprint footprint) {}

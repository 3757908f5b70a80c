package dev.taskstore.bench.startup;

/**
 * One start of a program.
 *
 * @param nanos the time from the start of the process to its first row
 * @param footprint what the program needs then
 */
record Start(long nanos, Footprint footprint) {}

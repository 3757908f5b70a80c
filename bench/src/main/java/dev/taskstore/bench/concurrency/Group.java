package dev.taskstore.bench.concurrency;

/**
 * A group of threads with the same work.
 *
 * @param work the work
 * @param threads the number of threads
 */
record Group(Work work, int threads) {}

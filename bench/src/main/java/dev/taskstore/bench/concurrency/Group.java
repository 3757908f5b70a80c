package dev.taskstore.bench.concurrency;

/**
 * Threads that do the same.
 *
 * @param work what they do
 * @param threads how many they are
 */
record Group(Work work, int threads) {}

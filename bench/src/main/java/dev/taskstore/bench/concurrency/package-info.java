/**
 * TaskStore and plain JDBC under many threads: {@link dev.taskstore.bench.concurrency.Concurrency}
 * is the program.
 */
package dev.taskstore.bench.concurrency;

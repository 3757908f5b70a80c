/**
 * Measures TaskStore and plain JDBC with many threads. The program is {@link
 * dev.taskstore.bench.concurrency.Concurrency}.
 */
package dev.taskstore.bench.concurrency;

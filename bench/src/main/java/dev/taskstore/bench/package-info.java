/**
 * Benchmarks that run the same workloads with TaskStore, plain JDBC and other libraries.
 *
 * <p>{@link dev.taskstore.bench.Comparison} is the program, {@link dev.taskstore.bench.Workload}
 * lists the workloads, and each library implements {@link dev.taskstore.bench.Library}.
 */
package dev.taskstore.bench;

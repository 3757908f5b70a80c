/**
 * The same work done by TaskStore, by plain JDBC and by other libraries, measured in turns.
 *
 * <p>{@link dev.taskstore.bench.Comparison} is the program, {@link dev.taskstore.bench.Workload}
 * what is measured, {@link dev.taskstore.bench.Library} what a library brings.
 */
package dev.taskstore.bench;

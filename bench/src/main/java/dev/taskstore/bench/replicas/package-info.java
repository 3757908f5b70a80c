/** Measures reads on replicas. */
package dev.taskstore.bench.replicas;

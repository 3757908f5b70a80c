/** Measures the cost of observers. */
package dev.taskstore.bench.observation;

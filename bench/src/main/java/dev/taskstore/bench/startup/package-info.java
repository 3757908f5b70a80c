/** Measures the startup time and footprint of processes until their first row. */
package dev.taskstore.bench.startup;

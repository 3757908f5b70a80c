/** Measures the time in which passwords are verified. */
package dev.taskstore.bench.passwords;

/**
 * Measures the effect of the cache size on SQLite: interleaved runs with caches that are smaller
 * and larger than the file.
 */
package dev.taskstore.bench.cache;

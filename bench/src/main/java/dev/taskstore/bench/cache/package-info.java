/**
 * How much of a cache pays on SQLite: the same work with caches of different sizes, in turns, on a
 * file that none, some or all of them can hold.
 */
package dev.taskstore.bench.cache;

/** Measures how query times grow with the table: {@link dev.taskstore.bench.growth.Growth}. */
package dev.taskstore.bench.growth;

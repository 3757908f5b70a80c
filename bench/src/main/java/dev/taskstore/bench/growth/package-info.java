/** How the cost of queries grows with the table; {@link dev.taskstore.bench.growth.Growth} asks. */
package dev.taskstore.bench.growth;

/** Compares copies of a whole database with pgloader and with loops in plain JDBC. */
package dev.taskstore.bench.transfer;

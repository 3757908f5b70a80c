/** Plain JDBC: the limit, and what applications write by hand. */
package dev.taskstore.bench.jdbc;

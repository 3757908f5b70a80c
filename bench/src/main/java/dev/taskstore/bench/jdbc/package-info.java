/** Plain JDBC: the baseline, and hand-written data access. */
package dev.taskstore.bench.jdbc;

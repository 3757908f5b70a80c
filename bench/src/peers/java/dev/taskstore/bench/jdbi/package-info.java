/** jdbi, with SQL by hand. */
package dev.taskstore.bench.jdbi;

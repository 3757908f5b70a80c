/** jdbi with hand-written SQL. */
package dev.taskstore.bench.jdbi;

/** Reads the schema of a SQLite database and changes its tables inside the current transaction. */
@NullMarked
package dev.taskstore.liquibase.sqlite.rebuild;

import org.jspecify.annotations.NullMarked;

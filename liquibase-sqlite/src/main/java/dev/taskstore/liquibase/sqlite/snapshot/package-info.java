/** What Liquibase's preconditions read of a SQLite database. */
@NullMarked
package dev.taskstore.liquibase.sqlite.snapshot;

import org.jspecify.annotations.NullMarked;

/** A Liquibase extension that makes the standard changes correct on SQLite. */
@NullMarked
package dev.taskstore.liquibase.sqlite;

import org.jspecify.annotations.NullMarked;

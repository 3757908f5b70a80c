/** The storage of the standard types on SQLite. */
@NullMarked
package dev.taskstore.liquibase.sqlite.type;

import org.jspecify.annotations.NullMarked;

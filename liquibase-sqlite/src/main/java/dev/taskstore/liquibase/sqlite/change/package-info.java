/** The Liquibase changes that are replaced on SQLite. */
@NullMarked
package dev.taskstore.liquibase.sqlite.change;

import org.jspecify.annotations.NullMarked;

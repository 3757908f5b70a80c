/** Liquibase's representation of SQLite. Not exported. */
@NullMarked
package dev.taskstore.liquibase.sqlite.database;

import org.jspecify.annotations.NullMarked;

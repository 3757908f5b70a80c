/** The types of columns and the form in which SQLite stores their values. */
@NullMarked
package dev.taskstore.liquibase.sqlite.type;

import org.jspecify.annotations.NullMarked;

/** The change createTable. */
@NullMarked
package dev.taskstore.liquibase.sqlite.create;

import org.jspecify.annotations.NullMarked;

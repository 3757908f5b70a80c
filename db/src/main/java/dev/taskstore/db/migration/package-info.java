/** Migrations: applies, validates and rolls back the changelog of a database, and detects drift. */
@NullMarked
package dev.taskstore.db.migration;

import org.jspecify.annotations.NullMarked;

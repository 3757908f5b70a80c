/** Liquibase: applies, validates and rolls back changelogs, and detects drift. Not exported. */
@NullMarked
package dev.taskstore.db.internal.migration;

import org.jspecify.annotations.NullMarked;

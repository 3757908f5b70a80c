/** Applies, validates, rolls back and explains the changelog of a database. */
@NullMarked
package dev.taskstore.db.migration;

import org.jspecify.annotations.NullMarked;

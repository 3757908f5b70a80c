/** Checks the rows of a database. Not exported. */
@NullMarked
package dev.taskstore.db.internal.integrity;

import org.jspecify.annotations.NullMarked;

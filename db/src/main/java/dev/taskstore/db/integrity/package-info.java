/** Finds rows that break the rules of the schema. */
@NullMarked
package dev.taskstore.db.integrity;

import org.jspecify.annotations.NullMarked;

/** Runs plain jOOQ on the connections and in the transactions of the library. Not exported. */
@NullMarked
package dev.taskstore.db.internal.jooq;

import org.jspecify.annotations.NullMarked;

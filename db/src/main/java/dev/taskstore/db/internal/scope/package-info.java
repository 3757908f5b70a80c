/** Sessions that see and change only the rows of one principal. */
@NullMarked
package dev.taskstore.db.internal.scope;

import org.jspecify.annotations.NullMarked;

/** The open database and what assembles it. Not exported; may change without notice. */
@NullMarked
package dev.taskstore.db.internal;

import org.jspecify.annotations.NullMarked;

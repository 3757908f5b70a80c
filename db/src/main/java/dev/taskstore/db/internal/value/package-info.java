/** Value types, row writers and JSON syntax. Not exported. */
@NullMarked
package dev.taskstore.db.internal.value;

import org.jspecify.annotations.NullMarked;

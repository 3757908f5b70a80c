/** The converter of password hashes. Not exported; may change without notice. */
@NullMarked
package dev.taskstore.internal;

import org.jspecify.annotations.NullMarked;

/** The exceptions of copies and comparisons. */
@NullMarked
package dev.taskstore.transfer.exception;

import org.jspecify.annotations.NullMarked;

/** The progress and the results of copies, comparisons and preflights. */
@NullMarked
package dev.taskstore.transfer.report;

import org.jspecify.annotations.NullMarked;

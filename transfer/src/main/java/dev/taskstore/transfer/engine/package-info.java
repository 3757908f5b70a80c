/** How copies, comparisons and preflights work. Not exported. */
@NullMarked
package dev.taskstore.transfer.engine;

import org.jspecify.annotations.NullMarked;

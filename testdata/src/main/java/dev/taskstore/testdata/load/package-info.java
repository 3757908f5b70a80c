/** Loads generated rows. Not exported. */
@NullMarked
package dev.taskstore.testdata.load;

import org.jspecify.annotations.NullMarked;

/** Random numbers that depend on a seed and the position of a row only. Not exported. */
@NullMarked
package dev.taskstore.testdata.random;

import org.jspecify.annotations.NullMarked;

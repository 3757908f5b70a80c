/**
 * The contract that every dialect must pass. The author of a dialect extends {@link
 * dev.taskstore.dialect.tck.DialectTck} once for each kind of database that the dialect speaks to.
 */
@NullMarked
package dev.taskstore.dialect.tck;

import org.jspecify.annotations.NullMarked;

/**
 * What the author of a dialect implements: a {@link dev.taskstore.db.spi.DialectProvider}, found
 * through {@link java.util.ServiceLoader}, and the {@link dev.taskstore.db.spi.Dialect} that it
 * makes. Everything else has a default.
 */
@NullMarked
package dev.taskstore.db.spi;

import org.jspecify.annotations.NullMarked;

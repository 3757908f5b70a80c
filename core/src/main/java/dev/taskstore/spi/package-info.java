/**
 * What the author of a dialect implements: a {@link dev.taskstore.spi.DialectProvider}, found
 * through {@link java.util.ServiceLoader}, and the {@link dev.taskstore.spi.Dialect} that it makes.
 * Everything else has a default.
 */
@NullMarked
package dev.taskstore.spi;

import org.jspecify.annotations.NullMarked;

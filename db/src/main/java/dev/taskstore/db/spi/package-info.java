/**
 * The interfaces for authors of dialects. A dialect consists of a {@link
 * dev.taskstore.db.spi.DialectProvider}, which {@link java.util.ServiceLoader} finds, and the
 * {@link dev.taskstore.db.spi.Dialect} that it creates. Everything else has a default.
 */
@NullMarked
package dev.taskstore.db.spi;

import org.jspecify.annotations.NullMarked;

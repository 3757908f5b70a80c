package dev.taskstore.db.spi;

/**
 * A position in the history of a database. Immutable.
 *
 * @param timeline the number of the history: a replica that becomes the primary begins a new one
 * @param position the position, in the form of the dialect: letters, digits and {@code -}
 */
public record ReplicationPosition(long timeline, String position) {}

/**
 * Reads on replicas: which ones are used, and how a read checks that its replica is recent enough.
 */
@NullMarked
package dev.taskstore.db.internal.replica;

import org.jspecify.annotations.NullMarked;

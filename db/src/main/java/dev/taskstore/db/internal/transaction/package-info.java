/** Connections, transaction scopes, savepoints and retries. Not exported. */
@NullMarked
package dev.taskstore.db.internal.transaction;

import org.jspecify.annotations.NullMarked;

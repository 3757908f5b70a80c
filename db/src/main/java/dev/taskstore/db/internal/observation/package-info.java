/** Reports operations to the application's observers. Not exported. */
@NullMarked
package dev.taskstore.db.internal.observation;

import org.jspecify.annotations.NullMarked;

/**
 * How the library does what the exported packages promise. Not exported; changes without notice.
 */
@NullMarked
package dev.taskstore.internal;

import org.jspecify.annotations.NullMarked;

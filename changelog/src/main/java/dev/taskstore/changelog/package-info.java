/**
 * Checks the files of changelogs. For the runtime and the generator; applications do not need it.
 */
@NullMarked
package dev.taskstore.changelog;

import org.jspecify.annotations.NullMarked;

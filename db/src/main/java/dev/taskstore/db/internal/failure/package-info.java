/**
 * Classifies drivers' exceptions, finds the violated constraint and creates the public exception.
 * Not exported.
 */
@NullMarked
package dev.taskstore.db.internal.failure;

import org.jspecify.annotations.NullMarked;

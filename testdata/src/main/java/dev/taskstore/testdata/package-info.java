/**
 * Generates users, tasks and tags for tests, demonstrations and measurements. The same seed gives
 * the same rows on every database and every day.
 */
@NullMarked
package dev.taskstore.testdata;

import org.jspecify.annotations.NullMarked;

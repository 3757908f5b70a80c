/**
 * The audit trail: who changed which row when, with old and new values, recorded by triggers of the
 * database.
 */
@NullMarked
package dev.taskstore.db.audit;

import org.jspecify.annotations.NullMarked;

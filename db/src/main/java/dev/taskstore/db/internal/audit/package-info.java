/** The audit trail: its declaration as the dialect's triggers, and its entries. */
@NullMarked
package dev.taskstore.db.internal.audit;

import org.jspecify.annotations.NullMarked;

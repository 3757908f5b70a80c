/**
 * Observation of an open database: statements, transactions, retries, waits for connections,
 * migrations and bulk loads. Metrics, traces and logs are built on it.
 */
@NullMarked
package dev.taskstore.db.observation;

import org.jspecify.annotations.NullMarked;

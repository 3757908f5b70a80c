/** Measures the cost of the audit trail. */
package dev.taskstore.bench.audit;

/** Measures what scopes and the policies of row-level security add to the time of a call. */
package dev.taskstore.bench.scopes;

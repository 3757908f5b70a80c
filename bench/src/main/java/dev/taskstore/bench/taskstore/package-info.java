/** TaskStore as an application uses it. */
package dev.taskstore.bench.taskstore;

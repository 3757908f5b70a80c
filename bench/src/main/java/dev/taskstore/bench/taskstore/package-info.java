/** TaskStore, used as in an application. */
package dev.taskstore.bench.taskstore;

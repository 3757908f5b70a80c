/** Tasks: lists, filters, forms, conflicts, sharing. */
@NullMarked
package dev.taskstore.examples.web.task;

import org.jspecify.annotations.NullMarked;

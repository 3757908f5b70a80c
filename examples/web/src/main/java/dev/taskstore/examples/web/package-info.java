/** The web application: a task manager for a team. */
@NullMarked
package dev.taskstore.examples.web;

import org.jspecify.annotations.NullMarked;

/** Users and tasks for a first look. */
@NullMarked
package dev.taskstore.examples.web.sample;

import org.jspecify.annotations.NullMarked;

/** Events that report changes of tasks to open pages. */
@NullMarked
package dev.taskstore.examples.web.live;

import org.jspecify.annotations.NullMarked;

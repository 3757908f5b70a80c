/** Import and export of files with tasks. */
@NullMarked
package dev.taskstore.examples.web.transfer;

import org.jspecify.annotations.NullMarked;

/** Plain-text tables and bars. */
package dev.taskstore.examples.console.text;

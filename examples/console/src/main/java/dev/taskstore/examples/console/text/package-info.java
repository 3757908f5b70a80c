/** Tables and bars of plain text. */
package dev.taskstore.examples.console.text;

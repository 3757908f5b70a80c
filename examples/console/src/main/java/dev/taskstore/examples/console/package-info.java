/** A command-line task manager, with one class for each subcommand. */
package dev.taskstore.examples.console;

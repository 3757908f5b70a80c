/** A task manager for the command line: one class for each subcommand. */
package dev.taskstore.examples.console;

/** Import and export of tasks: GitHub issues and todo.txt. */
package dev.taskstore.examples.formats;

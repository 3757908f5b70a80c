/** Tasks from files and to files: GitHub issues and todo.txt. */
package dev.taskstore.examples.console.io;

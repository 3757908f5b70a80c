/** A table of the application that refers to users and tasks. */
package dev.taskstore.examples.comments;

/**
 * Writes the sources, one class for each kind of file. No public method here takes or returns null.
 */
package dev.taskstore.codegen.writer;

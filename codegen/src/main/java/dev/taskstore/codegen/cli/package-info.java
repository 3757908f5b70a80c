/**
 * The generator as a program, for builds without Maven. {@link dev.taskstore.codegen.cli.Main} is
 * the entry point. No method here takes or returns null.
 */
package dev.taskstore.codegen.cli;

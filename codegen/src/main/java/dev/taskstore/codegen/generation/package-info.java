/**
 * Generates sources into a directory, unless they are up to date. {@link
 * dev.taskstore.codegen.generation.RepositoryGenerator} is the entry point. No public method here
 * takes or returns null.
 */
package dev.taskstore.codegen.generation;

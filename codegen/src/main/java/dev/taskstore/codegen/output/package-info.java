/** The directory of generated sources and the stamp that tells whether it is up to date. */
package dev.taskstore.codegen.output;

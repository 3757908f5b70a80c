/** The goals of the Maven plugin. */
package dev.taskstore.codegen.maven;

/**
 * Finds in a changelog what is known to damage data, to lock tables or to differ between databases.
 * {@link dev.taskstore.codegen.lint.ChangelogLinter} is where to begin. No public method here takes
 * or returns null.
 */
package dev.taskstore.codegen.lint;

/**
 * Finds changes in a changelog that damage data, lock tables or behave differently on different
 * databases. {@link dev.taskstore.codegen.lint.ChangelogLinter} is the entry point. No public
 * method here takes or returns null.
 */
package dev.taskstore.codegen.lint;

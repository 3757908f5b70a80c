/**
 * The configuration of the generator and its exception. The entry points are {@code
 * generation.RepositoryGenerator}, {@code specification.SpecificationGenerator} and {@code
 * lint.ChangelogLinter}; package {@code maven} contains the goals of the Maven plugin. No method
 * here takes or returns null.
 */
package dev.taskstore.codegen;

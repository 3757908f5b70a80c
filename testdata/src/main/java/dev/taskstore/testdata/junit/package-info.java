/**
 * A JUnit extension that gives each test a database of its own, with the schema of a changelog and
 * with rows, in milliseconds. Requires {@code org.junit.jupiter:junit-jupiter-api} 5.13 or newer.
 */
@NullMarked
package dev.taskstore.testdata.junit;

import org.jspecify.annotations.NullMarked;
